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
from reader.ui.panes.speakers_tally import Cell, Tally, months_over
from reader.ui.pieces import Piece, Roles, clipped

COLUMN = 4
SUM = 7
"""Cells for the sum at a row's end."""
LEAST_WIDTH = 76
HEAD = 4
"""Rows above the first speaker: title, cell in words, months, days."""
FOOT = 1
"""Rows below the last one: the sums of the articles."""
MUCH = 5
"""This many quotations in one article stand out."""


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
        cell, row = self.cell, self._top + y - HEAD
        columns = range(self._left, min(self._left + self._fitting()[1], len(self.tally.articles)))
        if cell is None:
            return [Piece(" nobody is quoted here yet" if y == 0 else "", ("muted",))], ()
        if y < HEAD:
            return [self._title(), self._cell_in_words(cell), self._months(columns), self._days(columns)][y], ()
        if y == self.size.height - FOOT:
            return self._sums(columns), ()
        if row >= len(self.tally.speakers):
            return [], ()
        return self._speaker(row, columns), ("cursor",) if row == self.row else ()

    def _title(self) -> list[Piece]:
        rows, columns = self._fitting()
        speakers = _part("speaker", self._top, rows, len(self.tally.speakers))
        articles = _part("article", self._left, columns, len(self.tally.articles))
        return [
            Piece(" Who is quoted where", ("subheading",)),
            Piece(clipped(f" · {speakers}, {articles}", self.size.width - 20), ("muted",)),
        ]

    def _cell_in_words(self, cell: Cell) -> list[Piece]:
        article = self.tally.articles[self.column]
        dated = article.published.strftime("%-d %b %Y · ") if article.published else ""
        count = f" {self.tally.count(self.row, self.column)} × "
        words = f"{cell.speaker.name} · {dated}{article.title}"
        return [Piece(count, ("number",)), Piece(clipped(words, self.size.width - cells(count)))]

    def _months(self, columns: range) -> list[Piece]:
        return [Piece(" " * self._name_width()), Piece(months_over(self.tally, columns, COLUMN), ("muted",))]

    def _days(self, columns: range) -> list[Piece]:
        days = [Piece(f"{self.tally.day(n):>{COLUMN}}", ("key",) if n == self.column else ("muted",)) for n in columns]
        return [Piece(" " * self._name_width()), *days, Piece(f"{'all':>{SUM - 1}}", ("muted",))]

    def _sums(self, columns: range) -> list[Piece]:
        name = Piece(" all".ljust(self._name_width()), ("muted",))
        sums = [Piece(f"{_short(self.tally.in_article(n)):>{COLUMN}}", ("muted",)) for n in columns]
        return [name, *sums, Piece(f"{self.tally.total:>{SUM - 1}}", ("name",))]

    def _speaker(self, row: int, columns: range) -> list[Piece]:
        here, room = row == self.row, self._name_width() - 2
        behind: Roles = ("cursor",) if here else ()
        name = clipped(self.tally.speakers[row].name, room)
        pieces = [
            Piece("▌" if here else " ", (*behind, "key")),
            Piece(name + " " * (room + 1 - cells(name)), (*behind, "name") if here else behind),
        ]
        for column in columns:
            count, current = self.tally.count(row, column), here and column == self.column
            roles: Roles = ("hit-current",) if current else behind or (_weight(count),)
            sign = "›" if current else " "
            pieces.append(Piece(f"{sign}{_short(count) if count else '·':>{COLUMN - 1}}", roles))
        return [*pieces, Piece(f"{self.tally.of_speaker(row):>{SUM - 1}}", (*behind, "name"))]


def _part(noun: str, first: int, fitting: int, total: int) -> str:
    """How many there are, and which of them are shown if not all fit: "158 speakers", "speakers 1–17 of 158"."""
    nouns = noun if total == 1 else f"{noun}s"
    return f"{total} {nouns}" if fitting >= total else f"{nouns} {first + 1}–{min(first + fitting, total)} of {total}"


def _short(count: int) -> str:
    return str(min(count, 999))


def _weight(count: int) -> str:
    """A role for a number: the more there are, the more it shows."""
    if count == 0:
        return "bar"
    return "number" if count < MUCH else "key"
