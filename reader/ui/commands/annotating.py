"""Highlights, tags and notes."""

from __future__ import annotations

from reader.ui.command import CARET, FRESH_CARET, READING, TEXT, Command, Place

DIGITS = tuple("123456789")

ANNOTATING: tuple[Command, ...] = (
    Command("highlight", ("h",), "Highlight the sentence in focus", "Annotate", READING, hint="highlight"),
    Command("highlight-last-tag", ("H", "enter"), "Highlight with the last tag", "Annotate", TEXT, hint="highlight"),
    Command(
        "highlight-with-tag",
        DIGITS,
        "Highlight with tag 1–9",
        "Annotate",
        TEXT,
        takes_key=True,
        palette=False,
        help="Once more takes the tag away",
    ),
    Command(
        "tag",
        ("t",),
        "Tag…",
        "Annotate",
        TEXT,
        hint="tag",
        help="Fuzzy; several with a comma; new names make new tags",
    ),
    Command("note", ("a",), "Note…", "Annotate", READING | {Place.SELECTION}, hint="note"),
    Command("note-caret", ("a a", "a enter"), "Note on the selection…", "Annotate", FRESH_CARET),
    Command(
        "important",
        ("exclamation_mark",),
        "Important",
        "Annotate",
        TEXT,
        help="A “!” in the margin; once more takes it away",
    ),
    Command(
        "color",
        ("P",),
        "Colour of this highlight…",
        "Annotate",
        TEXT,
        help="One of its own, whatever its tags have",
    ),
    Command(
        "next-here",
        ("semicolon",),
        "Next of the highlights that overlap here",
        "Annotate",
        TEXT,
        help="The one that x t a ! P < > mean; shows what belongs to it",
    ),
    Command("shrink", ("less_than_sign",), "Shrink the highlight by a word", "Annotate", TEXT, does="resize"),
    Command("grow", ("greater_than_sign",), "Grow the highlight by a word", "Annotate", TEXT, does="resize"),
    Command(
        "delete",
        ("x", "delete"),
        "Delete",
        "Annotate",
        TEXT,
        help="The highlight in focus; undo brings it back",
    ),
    Command("delete-caret", ("d d",), "Delete the highlight under the caret", "Annotate", CARET, palette=False),
    Command("undo", ("U",), "Undo", "Annotate", hint="undo"),
    Command("undo-caret", ("u",), "Undo", "Annotate", CARET, palette=False),
    Command("redo", ("ctrl+r",), "Redo", "Annotate"),
)
