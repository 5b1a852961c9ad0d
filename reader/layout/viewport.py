"""Which rows of a page are on the screen.  The place is a row, never a number of rows from the top: nothing jumps."""

from __future__ import annotations

from dataclasses import dataclass

from reader.layout.page import Page, RowRef
from reader.layout.row import Row

_SIGN = 1
"""Cells of the sign that says that something is cut off."""


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen of rows that are too wide: `fixed` cells, and behind them what follows after `shift` more."""

    shift: int
    room: int
    """Cells of all that is seen."""
    fixed: int = 0


class Viewport:
    """A window of `height` rows on a page.  The last row of the article never leaves the bottom of a full window.

    Only what is too wide for the page moves sideways; everything else stays where it is.
    """

    def __init__(self, page: Page, height: int, top: RowRef | None = None) -> None:
        self.page = page
        self.height = max(1, height)
        self.top = top or page.first()
        self._slid = 0
        """Cells by which what is too wide has been moved to the left."""

    def rows(self) -> list[tuple[RowRef, Row]]:
        """The rows on the screen; fewer than `height` where the article is shorter."""
        return self.page.window(self.top, self.height)

    def scroll(self, by: int) -> bool:
        """Move by rows; False if there was nowhere to go."""
        before = self.top
        self.top = self.page.walk(self.top, by)
        if by > 0:
            self._fill()
        return self.top != before

    def to_top(self) -> None:
        self.top = self.page.first()

    def to_bottom(self) -> None:
        self.top = self.page.walk(self.page.last(), 1 - self.height)

    def put(self, offset: int, row: int = 0) -> None:
        """Show `offset` on screen row `row`, or as near as the article's ends allow."""
        self.top = self.page.walk(self.page.find(offset).ref, -row)
        self._fill()

    def reveal(self, offset: int, margin: int = 2) -> bool:
        """Scroll as little as possible so that `offset` is `margin` rows from the edges; False if it was there.

        What is further away than a screen is put at a third of the height, where eyes expect it.
        """
        before = self.top
        ref = self.page.find(offset).ref
        margin = min(margin, (self.height - 1) // 2)
        highest, lowest = self.page.walk(ref, -margin), self.page.walk(ref, margin + 1 - self.height)
        if ref < self.page.walk(self.top, -self.height) or ref > self.page.walk(self.top, 2 * self.height):
            self.put(offset, self.height // 3)
        elif self.top > highest:
            self.top = highest
        elif self.top < lowest:
            self.top = lowest
        self._fill()
        self._slide_to(offset)
        return self.top != before

    def shows(self, offset: int) -> bool:
        ref = self.page.find(offset).ref
        return self.top <= ref <= self.page.walk(self.top, self.height - 1)

    def window(self, block: int) -> Window | None:
        """What is seen of a block's rows; None if that is all of them."""
        hidden = self.page.hidden(block)
        return Window(min(self._slid, hidden), self.page.room, self.page.fixed(block)) if hidden else None

    def offset_at(self, ref: RowRef, column: int) -> int:
        """The source offset of the cell that is seen in `column`."""
        window = self.window(ref.block)
        shift = window.shift if window and column >= window.fixed else 0
        return self.page.offset_at(ref, column + shift)

    def slide(self, by: int) -> bool:
        """Move what is too wide by that many cells; False if there was nowhere to go."""
        most = max((self.page.hidden(ref.block) for ref, _ in self.rows()), default=0)
        before = min(self._slid, most)
        self._slid = max(0, min(before + by, most))
        return self._slid != before

    def _slide_to(self, offset: int) -> None:
        """Move as little as possible so that `offset` is not cut off."""
        place = self.page.find(offset)
        window = self.window(place.ref.block)
        if window is None or place.column < window.fixed:
            return
        column = place.column - window.shift
        is_cut = column < window.fixed + (_SIGN if window.shift else 0) or column >= window.room - _SIGN
        if is_cut:
            self._slid = max(0, place.column - (window.fixed + window.room) // 2)

    @property
    def first_offset(self) -> int:
        """Source offset of the first words on the screen."""
        shown = (row.span.start for _, row in self.rows() if row.span.length)
        return next(shown, 0)

    @property
    def last_offset(self) -> int:
        """Source offset where the words on the screen end."""
        return max((row.span.end for _, row in self.rows() if row.span.length), default=0)

    def _fill(self) -> None:
        if len(self.rows()) < self.height:
            self.to_bottom()
