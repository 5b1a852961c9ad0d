"""Where things stand: widths in cells, for the screen and for the first page, which is painted before there is one."""

from __future__ import annotations

from typing import NamedTuple

TINY, NARROW, SNUG, WIDE = 70, 100, 144, 170
"""Columns: below them one pane is shown at a time; lists are narrow; a side panel takes the library's place, so that
the text keeps its width; from WIDE on lists are wide."""
GUTTER = 6
"""Cells before the words of each row: two signs, two lanes of tags' letters, the bar of the focus, a blank."""


LIST_AT_LEAST, TEXT_AT_LEAST = 16, 30
"""Cells that a list and the text keep, whatever one wishes."""


class Widths(NamedTuple):
    """Cells of the lists beside the text."""

    shelf: int
    side: int


AS_USUAL = Widths(0, 0)
"""A wish for nothing in particular."""


def widths(columns: int, wished: Widths = AS_USUAL) -> Widths:
    """The lists on a screen of that width (`TINY` or more), each as wide as wished, as far as the text has room."""
    usual = Widths(24, 34) if columns < NARROW else Widths(40, 56) if columns >= WIDE else Widths(34, 40)
    most = columns - TEXT_AT_LEAST
    shelf, side = (max(LIST_AT_LEAST, min(wish or width, most)) for wish, width in zip(wished, usual, strict=True))
    return Widths(shelf, side)


def column_of_text(pane: int, measure: int) -> tuple[int, int]:
    """(left, width): the column stands in the middle of a pane of that many cells, with a gutter and a scroll bar."""
    width = max(4, min(measure, pane - GUTTER - 2))
    return max(0, (pane - width - GUTTER - 1) // 2 - 1), width


def room_for_wide(pane: int, measure: int) -> int:
    """Cells for what need not keep to the measure: from the column's left edge to a blank before the scroll bar."""
    left, width = column_of_text(pane, measure)
    return max(width, pane - left - GUTTER - 2)
