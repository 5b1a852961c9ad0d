"""Highlights in their list, and those whose text has changed."""

from __future__ import annotations

from reader.ui.command import LISTED, TEXT, Command
from reader.ui.commands.annotating import DIGITS

REVIEWING: tuple[Command, ...] = (
    Command("everywhere", ("a",), "All articles, or this one only", "Highlights", LISTED, hint="all"),
    Command(
        "sort-highlights",
        ("o",),
        "Next order",
        "Highlights",
        LISTED,
        hint="order",
        help="In order of the text, newest first, by tag, by state",
    ),
    Command(
        "mark",
        ("space", "shift+down"),
        "Mark it for the next command",
        "Highlights",
        LISTED,
        hint="mark",
        help="Then t 1–9 ! P x y A E are for all that are marked and shown; n, p and D for the one under the cursor",
    ),
    Command("mark-all", ("v", "ctrl+a"), "Mark all that are shown, or none", "Highlights", LISTED),
    Command(
        "tag-in-list", ("t",), "Tags of this highlight, or of all that are marked…", "Highlights", LISTED, hint="tag"
    ),
    Command(
        "tag-by-key-in-list",
        DIGITS,
        "Tag 1–9 for this highlight, or for all that are marked",
        "Highlights",
        LISTED,
        takes_key=True,
        palette=False,
        help="Where all of them have it, once more takes it away",
    ),
    Command("note-in-list", ("n",), "Note on this highlight…", "Highlights", LISTED, hint="note"),
    Command(
        "delete-in-list",
        ("x", "delete"),
        "Delete this highlight, or all that are marked",
        "Highlights",
        LISTED,
        hint="delete",
        help="One undo brings all of them back",
    ),
    Command(
        "important-in-list",
        ("exclamation_mark",),
        "Important: this highlight, or all that are marked",
        "Highlights",
        LISTED,
        help="Where all of them are, none",
    ),
    Command(
        "color-in-list",
        ("P",),
        "Colour: this highlight, or all that are marked…",
        "Highlights",
        LISTED,
        help="One of their own, whatever their tags have",
    ),
    Command(
        "what-changed",
        ("D",),
        "What has changed since it was marked",
        "Highlights",
        TEXT | LISTED,
        help="The words then and now, side by side",
    ),
    Command(
        "accept",
        ("A",),
        "Accept where it stands now",
        "Highlights",
        TEXT | LISTED,
        help="For highlights that have moved or whose words have changed",
    ),
    Command(
        "put-here",
        ("p",),
        "Put a lost highlight here",
        "Highlights",
        TEXT | LISTED,
        help="On the selection or the sentence in focus: the one under the list's cursor, else the only one",
    ),
)
