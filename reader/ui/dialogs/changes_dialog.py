"""What has changed since a highlight was made: its words then and now, and where it is; answers what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.annotations import AnchorState
from reader.annotations.since import Since, Spot
from reader.annotations.together import can_be_accepted
from reader.annotations.wording import Fate, Wording
from reader.text.safe import safe
from reader.ui.dialogs.dialog import Dialog

LOOKS = {
    Fate.SAME: ("{}", ""),
    Fate.GONE: ("[{}]", "$error strike"),
    Fate.NEW: ("{{{}}}", "$success underline"),
}
"""Signs around words, which need no colours, and their look."""
STATES = {
    AnchorState.EXACT: "Nothing has changed: it stands on the words that were marked.",
    AnchorState.SHIFTED: "It stands on the same words; what is before them in the article has changed.",
    AnchorState.MOVED: "The same words stand somewhere else in the article now.",
    AnchorState.CHANGED: "The words have changed since:",
    AnchorState.AMBIGUOUS: "The words stand in several places now, and nothing tells which were meant.",
    AnchorState.ORPHAN: "The words are no longer in the article.",
}


class Wish(StrEnum):
    """What the user wants to do about it."""

    ACCEPT = "accept"
    GO = "go"


class ChangesDialog(Dialog[Wish]):
    """Shows; `A` accepts what there is now, `enter` goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("A,a", "accept", "Accept"),
        Binding("enter", "go", "Go there"),
        Binding("q,D", "leave", "Leave"),
    ]

    def __init__(self, found: Since) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        found = self._found
        with Vertical(classes="dialog changes") as box:
            box.border_title = "Since it was marked"
            accept = "A accepts it · " if can_be_accepted(found.annotation) else ""
            go = "enter goes there · " if found.places else ""
            box.border_subtitle = f"{accept}{go}esc leaves"
            yield Static(Content(STATES[found.annotation.anchor.state]), classes="state")
            yield Static(wording(found.wording), classes="wording")
            for spot in found.places:
                yield Static(_place(spot, lost=not found.annotation.anchor.placed), classes="passage")
            if not found.same_words:
                yield Static(_legend(), classes="legend")

    def action_accept(self) -> None:
        if can_be_accepted(self._found.annotation):
            self.dismiss(Wish.ACCEPT)

    def action_go(self) -> None:
        if self._found.places:
            self.dismiss(Wish.GO)


def wording(pieces: tuple[Wording, ...]) -> Content:
    """The words with signs and looks that say what has become of them."""
    return Content("").join(_piece(piece) for piece in pieces)


def _piece(piece: Wording) -> Content:
    signs, look = LOOKS[piece.fate]
    bare = piece.text.lstrip()
    space = piece.text[: len(piece.text) - len(bare)]
    content = Content(safe(signs.format(bare)))
    return Content(space) + (content.stylize(look) if look else content)


def _place(spot: Spot, lost: bool) -> Content:
    head = "perhaps here: " if lost else ""
    return Content(safe(f"{head}¶{spot.paragraph}  …{spot.before} ▸ {spot.after}…"))


def _legend() -> Content:
    return Content.assemble(
        _piece(Wording(Fate.GONE, "was marked, is gone")), "  ", _piece(Wording(Fate.NEW, "is new"))
    )
