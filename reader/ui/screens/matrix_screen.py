"""Speakers and articles at one glance; answers with the cell that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.ui.panes.speakers_matrix import SpeakersMatrix
from reader.ui.panes.speakers_tally import Cell
from reader.ui.stylesheets import stylesheet

MOVES = {
    "up,k": "move(-1, 0)",
    "down,j": "move(1, 0)",
    "left,h": "move(0, -1)",
    "right,l": "move(0, 1)",
    "pageup,b": "move(-10, 0)",
    "pagedown,space": "move(10, 0)",
    "home,g": "move(-1000000, 0)",
    "end,G": "move(1000000, 0)",
    "n,w": "step(True)",
    "N,p": "step(False)",
    "enter": "choose",
}
FRAME = 2


class MatrixScreen(ModalScreen[Cell | None]):
    """Closes with the chosen cell, or with None."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, action, show=False) for keys, action in MOVES.items()),
        Binding("escape,q,m", "leave", priority=True, show=False),
    ]

    def __init__(self, speakers: Sequence[Speaker], listings: Sequence[Listing], reported: bool) -> None:
        super().__init__()
        self.matrix = SpeakersMatrix(speakers, listings, reported)

    def compose(self) -> ComposeResult:
        self.matrix.border_subtitle = "arrows move · n N along a speaker · enter opens · esc leaves"
        yield self.matrix

    def on_mount(self) -> None:
        width, height = self.matrix.whole
        self.matrix.styles.width, self.matrix.styles.height = width + FRAME, height + FRAME
        self.matrix.focus()

    def action_move(self, rows: int, columns: int) -> None:
        self.matrix.move(rows, columns)

    def action_step(self, forward: bool) -> None:
        self.matrix.step(forward)

    def action_choose(self) -> None:
        self.matrix.choose()

    @on(SpeakersMatrix.CellChosen)
    def answer(self, event: SpeakersMatrix.CellChosen) -> None:
        self.dismiss(event.cell)

    def action_leave(self) -> None:
        self.dismiss(None)
