"""Every command of the app, once: its id, keys, words and the places where it works.

Key dispatch, footer, help, palette, `reader keys` and the README's table are all made from `COMMANDS`.
Keys are named as Textual names them; a chord is written with spaces ("] h"), `*` stands for any one character.
Plain data: importing this loads no Textual.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """What has the focus.  A place decides which commands a key can mean."""

    LIBRARY = "library"
    READING = "reading"
    CARET = "caret"
    SELECTION = "selection"
    SPEAKERS = "speakers"
    ANNOTATIONS = "annotations"
    CONTENTS = "contents"


EVERYWHERE = frozenset(Place)
READING = frozenset({Place.READING})
CARET = frozenset({Place.CARET, Place.SELECTION})
TEXT = READING | CARET
FRESH_CARET = frozenset({Place.CARET})
SPEAKERS = frozenset({Place.SPEAKERS})
LIST = EVERYWHERE - TEXT
PANELS = frozenset({Place.SPEAKERS, Place.ANNOTATIONS, Place.CONTENTS})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the app can do.

    `action_<id>` (dashes as underscores) on the focused pane or else on the screen does it; commands of one family
    share `action_<does>`, which is told the id.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    group: str
    where: frozenset[Place] = EVERYWHERE
    help: str = ""
    hint: str = ""
    """A word for the footer; "" keeps it out."""
    does: str = ""
    takes_key: bool = False
    """True if the action is told which key was pressed (the last one of a chord)."""
    palette: bool = True

    @property
    def action(self) -> str:
        """Name of the method that does it."""
        return "action_" + (self.does or self.id).replace("-", "_")

    @property
    def arguments(self) -> int:
        """How many words the method is told: the command's id or the key, or nothing."""
        return int(bool(self.does) or self.takes_key)


DIGITS = tuple("123456789")

COMMANDS: tuple[Command, ...] = (
    # moving in the text
    Command(
        "line-down",
        ("j", "down"),
        "Down a line",
        "Move",
        help="Scrolls; with a caret, moves it",
        palette=False,
        does="scroll",
    ),
    Command("line-up", ("k", "up"), "Up a line", "Move", palette=False, does="scroll"),
    Command("page-down", ("space", "pagedown", "ctrl+f", "f"), "Page down", "Move", hint="page", does="scroll"),
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
    Command("set-place-mark", ("m *",), "Set a place mark", "Move", TEXT, takes_key=True, palette=False),
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
    # caret and selection
    Command(
        "select",
        ("v", "shift+right", "shift+down"),
        "Select with a caret",
        "Select",
        READING,
        hint="select",
        help='Then move: h j k l, w b e, ( ) { }, or i/a and s, p, "',
    ),
    Command("select-paragraphs", ("V",), "Select paragraphs", "Select", TEXT),
    Command("caret-left", ("left",), "Caret left", "Select", CARET, palette=False, does="move"),
    Command("caret-right", ("l", "right"), "Caret right", "Select", CARET, palette=False, does="move"),
    Command("extend-left", ("shift+left",), "Extend left", "Select", TEXT, palette=False, does="extend"),
    Command("extend-right", ("shift+right",), "Extend right", "Select", CARET, palette=False, does="extend"),
    Command("extend-up", ("shift+up",), "Extend up", "Select", TEXT, palette=False, does="extend"),
    Command("extend-down", ("shift+down",), "Extend down", "Select", CARET, palette=False, does="extend"),
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
    # annotating
    Command("highlight", ("h",), "Highlight the sentence or selection", "Annotate", TEXT, hint="highlight"),
    Command("highlight-last-tag", ("H", "enter"), "Highlight with the last tag", "Annotate", TEXT),
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
        TEXT | {Place.ANNOTATIONS},
        hint="tag",
        help="Fuzzy; several with a comma; new names make new tags",
    ),
    Command("note", ("a",), "Note…", "Annotate", READING | {Place.SELECTION, Place.ANNOTATIONS}, hint="note"),
    Command("note-caret", ("a a", "a enter"), "Note on the selection…", "Annotate", FRESH_CARET),
    Command("shrink", ("less_than_sign",), "Shrink the highlight by a word", "Annotate", TEXT, does="resize"),
    Command("grow", ("greater_than_sign",), "Grow the highlight by a word", "Annotate", TEXT, does="resize"),
    Command(
        "delete",
        ("x", "delete"),
        "Delete",
        "Annotate",
        TEXT | {Place.ANNOTATIONS},
        help="The highlight in focus; undo brings it back",
    ),
    Command("delete-caret", ("d d",), "Delete the highlight under the caret", "Annotate", CARET, palette=False),
    Command("undo", ("U",), "Undo", "Annotate", hint="undo"),
    Command("undo-caret", ("u",), "Undo", "Annotate", CARET, palette=False),
    Command("redo", ("ctrl+r",), "Redo", "Annotate"),
    # finding
    Command("search", ("slash",), "Search in the article", "Find", TEXT, hint="search"),
    Command("next-hit", ("n",), "Next hit", "Find", TEXT, does="hit"),
    Command("previous-hit", ("N",), "Previous hit", "Find", TEXT, does="hit"),
    Command(
        "search-word",
        ("asterisk",),
        "Search the word here",
        "Find",
        TEXT,
        help="On a speaker's name: opens that speaker",
    ),
    Command("filter", ("slash",), "Filter the list", "Find", LIST, hint="filter", help="Type part of the words"),
    # panels
    Command("speakers", ("s",), "Who said what", "Show", hint="speakers", does="panel"),
    Command("annotations", ("T",), "Tags and highlights", "Show", hint="highlights", does="panel"),
    Command("contents", ("c",), "Contents", "Show", does="panel"),
    Command("next-pane", ("tab",), "Next pane", "Show", does="cycle"),
    Command("previous-pane", ("shift+tab",), "Previous pane", "Show", does="cycle"),
    Command("zen", ("z",), "Only the text", "Show"),
    Command("wider", ("plus",), "Wider column", "Show", TEXT, does="width"),
    Command("narrower", ("minus",), "Narrower column", "Show", TEXT, does="width"),
    Command("reset-width", ("equals_sign",), "Column of 66", "Show", TEXT, does="width"),
    Command("fold-chrome", ("F",), "Show or fold site furniture", "Show", TEXT),
    Command("open", ("enter", "right", "l"), "Open", "Show", LIST, hint="open"),
    Command("close-card", ("left",), "Close", "Show", SPEAKERS, palette=False),
    # who said what
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
    # taking away
    Command("copy", ("y",), "Copy the sentence or selection", "Take away", TEXT),
    Command("copy-quotation", ("Y",), "Copy as a Markdown quotation with speaker and source", "Take away", TEXT),
    Command("copy-or-hint", ("ctrl+c",), "Copy", "Take away", palette=False),
    Command("export", ("E", "ctrl+e"), "Export…", "Take away", hint="export"),
    Command("open-url", ("o",), "Open the original in a browser", "Take away", READING),
    # app
    Command("reload", ("r", "f5"), "Reload", "App", EVERYWHERE - CARET),
    Command("palette", ("colon", "ctrl+p"), "Every command", "App", hint="commands"),
    Command("help", ("question_mark", "f1"), "Help", "App", hint="help"),
    Command("step-back", ("escape",), "One step back", "App", palette=False),
    Command("leave", ("q",), "Back one level; quits at the library", "App", hint="back"),
    Command("quit", ("Q", "ctrl+q"), "Quit", "App"),
    Command("suspend", ("ctrl+z",), "Suspend", "App"),
)

BY_ID = {command.id: command for command in COMMANDS}
