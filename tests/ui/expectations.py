"""What each command of the table must do, and what has to be so before it can: the tables of test_every_command.py."""

from __future__ import annotations

from collections.abc import Callable

from reader.library.corrected import CONFIRMED
from reader.ui.commands import Place
from reader.ui.panes.annotations_order import Order as HighlightsOrder
from reader.ui.panes.speakers_order import Order
from tests.ui.desk import Seen

Expectation = Callable[[Seen, Seen], bool]

# How to come to a place from the start (the library has the focus, the first article is shown).
WAY_TO = {
    Place.LIBRARY: [],
    Place.READING: ["enter"],
    Place.CARET: ["enter", "right_parenthesis", "v"],
    Place.SELECTION: ["enter", "right_parenthesis", "v", "w", "w"],
    Place.SPEAKERS: ["enter", "s"],
    Place.ANNOTATIONS: ["enter", "right_parenthesis", "h", "T"],
    Place.CODEBOOK: ["enter", "right_parenthesis", "t", *"claim", "enter", "B"],
    Place.CONTENTS: ["enter", "c"],
}
INSTEAD = {"select-around-quotation": ["enter", "right_square_bracket", "q", "v"]}
# What has to be so before the command makes sense.
FIRST: dict[str, list[str]] = {
    "line-up": ["G"],
    "page-up": ["G"],
    "page-down-listed": ["enter", "right_parenthesis", "h", "T", "g"],
    "half-page-up": ["G"],
    "top": ["G"],
    "previous-sentence": ["right_parenthesis", "right_parenthesis"],
    "previous-paragraph": ["G"],
    "previous-heading": ["G"],
    "previous-highlight": ["right_parenthesis", "right_parenthesis", "H", "G"],
    "next-highlight": ["right_parenthesis", "right_parenthesis", "H", "g"],
    "previous-quotation": ["G"],
    "previous-of-speaker": ["G"],
    "previous-article": ["J"],
    "back": ["G"],
    "forward": ["G", "ctrl+o"],
    "go-to-place-mark": ["m", "a", "G"],
    "next-hit": ["slash", "w", "a", "l", "l", "enter"],
    "previous-hit": ["slash", "w", "a", "l", "l", "enter"],
    "shrink": ["right_parenthesis", "right_parenthesis", "H"],
    "grow": ["right_parenthesis", "right_parenthesis", "H"],
    "delete": ["right_parenthesis", "H"],
    "delete-caret": ["H", "v"],
    "what-changed": ["right_parenthesis", "H"],
    "accept": ["right_parenthesis", "H"],
    "undo": ["enter", "H"],
    "undo-caret": ["H", "v"],
    "redo": ["enter", "H", "U"],
    "close-card": ["enter"],
    "caret-left": ["w"],
    "extend-left": ["right_parenthesis", "shift+right", "shift+right"],
    "word-back": ["w"],
    "row-start": ["w"],
    "caret-previous-sentence": ["right_parenthesis"],
    "extend-paragraph-up": ["right_curly_bracket"],
    "extend-up": ["right_parenthesis", "shift+down"],
    "select-quotation": ["right_square_bracket", "q"],
    "top-caret": ["G"],
    "page-up-caret": ["G"],
    "reset-width": ["plus"],
    "reset-pane": ["minus"],
    "next-here": ["H", "v", "e", "H", "v"],
    "tag-by-key-in-list": ["t", *"claim", "enter", "1"],
    "pin-tag": ["0"],
    "unpin-tag": ["4"],
    "next-quotation-version": ["right_square_bracket", "q"],
    "previous-quotation-version": ["right_square_bracket", "q"],
    "slide-right": ["G", "comma"],
    "slide-left": ["G", "full_stop"],
}


def moved_on(before: Seen, after: Seen) -> bool:
    """Something further down is shown, in focus, under the caret or under the cursor of a list."""
    return position(after) > position(before)


def moved_back(before: Seen, after: Seen) -> bool:
    return position(after) < position(before)


def position(seen: Seen) -> tuple[int, int, int]:
    if seen.place in (Place.READING, Place.CARET, Place.SELECTION):
        return seen.selection.head if seen.selection else 0, seen.sentence.start if seen.sentence else 0, seen.top
    return seen.card, 0, 0


