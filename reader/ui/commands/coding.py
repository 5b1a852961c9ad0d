"""The codebook: commands on tags themselves, everywhere in the library."""

from __future__ import annotations

from reader.ui.command import CODEBOOK, Command
from reader.ui.commands.annotating import DIGITS

CODING: tuple[Command, ...] = (
    Command("new-tag", ("t",), "New tag…", "Codebook", CODEBOOK, hint="new"),
    Command(
        "rename-tag",
        ("R",),
        "Rename the tag…",
        "Codebook",
        CODEBOOK,
        hint="rename",
        help="With all tags below it; a name that another tag has makes the two one",
    ),
    Command("merge-tag", ("M",), "Merge the tag into another…", "Codebook", CODEBOOK, hint="merge"),
    Command(
        "delete-tag",
        ("x", "delete"),
        "Delete the tag…",
        "Codebook",
        CODEBOOK,
        hint="delete",
        help="Asks first, and says how many highlights have it; they stay",
    ),
    Command("color-tag", ("P",), "Colour of the tag…", "Codebook", CODEBOOK, hint="colour"),
    Command("describe-tag", ("n",), "What the tag means…", "Codebook", CODEBOOK, hint="describe"),
    Command(
        "pin-tag",
        DIGITS,
        "Put the tag on key 1–9",
        "Codebook",
        CODEBOOK,
        takes_key=True,
        palette=False,
        help="In the text, the key highlights with it",
    ),
    Command("unpin-tag", ("0",), "Take the tag off its key", "Codebook", CODEBOOK),
)
