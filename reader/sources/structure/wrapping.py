"""Lines that were broken at a column, joined again: lines in, groups of lines out, each group a paragraph.

Evidence for a column: most lines end where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.sources.structure.lines import Line
from reader.text.scripts import is_unspaced

NARROWEST, WIDEST = 45, 132
"""Columns at which people and programs break lines."""
SAMPLE = 2000
"""Lines looked at to find the column."""
LONGEST = 20_000
"""Code points of one paragraph, so that a text without blank lines need not be read to its end."""

_FEWEST = 4
_TOLERANCE = 2
_CLEARLY_SHORT = 10
_MARKER = re.compile(r"(?:[-*•‣◦▪●–·∙]|\(?\d{1,3}[.)、]|\(?[a-zA-Z][.)])\s")
_ENDS = tuple('.!?:;。！？：”"’»)')


def wrap_column(text: str, lines: Sequence[Line]) -> int:
    """The column at which `lines` were broken, or 0 where they were not."""
    runs = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.blanks and not _MARKER.match(text, following.start)
    ]
    if len(runs) < _FEWEST:
        return 0
    widths = sorted(_width(line) for line, _ in runs)
    column = widths[int(len(widths) * 0.95)]
    if not NARROWEST <= column <= WIDEST:
        return 0
    full = sum(_width(line) + 1 + _first_word(following) > column - _TOLERANCE for line, following in runs)
    return column if full > len(runs) / 2 else 0


def paragraphs(text: str, lines: Iterable[Line], column: int) -> Iterator[list[Line]]:
    """`lines` grouped into paragraphs, lazily; every line is one where there is no wrap column."""
    if not column:
        yield from ([line] for line in lines)
        return
    group: list[Line] = []
    for line in lines:
        if group and not _continues(text, group, line, column):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(text: str, group: list[Line], line: Line, column: int) -> bool:
    """Does `line` go on with the paragraph that `group` began?"""
    previous = group[-1]
    is_item = _MARKER.match(text, group[0].start) is not None
    if line.blanks or len(line.text) > column + _CLEARLY_SHORT or line.end - group[0].start > LONGEST:
        return False
    if _MARKER.match(text, line.start) and (is_item or _ends(previous)):
        return False
    if not is_item and line.indent >= previous.indent + 2:
        return False
    short_by = column - (_width(previous) + 1 + _first_word(line))
    return short_by < _CLEARLY_SHORT or not (_ends(previous) or _width(previous) < 0.6 * column)


def _ends(line: Line) -> bool:
    return line.text.endswith(_ENDS)


def _width(line: Line) -> int:
    return line.indent + len(line.text)


def _first_word(line: Line) -> int:
    """The length of the first word; any sign of Chinese or Japanese is one."""
    if is_unspaced(line.text[0]):
        return 0
    end = line.text.find(" ")
    return len(line.text) if end < 0 else end
