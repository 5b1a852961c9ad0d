"""Speakers and their quotations: looking at them and putting them right."""

from __future__ import annotations

from reader.ui.command import SPEAKERS, TEXT, Command

QUOTING: tuple[Command, ...] = (
    Command(
        "sort-speakers",
        ("o",),
        "Next order",
        "Who said what",
        SPEAKERS,
        hint="order",
        help="By number of quotations, by name, by first appearance",
    ),
    Command("this-article", ("a",), "This article only, or all", "Who said what", SPEAKERS, hint="article"),
    Command("show-reported", ("i",), "Show or hide reported speech", "Who said what", SPEAKERS, hint="reported"),
    Command(
        "in-doubt",
        ("d",),
        "Quotations whose speaker is in doubt",
        "Who said what",
        SPEAKERS,
        hint="doubtful",
        help="All of them opened, to be checked in one go; again: every quotation",
    ),
    Command(
        "next-quotation-version",
        ("right_square_bracket equals_sign",),
        "The same statement in the next article",
        "Who said what",
        TEXT,
        help="Whole, shortened or in other words",
        does="version",
    ),
    Command(
        "previous-quotation-version",
        ("left_square_bracket equals_sign",),
        "The same statement in the previous article",
        "Who said what",
        TEXT,
        does="version",
    ),
    Command("speaker-matrix", ("m",), "Who is quoted where", "Who said what", SPEAKERS, hint="matrix"),
    Command(
        "highlight-quotation",
        ("quotation_mark",),
        "Highlight the quotation with its speaker",
        "Who said what",
        TEXT | SPEAKERS,
    ),
    Command(
        "wrong-speaker",
        ("W",),
        "Wrong speaker…",
        "Who said what",
        TEXT | SPEAKERS,
        help="Choose or type who said it; a name that is selected in the text is proposed",
    ),
    Command("not-a-quotation", ("X",), "Not a quotation", "Who said what", TEXT | SPEAKERS),
    Command("confirm-speaker", ("C",), "The speaker is right", "Who said what", TEXT | SPEAKERS),
    Command(
        "merge-speakers",
        ("M",),
        "Merge with another speaker…",
        "Who said what",
        SPEAKERS,
        help="All quotations go to the other one",
    ),
    Command("rename-speaker", ("R",), "Rename the speaker…", "Who said what", SPEAKERS),
    Command(
        "split-speaker",
        ("S",),
        "Split the speaker…",
        "Who said what",
        SPEAKERS,
        help="On a quotation: somebody else in its article. On a speaker: takes mergers back",
    ),
)
