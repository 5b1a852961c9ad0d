"""Who is quoted where: speakers down, articles across, and how often; the cell under the cursor in words above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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
from reader.ui.panes.speakers_order import is_reported
from reader.ui.pieces import Piece, Roles, clipped

COLUMN = 4
LEAST_WIDTH = 76
HEAD = 3
"""Rows above the first speaker: title, cell in words, numbers of the columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A speaker in an article."""

    speaker: Speaker
    article_id: str


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
        """Articles are shown in the order of their dates, those without one at the end; only those with quotations."""
        super().__init__(**kwargs)
        self.palette = Palette(self)
        said = ((s, q) for s in speakers for q in s.quotations if reported or not is_reported(q))
        self._counts = Counter((s.id, q.article_id) for s, q in said)
        quoting = {article_id for _, article_id in self._counts}
        with_quotations = [listing for listing in listings if listing.entry.id in quoting]
        self._articles = sorted(with_quotations, key=lambda a: (a.published is None, str(a.published), a.entry.id))
        quoted = {speaker_id for speaker_id, _ in self._counts}
        self._speakers = [speaker for speaker in speakers if speaker.id in quoted]
        self._longest_name = max((cells(speaker.name) for speaker in self._speakers), default=0)
        self._top = self._left = 0

    # state
    @property
    def cell(self) -> Cell | None:
        if not self._speakers or not self._articles:
            return None
        return Cell(self._speakers[self.row], self._articles[self.column].entry.id)

    def count(self, cell: Cell) -> int:
        return self._counts[cell.speaker.id, cell.article_id]

    def validate_row(self, row: int) -> int:
        return max(0, min(row, len(self._speakers) - 1))

    def validate_column(self, column: int) -> int:
        return max(0, min(column, len(self._articles) - 1))

    def move(self, rows: int, columns: int) -> None:
        self.row += rows
        self.column += columns
        self._reveal()

    def step(self, forward: bool) -> None:
        """Go to the next article, or the one before, in which the speaker of this row is quoted."""
        if (cell := self.cell) is None:
            return
        said = [n for n, a in enumerate(self._articles) if self._counts[cell.speaker.id, a.entry.id]]
        ahead = [n for n in said if n > self.column] if forward else [n for n in reversed(said) if n < self.column]
        self.column = ahead[0] if ahead else self.column
        self._reveal()

    def choose(self) -> None:
        if (cell := self.cell) is not None:
            self.post_message(self.CellChosen(cell))

    def _reveal(self) -> None:
        rows, columns = self._fitting()
        self._top = max(min(self._top, self.row), self.row - rows + 1)
        self._left = max(min(self._left, self.column), self.column - columns + 1)
        self.refresh()

    def _fitting(self) -> tuple[int, int]:
        """How many speakers and articles fit."""
        return max(1, self.size.height - HEAD), max(1, (self.size.width - self._name_width()) // COLUMN)

    def _name_width(self) -> int:
        return max(8, min(self._longest_name + 2, self.size.width // 3))

    @property
    def whole(self) -> tuple[int, int]:
        """Columns and rows that show everything."""
        return max(self._longest_name + 2 + COLUMN * len(self._articles), LEAST_WIDTH), HEAD + len(self._speakers)

    def on_resize(self) -> None:
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        row, column = self._top + event.y - HEAD, self._left + (event.x - self._name_width()) // COLUMN
        if event.y >= HEAD and event.x >= self._name_width():
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
        width = self.size.width
        if y == 0 or self.cell is None:
            said = "" if y else f" Who is quoted where · {len(self._speakers)} speakers, {len(self._articles)} articles"
            return self.palette.strip([Piece(clipped(said, width), ("subheading",))], width)
        if y == 1:
            return self.palette.strip(self._cell_in_words(self.cell, width), width)
        columns = range(self._left, min(self._left + self._fitting()[1], len(self._articles)))
        if y == 2:
            pieces = [self._number(column) for column in columns]
            return self.palette.strip([Piece(" " * self._name_width()), *pieces], width)
        row = self._top + y - HEAD
        if row >= len(self._speakers):
            return self.palette.strip([], width)
        return self._speaker_row(row, columns, width)

    def _cell_in_words(self, cell: Cell, width: int) -> list[Piece]:
        article = self._articles[self.column]
        dated = f", {article.published.strftime('%-d %b %Y')}" if article.published else ""
        count = f" {self.count(cell)} × "
        words = clipped(f"{cell.speaker.name} in “{article.title}”{dated}", width - cells(count))
        return [Piece(count, ("number",)), Piece(words)]

    def _number(self, column: int) -> Piece:
        return Piece(f"{column + 1:>{COLUMN}}", ("key",) if column == self.column else ("muted",))

    def _speaker_row(self, row: int, columns: range, width: int) -> Strip:
        speaker, here = self._speakers[row], row == self.row
        behind: Roles = ("cursor",) if here else ()
        room = self._name_width() - 2
        name = clipped(speaker.name, room)
        pieces = [
            Piece("▌" if here else " ", (*behind, "key")),
            Piece(name + " " * (room + 1 - cells(name)), (*behind, "name") if here else behind),
        ]
        for column in columns:
            count = self._counts[speaker.id, self._articles[column].entry.id]
            roles: Roles = ("hit-current",) if here and column == self.column else (*behind, _weight(count))
            number = str(count) if count < 1000 else "999"
            pieces.append(Piece(" " * (COLUMN - 3), behind))
            pieces.append(Piece(f"{number if count else '·':>3}", roles))
        return self.palette.strip(pieces, width, behind)


def _weight(count: int) -> str:
    """A role for a number: the more there are, the more it shows."""
    if count == 0:
        return "bar"
    return "number" if count < 5 else "key"
