"""The rows of the matrix of speakers and articles: a tally and what of it is on the screen in, pieces out.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reader.text.counting import counted
from reader.text.width import cells
from reader.ui.panes.speakers_tally import Tally, months_over
from reader.ui.pieces import Piece, Roles, clipped

COLUMN = 4
SUM = 7
"""Cells for the sum at a row's end."""
HEAD = 4
"""Rows above the first speaker: title, cell in words, months, days."""
FOOT = 1
"""Rows below the last one: the sums of the articles."""
MUCH = 5
"""This many quotations in one article stand out."""
_TITLE = " Who is quoted where"


@dataclass(frozen=True, slots=True)
class Glance:
    """The part of a tally that fits on the screen."""

    tally: Tally
    row: int
    column: int
    """Of the cell under the cursor."""
    down: range
    """The speakers that are shown."""
    across: range
    """The articles that are shown."""
    names: int
    """Cells for the names."""
    width: int

    def head(self) -> list[list[Piece]]:
        """Title, the cell under the cursor in words, months, days."""
        return [self._title(), self._cell_in_words(), self._months(), self._days()]

    def speaker(self, row: int) -> list[Piece]:
        """A speaker's name, how often they are quoted in each article, and their sum."""
        here, room = row == self.row, self.names - 2
        behind: Roles = ("cursor",) if here else ()
        name = clipped(self.tally.speakers[row].name, room)
        pieces = [
            Piece("▌" if here else " ", (*behind, "key")),
            Piece(name + " " * (room + 1 - cells(name)), (*behind, "name") if here else behind),
        ]
        for column in self.across:
            count, current = self.tally.count(row, column), here and column == self.column
            roles: Roles = ("hit-current",) if current else behind or (_weight(count),)
            sign = "›" if current else " "
            pieces.append(Piece(f"{sign}{_short(count) if count else '·':>{COLUMN - 1}}", roles))
        return [*pieces, Piece(f"{self.tally.of_speaker(row):>{SUM - 1}}", (*behind, "name"))]

    def sums(self) -> list[Piece]:
        """How many quotations each article has, and all of them together."""
        sums = [Piece(f"{_short(self.tally.in_article(n)):>{COLUMN}}", ("muted",)) for n in self.across]
        total = Piece(f"{self.tally.total:>{SUM - 1}}", ("name",))
        return [Piece(" all".ljust(self.names), ("muted",)), *sums, total]

    def _title(self) -> list[Piece]:
        speakers = _part("speaker", self.down, len(self.tally.speakers))
        articles = _part("article", self.across, len(self.tally.articles))
        about = clipped(f" · {speakers}, {articles}", self.width - len(_TITLE))
        return [Piece(_TITLE, ("subheading",)), Piece(about, ("muted",))]

    def _cell_in_words(self) -> list[Piece]:
        article, speaker = self.tally.articles[self.column], self.tally.speakers[self.row]
        dated = article.published.strftime("%-d %b %Y · ") if article.published else ""
        count = f" {self.tally.count(self.row, self.column)} × "
        words = f"{speaker.name} · {dated}{article.title}"
        return [Piece(count, ("number",)), Piece(clipped(words, self.width - cells(count)))]

    def _months(self) -> list[Piece]:
        return [Piece(" " * self.names), Piece(months_over(self.tally, self.across, COLUMN), ("muted",))]

    def _days(self) -> list[Piece]:
        roles: dict[bool, Roles] = {True: ("key",), False: ("muted",)}
        days = [Piece(f"{self.tally.day(n):>{COLUMN}}", roles[n == self.column]) for n in self.across]
        return [Piece(" " * self.names), *days, Piece(f"{'all':>{SUM - 1}}", ("muted",))]


def _part(noun: str, shown: range, total: int) -> str:
    """How many there are, and which of them are shown if not all are: "158 speakers", "speakers 1–17 of 158"."""
    return counted(total, noun) if len(shown) >= total else f"{noun}s {shown.start + 1}–{shown.stop} of {total}"


def _short(count: int) -> str:
    return str(min(count, 999))


def _weight(count: int) -> str:
    """A role for a number: the more there are, the more it shows."""
    if count == 0:
        return "bar"
    return "number" if count < MUCH else "key"
