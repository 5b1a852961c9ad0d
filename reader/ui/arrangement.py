"""Where things stand: widths in cells, for the screen and for the first page, which is painted before there is one."""

from __future__ import annotations

TINY, NARROW, SNUG, WIDE = 70, 100, 144, 170
"""Columns: below them one pane is shown at a time; lists are narrow; a side panel takes the library's place, so that
the text keeps its width; from WIDE on lists are wide."""
GUTTER = 6
"""Cells before the words of each row: two signs, two lanes of tags' letters, the bar of the focus, a blank."""


def shelf_width(columns: int) -> int:
    """Cells of the library's list on a screen of that width (as styles/screens.tcss has it); all of a tiny one."""
    if columns < TINY:
        return columns
    return 24 if columns < NARROW else 40 if columns >= WIDE else 34


def column_of_text(pane: int, measure: int) -> tuple[int, int]:
    """(left, width): the column stands in the middle of a pane of that many cells, with a gutter and a scroll bar."""
    width = max(4, min(measure, pane - GUTTER - 2))
    return max(0, (pane - width - GUTTER - 1) // 2 - 1), width


def room_for_wide(pane: int, measure: int) -> int:
    """Cells for what need not keep to the measure: from the column's left edge to a blank before the scroll bar."""
    left, width = column_of_text(pane, measure)
    return max(width, pane - left - GUTTER - 2)