def dialog(name: str) -> Expectation:
    return lambda before, after: before.dialog == "" and after.dialog == name


def selects(before: Seen, after: Seen) -> bool:
    return after.selection is not None and after.place is Place.SELECTION


def selection_length(seen: Seen) -> int:
    return abs(seen.selection.head - seen.selection.anchor) if seen.selection else 0


def side(name: str) -> Expectation:
    """The panel opens and has the focus; from inside it, it closes."""
    return lambda before, after: after.side == ("" if before.side == before.place == name else name)


def has_tag(before: Seen, after: Seen) -> bool:
    return any("claim" in tags for _, tags, _ in after.highlights)


def one_more(before: Seen, after: Seen) -> bool:
    return len(after.highlights) == len(before.highlights) + 1


def one_less(before: Seen, after: Seen) -> bool:
    return len(after.highlights) == len(before.highlights) - 1


def longer(seen: Seen) -> int:
    return sum(len(words) for words, _, _ in seen.highlights)


def says(part: str) -> Expectation:
    return lambda before, after: part in after.said


EXPECTED: dict[str, Expectation] = {
    **dict.fromkeys(
        ("line-down", "page-down", "page-down-listed", "half-page-down", "bottom", "bottom-caret", "next-sentence",
         "next-paragraph",
         "next-heading", "next-highlight", "next-quotation", "next-of-speaker", "caret-right",
         "word-forward", "word-end", "row-end", "caret-next-sentence", "extend-paragraph-down", "extend-right",
         "extend-down", "forward"),
        moved_on,
    ),
    **dict.fromkeys(
        ("line-up", "page-up", "page-up-caret", "half-page-up", "top", "top-caret", "previous-sentence",
         "previous-paragraph", "previous-heading", "previous-highlight", "previous-quotation", "previous-of-speaker",
         "caret-left", "word-back", "row-start", "caret-previous-sentence", "extend-paragraph-up", "back",
         "go-to-place-mark", "extend-left", "extend-up"),
        moved_back,
    ),
    "next-article": lambda before, after: (before.article, after.article) == ("a-harbour.md", "b-ferry.md"),
    "previous-article": lambda before, after: (before.article, after.article) == ("b-ferry.md", "a-harbour.md"),
    "set-place-mark": says("place a set"),
    "select": lambda before, after: after.place in (Place.CARET, Place.SELECTION),
    **dict.fromkeys(
        ("select-paragraphs", "select-sentence", "select-around-sentence", "select-paragraph",
         "select-around-paragraph", "select-quotation", "select-around-quotation"),
        selects,
    ),
    "stop-selecting": lambda before, after: after.place is Place.READING,
    "swap-ends": lambda before, after: after.selection == (before.selection and before.selection.swapped()),
    "highlight": one_more,
    "highlight-last-tag": one_more,
    "highlight-with-tag": has_tag,
    "tag": dialog("TagPrompt"),
    "note": dialog("NoteDialog"),
    "note-caret": dialog("NoteDialog"),
    "important": lambda before, after: any(important for _, important in after.looks),
    "color": dialog("ColorPrompt"),
    "next-here": lambda before, after: after.lifted not in ("", before.lifted),
    "codebook": side("codebook"),
    "new-tag": dialog("LinePrompt"),
    "rename-tag": dialog("LinePrompt"),
    "merge-tag": dialog("NamePrompt"),
    "delete-tag": dialog("Question"),
    "color-tag": dialog("ColorPrompt"),
    "describe-tag": dialog("NoteDialog"),
    "pin-tag": lambda before, after: (before.tags[0][1], after.tags[0][1]) == (None, 1),
    "unpin-tag": lambda before, after: (before.tags[0][1], after.tags[0][1]) == (4, None),
    "shrink": lambda before, after: 0 < longer(after) < longer(before),
    "grow": lambda before, after: longer(after) > longer(before),
    "delete": one_less,
    "delete-caret": one_less,
    "everywhere": lambda before, after: after.highlights_view.everywhere,
    "sort-highlights": lambda before, after: after.highlights_view.order is HighlightsOrder.NEWEST,
    "mark": lambda before, after: after.marked == 1,
    "mark-all": lambda before, after: after.marked == len(after.highlights),
    "tag-in-list": dialog("TagPrompt"),
    "note-in-list": dialog("NoteDialog"),
    "delete-in-list": one_less,
    "important-in-list": says("as important"),
    "tag-by-key-in-list": has_tag,
    "color-in-list": dialog("ColorPrompt"),
    "what-changed": dialog("ChangesDialog"),
    "accept": says("nothing to accept"),
    "put-here": says("lost"),
    "undo": one_less,
    "undo-caret": one_less,
    "redo": one_more,
    "search-library": dialog("LibrarySearchScreen"),
    "follow-link": says("no links"),
    "search": lambda before, after: after.searching,
    "next-hit": lambda before, after: after.current_hit is not None and after.current_hit != before.current_hit,
    "previous-hit": lambda before, after: after.current_hit is not None and after.current_hit != before.current_hit,
    "search-word": lambda before, after: after.hits > 0 or after.side == "speakers",
    "filter": lambda before, after: after.typing,
    "speakers": side("speakers"),
    "annotations": side("annotations"),
    "contents": side("contents"),
    "next-pane": lambda before, after: after.focus != before.focus,
    "previous-pane": lambda before, after: after.focus != before.focus,
    "zen": lambda before, after: after.zen and after.place in (Place.READING, Place.CARET, Place.SELECTION),
    "wider": lambda before, after: after.measure == before.measure + 4,
    "narrower": lambda before, after: after.measure == before.measure - 4,
    "wider-pane": lambda before, after: after.pane_width == before.pane_width + 4,
    "narrower-pane": lambda before, after: after.pane_width == before.pane_width - 4,
    "reset-pane": lambda before, after: after.pane_width == before.pane_width + 4,
    "reset-width": lambda before, after: (before.measure, after.measure) == (70, 66),
    "wrap": lambda before, after: after.wrapped is not before.wrapped,
    "slide-right": lambda before, after: after.slid > before.slid,
    "slide-left": lambda before, after: after.slid < before.slid,
    "fold-chrome": lambda before, after: after.folded is not before.folded,
    "open": lambda before, after: after.place is Place.READING or after.opened_speaker != "",
    "close-card": lambda before, after: before.opened_speaker != "" and after.opened_speaker == "",
    "sort-speakers": lambda before, after: after.speakers_view.order is Order.NAME,
    "this-article": lambda before, after: after.speakers_view.article == after.article,
    "show-reported": lambda before, after: after.speakers_view.reported,
    "in-doubt": lambda before, after: after.speakers_view.doubtful,
    "speaker-matrix": dialog("MatrixScreen"),
    "next-quotation-version": says("no other article"),  # what they do where there is one: see test_comparing.py
    "previous-quotation-version": says("no other article"),
    "highlight-quotation": one_more,
    "wrong-speaker": dialog("NamePrompt"),
    "not-a-quotation": lambda before, after: len(after.quotations) == len(before.quotations) - 1,
    "confirm-speaker": lambda before, after: any(rule == CONFIRMED for _, _, rule in after.quotations),
    "merge-speakers": dialog("NamePrompt"),
    "rename-speaker": dialog("NamePrompt"),
    "split-speaker": dialog("NamePrompt"),
    "copy": lambda before, after: after.copied != "" and "copied" in after.said,
    "copy-quotation": lambda before, after: after.copied.startswith("> "),
    "copy-listed": lambda before, after: after.copied.startswith("> ") and "copied" in after.said,
    "copy-or-hint": lambda before, after: "copy" in after.said or "copied" in after.said,
    "export": dialog("ExportDialog"),
    "open-url": says("names no address"),
    "edit": says("no editor"),  # there is no terminal to hand over in these tests; see test_editing.py
    "settings": says("no editor"),
    "reload": says("reloaded"),
    "palette": dialog("PaletteDialog"),
    "help": dialog("HelpScreen"),
    "step-back": lambda before, after: after.running and (
        before.place in (Place.LIBRARY, Place.READING) or after.place is Place.READING
    ),
    "leave": lambda before, after: after.place is not before.place or not after.running,
    "quit": lambda before, after: not after.running,
    "suspend": lambda before, after: after.running,
}  # fmt: skip
