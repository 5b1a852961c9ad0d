"""Moving through a text and from article to article."""

from __future__ import annotations

from reader.ui.command import CARET, EVERYWHERE, LISTED, PANELS, READING, TEXT, Command

MOVING: tuple[Command, ...] = (
    Command("line-down", ("j", "down"), "Down a line", "Move", help="Or moves the caret", palette=False, does="scroll"),
    Command("line-up", ("k", "up"), "Up a line", "Move", palette=False, does="scroll"),
    Command(
        *("page-down", ("space", "pagedown", "ctrl+f"), "Page down", "Move", EVERYWHERE - LISTED),
        hint="page",
        does="scroll",
    ),
    Command("page-down-listed", ("pagedown", "ctrl+f", "f"), "Page down", "Move", LISTED, palette=False, does="scroll"),
    Command("page-up", ("b", "pageup", "ctrl+b"), "Page up", "Move", EVERYWHERE - CARET, does="scroll"),
    Command("page-up-caret", ("pageup", "ctrl+b"), "Page up", "Move", CARET, palette=False, does="scroll"),
    Command("half-page-down", ("d", "ctrl+d"), "Half a page down", "Move", EVERYWHERE - CARET - PANELS, does="scroll"),
    Command("half-page-up", ("u", "ctrl+u"), "Half a page up", "Move", EVERYWHERE - CARET - PANELS, does="scroll"),
    Command("top", ("g", "home", "g g"), "To the top", "Move", EVERYWHERE - CARET, does="scroll"),
    Command("bottom", ("G", "end"), "To the bottom", "Move", EVERYWHERE - CARET, does="scroll"),
    Command("top-caret", ("g g", "ctrl+home"), "To the top", "Move", CARET, palette=False, does="scroll"),
    Command("bottom-caret", ("G", "ctrl+end"), "To the bottom", "Move", CARET, palette=False, does="scroll"),
    Command(
        "next-sentence",
        ("right_parenthesis", "right"),
        "Next sentence",
        "Move",
        READING,
        help="Moves the bar in the margin: the sentence that one key highlights",
        does="focus",
    ),
    Command("previous-sentence", ("left_parenthesis", "left"), "Previous sentence", "Move", READING, does="focus"),
    Command("next-paragraph", ("right_curly_bracket",), "Next paragraph", "Move", TEXT, does="go"),
    Command("previous-paragraph", ("left_curly_bracket",), "Previous paragraph", "Move", TEXT, does="go"),
    Command("next-heading", ("right_square_bracket right_square_bracket",), "Next heading", "Move", TEXT, does="go"),
    Command(
        "previous-heading", ("left_square_bracket left_square_bracket",), "Previous heading", "Move", TEXT, does="go"
    ),
    Command("next-highlight", ("right_square_bracket h",), "Next highlight", "Move", TEXT, does="go"),
    Command("previous-highlight", ("left_square_bracket h",), "Previous highlight", "Move", TEXT, does="go"),
    Command("next-quotation", ("right_square_bracket q",), "Next quotation", "Move", TEXT, does="go"),
    Command("previous-quotation", ("left_square_bracket q",), "Previous quotation", "Move", TEXT, does="go"),
    Command("next-of-speaker", ("right_square_bracket s",), "Next quotation of this speaker", "Move", TEXT, does="go"),
    Command(
        "previous-of-speaker", ("left_square_bracket s",), "Previous quotation of this speaker", "Move", TEXT, does="go"
    ),
    Command("next-article", ("J",), "Next article", "Move", EVERYWHERE - CARET, does="step-article"),
    Command("previous-article", ("K",), "Previous article", "Move", EVERYWHERE - CARET, does="step-article"),
    Command(
        "set-place-mark",
        ("m *",),
        "Set a place mark",
        "Move",
        TEXT,
        takes_key=True,
        palette=False,
        help="It stays; a small letter can mean a place in each article, a capital is one in the library",
    ),
    Command(
        "go-to-place-mark",
        ("apostrophe *",),
        "Go to a place mark",
        "Move",
        TEXT,
        takes_key=True,
        palette=False,
        help="'' goes back to where the last jump began",
    ),
    Command("back", ("ctrl+o", "alt+left", "backspace"), "Back to where you were", "Move", TEXT),
    Command("forward", ("alt+right",), "Forward again", "Move", TEXT),
)
