"""The caret and what it selects."""

from __future__ import annotations

from reader.ui.command import CARET, FRESH_CARET, READING, TEXT, Command

SELECTING: tuple[Command, ...] = (
    Command(
        "select",
        ("v",),
        "Select with a caret",
        "Select",
        READING,
        hint="select",
        help='Then move: h j k l, w b e, ( ) { }, or i/a and s, p, "',
    ),
    Command("select-paragraphs", ("V",), "Select paragraphs", "Select", TEXT, help="Then j and k take whole ones"),
    Command("stop-selecting", ("v",), "By the character again, or no more", "Select", CARET, palette=False),
    Command("caret-left", ("h", "left"), "Caret left", "Select", CARET, palette=False, does="move"),
    Command("caret-right", ("l", "right"), "Caret right", "Select", CARET, palette=False, does="move"),
    Command("extend-left", ("shift+left",), "Extend left", "Select", TEXT, palette=False, does="extend"),
    Command("extend-right", ("shift+right",), "Extend right", "Select", TEXT, palette=False, does="extend"),
    Command("extend-up", ("shift+up",), "Extend up", "Select", TEXT, palette=False, does="extend"),
    Command("extend-down", ("shift+down",), "Extend down", "Select", TEXT, palette=False, does="extend"),
    Command("word-forward", ("w",), "Next word", "Select", CARET, palette=False, does="move"),
    Command("word-back", ("b",), "Previous word", "Select", CARET, palette=False, does="move"),
    Command("word-end", ("e",), "End of the word", "Select", CARET, palette=False, does="move"),
    Command("row-start", ("0", "home"), "Start of the row", "Select", CARET, palette=False, does="move"),
    Command("row-end", ("dollar_sign", "end"), "End of the row", "Select", CARET, palette=False, does="move"),
    Command(
        "caret-next-sentence",
        ("right_parenthesis",),
        "Caret to the next sentence",
        "Select",
        CARET,
        palette=False,
        does="move",
    ),
    Command(
        "caret-previous-sentence",
        ("left_parenthesis",),
        "Caret to the previous sentence",
        "Select",
        CARET,
        palette=False,
        does="move",
    ),
    Command("extend-paragraph-down", ("J",), "Extend by a paragraph", "Select", CARET, palette=False, does="extend"),
    Command(
        "extend-paragraph-up", ("K",), "Extend by a paragraph upwards", "Select", CARET, palette=False, does="extend"
    ),
    Command("swap-ends", ("o",), "Go to the selection's other end", "Select", CARET, palette=False),
    Command("select-sentence", ("i s",), "Select the sentence", "Select", CARET, does="take"),
    Command(
        "select-around-sentence",
        ("a s",),
        "Select the sentence and its space",
        "Select",
        FRESH_CARET,
        palette=False,
        does="take",
    ),
    Command("select-paragraph", ("i p",), "Select the paragraph", "Select", CARET, does="take"),
    Command(
        "select-around-paragraph",
        ("a p",),
        "Select the paragraph and its space",
        "Select",
        FRESH_CARET,
        palette=False,
        does="take",
    ),
    Command(
        "select-quotation", ("i quotation_mark", "i q"), "Select inside the quotation", "Select", CARET, does="take"
    ),
    Command(
        "select-around-quotation",
        ("a quotation_mark", "a q"),
        "Select the quotation with its marks",
        "Select",
        FRESH_CARET,
        palette=False,
        does="take",
    ),
)
