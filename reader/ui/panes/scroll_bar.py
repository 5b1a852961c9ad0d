"""The scroll bar of a text: one cell a row, which is also an overview of the highlights.  Pure."""

from __future__ import annotations

from reader.layout.marks import MarkIndex
from reader.layout.viewport import Viewport
from reader.text import Span
from reader.ui.pieces import Piece


def shown(view: Viewport, rows: int) -> Span:
    """What of the article is on the screen in so many rows; nothing if that is all of it."""
    everything = view.top == view.page.first() and rows < view.height
    return Span(0, 0) if everything else Span(view.first_offset, view.last_offset)


def cell(y: int, height: int, length: int, thumb: Span, highlights: MarkIndex) -> Piece:
    """Row `y` of a bar of `height` rows beside a text of `length` characters."""
    length = max(1, length)
    slot = Span(y * length // height, max((y + 1) * length // height, y * length // height + 1))
    if highlights.touches(slot):
        return Piece("▪", ("thumb-mark",))
    return Piece("▐" if slot.overlaps(thumb) else " ", ("bar",))
