"""A Markdown table as rows of cells, each with its displayed words.  How wide columns are is decided by the layout.

| Name  | Seats |        Table(rows=((Name, Seats), (Green \\| Red, 12)), aligns=("left", "right"))
|-------|------:|
| Green \\| Red | 12 |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reader.article.addresses import with_addresses
from reader.article.block import Block
from reader.article.builder import Builder
from reader.article.definitions import Definitions
from reader.article.displayed import Displayed
from reader.article.inline_words import MARKUP, Place, show_inline
from reader.text import Span

_NOTHING = Displayed("", ())
Align = Literal["left", "center", "right"]

_CELL = re.compile(r"(?:\\\||[^|])*")
_ESCAPED_BAR = re.compile(r"\\(?=\|)")


@dataclass(frozen=True)
class Table:
    """Rows of equally many cells; `rows[0]` is the head, but for further parts of a very long table."""

    rows: tuple[tuple[Displayed, ...], ...]
    aligns: tuple[Align, ...]
    has_head: bool = True


def read_table(text: str, block: Block, known: Definitions) -> Table:
    """The table in `block`, whose pieces are its lines; the line of dashes becomes `aligns`."""
    if block.info:
        dashes, lines = block.info, block.pieces
    else:
        dashes, lines = block.pieces[1].of(text), (block.pieces[0], *block.pieces[2:])
    shown = [[_shown(text, cell, known) for cell in _cells(text, line)] for line in lines]
    aligns = [_align(cell.of(dashes)) for cell in _cells(dashes, Span(0, len(dashes)))]
    columns = max(len(aligns), *(len(row) for row in shown))
    rows = tuple((*row, *[_NOTHING] * (columns - len(row))) for row in shown)
    aligns += ["left"] * (columns - len(aligns))
    return Table(rows, tuple(aligns), has_head=not block.info)


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a source line without the bars between them and the blanks around them."""
    start, end = line.start, line.end
    if text.startswith("|", start, end):
        start += 1
    cells = []
    while True:
        found = _CELL.match(text, start, end)
        behind = found.end() if found else end
        cells.append(_stripped(text, start, behind))
        if behind >= end:
            break
        start = behind + 1
    if len(cells) > 1 and text.endswith("|", line.start, end) and not cells[-1].length:
        cells.pop()
    return cells


def _stripped(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    lead = len(content) - len(content.lstrip())
    return Span(start + lead, start + lead + len(content.strip()))


def _align(dashes: str) -> Align:
    if dashes.endswith(":"):
        return "center" if dashes.startswith(":") else "right"
    return "left"


def _shown(text: str, cell: Span, known: Definitions) -> Displayed:
    """A cell's words; the backslash of an escaped bar is markup of the table, even in code."""
    places: list[Place] = []
    raw: list[str] = []
    start = cell.start
    at = 0
    for end in (*(found.start() for found in _ESCAPED_BAR.finditer(text, cell.start, cell.end)), cell.end):
        places.append(Place(at, start, end - start))
        raw.append(text[start:end])
        at += end - start
        start = end + 1
    builder = Builder()
    if len(places) == 1 and not MARKUP.search(raw[0]):
        builder.add(raw[0], cell.start)
    else:
        show_inline("".join(raw), places, known, builder)
    return with_addresses(builder.build())
