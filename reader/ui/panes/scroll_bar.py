"""The scroll bar of a text: one cell a row, which is also an overview of the highlights.  Pure."""

from __future__ import annotations

from reader.layout.marks import MarkIndex
from reader.layout.viewport import Viewport
from reader.text import Span
from reader.ui.pieces import Piece


def part_shown(view: Viewport, rows: int) -> Span:
    """What of the article is on the screen in so many rows; nothing if that is all of it."""
    everything = view.top == view.page.first() and rows < view.height
    return Span(0, 0) if everything else Span(view.first_offset, view.last_offset)


class ScrollBar:
    """A bar of `height` rows beside a text of `length` characters; made anew when its highlights change."""

    def __init__(self, height: int, length: int, highlights: MarkIndex) -> None:
        slots = [_slot(y, height, max(1, length)) for y in range(height)]
        self._slots = [(slot, highlights.touches(slot)) for slot in slots]

    def cells(self, thumb: Span) -> list[Piece]:
        """One piece a row; `thumb` is the part of the text that is on the screen."""
        return [_MARKED if marked else _THUMB if slot.overlaps(thumb) else _EMPTY for slot, marked in self._slots]


_MARKED, _THUMB, _EMPTY = Piece("▪", ("thumb-mark",)), Piece("▐", ("bar",)), Piece(" ", ("bar",))


def _slot(y: int, height: int, length: int) -> Span:
    """What of the text row `y` stands for; at least a character."""
    return Span(y * length // height, max((y + 1) * length // height, y * length // height + 1))
