"""Who is quoted where: speakers down, articles across by date, and how often; the cell under the cursor in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.text.width import cells
from reader.ui.painting import Palette
from reader.ui.panes.speakers_glance import COLUMN, FOOT, HEAD, SUM, Glance
from reader.ui.panes.speakers_tally import Cell, Tally
from reader.ui.pieces import Piece, Roles

LEAST_WIDTH = 76


class SpeakersMatrix(Widget, can_focus=True):
    """Arrow keys move a cell; only what is on the screen is painted, however large the folder."""

    ALLOW_SELECT = False

    row: reactive[int] = reactive(0)
    column: reactive[int] = reactive(0)

    class CellChosen(Message):
        def __init__(self, cell: Cell) -> None:
            super().__init__()
            self.cell = cell

    def __init__(
        self, speakers: Sequence[Speaker], listings: Sequence[Listing], reported: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.palette = Palette(self)
        self.tally = Tally(speakers, listings, reported)
        self._longest_name = max((cells(speaker.name) for speaker in self.tally.speakers), default=0)
        self._top = self._left = 0
        if self.tally.speakers:
            self.set_reactive(SpeakersMatrix.column, self.tally.quoted_in(0)[0])

    # state
    @property
    def cell(self) -> Cell | None:
        return self.tally.cell(self.row, self.column) if self.tally.speakers else None

    def validate_row(self, row: int) -> int:
        return max(0, min(row, len(self.tally.speakers) - 1))

    def validate_column(self, column: int) -> int:
        return max(0, min(column, len(self.tally.articles) - 1))

    def move(self, rows: int, columns: int) -> None:
        self.row += rows
        self.column += columns
        self._reveal()

    def step(self, forward: bool) -> None:
        """Go to the next article, or the one before, in which the speaker of this row is quoted."""
        said = self.tally.quoted_in(self.row) if self.tally.speakers else []
        ahead = [n for n in said if n > self.column] if forward else [n for n in reversed(said) if n < self.column]
        self.column = ahead[0] if ahead else self.column
        self._reveal()

    def choose(self) -> None:
        if (cell := self.cell) is not None:
            self.post_message(self.CellChosen(cell))

    def _reveal(self) -> None:
        rows, columns = self._fitting()
        self._top = max(min(self._top, self.row, len(self.tally.speakers) - rows), self.row - rows + 1, 0)
        self._left = max(min(self._left, self.column, len(self.tally.articles) - columns), self.column - columns + 1, 0)
        self.refresh()

    def _fitting(self) -> tuple[int, int]:
        """How many speakers and articles fit."""
        room = self.size.width - self._name_width() - SUM
        return max(1, self.size.height - HEAD - FOOT), max(1, room // COLUMN)

    def _name_width(self) -> int:
        return max(8, min(self._longest_name + 2, self.size.width // 3))

    @property
    def whole(self) -> tuple[int, int]:
        """Columns and rows that show everything."""
        width = self._longest_name + 2 + COLUMN * len(self.tally.articles) + SUM
        return max(width, LEAST_WIDTH), HEAD + len(self.tally.speakers) + FOOT

    def on_resize(self) -> None:
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        row, column = self._top + event.y - HEAD, self._left + (event.x - self._name_width()) // COLUMN
        if HEAD <= event.y < self.size.height - FOOT and event.x >= self._name_width():
            again = (row, column) == (self.row, self.column)
            self.row, self.column = row, column
            self._reveal()
            if again:
                self.choose()

    # painting
    def notify_style_update(self) -> None:
        self.palette.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        pieces, behind = self._row(y)
        return self.palette.strip(pieces, self.size.width, behind)

    def _row(self, y: int) -> tuple[list[Piece], Roles]:
        if not self.tally.speakers:
            return [Piece(" nobody is quoted here yet" if y == 0 else "", ("muted",))], ()
        rows, columns = self._fitting()
        across = range(self._left, min(self._left + columns, len(self.tally.articles)))
        down = range(self._top, min(self._top + rows, len(self.tally.speakers)))
        glance = Glance(self.tally, self.row, self.column, down, across, self._name_width(), self.size.width)
        if y < HEAD:
            return glance.head()[y], ()
        if y == self.size.height - FOOT:
            return glance.sums(), ()
        row = self._top + y - HEAD
        if row not in down:
            return [], ()
        return glance.speaker(row), ("cursor",) if row == self.row else ()
