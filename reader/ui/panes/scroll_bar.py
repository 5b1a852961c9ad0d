"""The scroll bar of a text: one cell a row, which is also an overview of highlights and search hits.  Pure."""

from __future__ import annotations

from reader.layout.hits import Hits
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

    def cells(self, thumb: Span, hits: Hits) -> list[Piece]:
        """One piece a row; `thumb` is the part of the text that is on the screen.

        Of hits, each row asks for the first one in its part of the text, however many there are.
        """
        found = hits.touches if hits else _none
        return [_PIECES[slot.overlaps(thumb), marked, found(slot)] for slot, marked in self._slots]


def _none(_: Span) -> bool:
    return False


def _pieces() -> dict[tuple[bool, bool, bool], Piece]:
    """By whether a row's part of the text is on the screen, has highlights, has hits.

    What is on the screen is a bar in the colour of what lies there: what that is, the text itself says.
    """
    signs = {(False, False): " ", (True, False): "▪", (False, True): "-", (True, True): "▬"}
    pieces = {}
    for (marked, found), sign in signs.items():
        role = "bar-hit" if found else "bar-mark" if marked else "bar"
        pieces[False, marked, found] = Piece(sign, (role,))
        pieces[True, marked, found] = Piece("▐", (role,))
    return pieces


_PIECES = _pieces()


def _slot(y: int, height: int, length: int) -> Span:
    """What of the text row `y` stands for; at least a character."""
    return Span(y * length // height, max((y + 1) * length // height, y * length // height + 1))
