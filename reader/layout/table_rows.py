"""Tables as rows: columns as wide as their words need, or wrapped inside their cells, and nothing ever cut off.

Name        │ Seats        a table that has no room even so becomes a list:    Name: Green
────────────┼──────                                                            Seats: 12
Green Party │    12
"""

from __future__ import annotations

from itertools import zip_longest

from reader.article import Article, Block
from reader.article.builder import Builder
from reader.article.displayed import Displayed
from reader.article.inline import table_of
from reader.article.table import Align, Table
from reader.layout.prefix import Prefix
from reader.layout.row import Decoration, Row
from reader.layout.wrap import BLANKS, wrap
from reader.text import Span
from reader.text.width import cells

_BORDER = " │ "
_CROSSING = "─┼─"
_NARROWEST = 6
"""Cells of a column below which a table is shown as a list."""
_NOTHING = Displayed("", ())


def table_rows(article: Article, block: Block, width: int, prefix: Prefix) -> list[Row]:
    """The rows of a table that has `width` cells, decoration included."""
    table = table_of(article, block)
    columns = fit([_natural(column) for column in zip(*table.rows, strict=True)], width - prefix.indent)
    if columns is None:
        return _as_list(block, table, width, prefix)
    rows: list[Row] = []
    for index, cells_of_row in enumerate(table.rows):
        for line in _lines(cells_of_row, columns, table.aligns, is_head=table.has_head and index == 0):
            rows.append(_row(block, line, prefix.rest if rows else prefix.first))
        if index == 0 and table.has_head:
            builder = Builder()
            builder.put(_CROSSING.join("─" * column for column in columns))
            builder.mark(0, "table-rule")
            rows.append(_row(block, builder.build(), prefix.rest))
    return rows


def fit(natural: list[int], width: int) -> list[int] | None:
    """The widths of columns that want `natural` cells and have `width` with their borders; None if there is no room.

    Narrow columns get what they want; the others share the rest evenly.
    """
    room = width - len(_BORDER) * (len(natural) - 1)
    widths = [0] * len(natural)
    order = sorted(range(len(natural)), key=lambda column: natural[column])
    for position, column in enumerate(order):
        widths[column] = min(natural[column], room // (len(order) - position))
        if widths[column] < min(natural[column], _NARROWEST):
            return None
        room -= widths[column]
    return widths


def _natural(column: tuple[Displayed, ...]) -> int:
    return max(1, *(cells(line) for cell in column for line in cell.text.split("\n")))


def _lines(
    row: tuple[Displayed, ...], columns: list[int], aligns: tuple[Align, ...], *, is_head: bool
) -> list[Displayed]:
    """A row of the table, as many lines high as its highest cell."""
    wrapped = [
        [cell.part(_fitting(cell.text, span, column)) for span in wrap(cell.text, max(2, column), prose=False)]
        for cell, column in zip(row, columns, strict=True)
    ]
    lines: list[Displayed] = []
    for parts in zip_longest(*wrapped, fillvalue=_NOTHING):
        builder = Builder()
        for index, part in enumerate(parts):
            if index:
                at = builder.length
                builder.put(_BORDER)
                builder.mark(at, "table-rule")
            _put_cell(builder, part, columns[index], aligns[index], is_head=is_head)
        lines.append(builder.build())
    return lines


def _put_cell(builder: Builder, part: Displayed, column: int, align: Align, *, is_head: bool) -> None:
    space = max(0, column - cells(part.text))
    left = {"left": 0, "right": space, "center": space // 2}[align]
    builder.put(" " * left)
    at = builder.length
    builder.append(part)
    if is_head:
        builder.mark(at, "table-head")
    builder.put(" " * (space - left))


def _as_list(block: Block, table: Table, width: int, prefix: Prefix) -> list[Row]:
    """Every cell on rows of its own, behind the name of its column."""
    rows: list[Row] = []
    names = [cell.text.replace("\n", " ") if table.has_head else "" for cell in table.rows[0]]
    for index, row in enumerate(table.rows):
        for name, cell in zip(names, row, strict=True):
            label = Decoration(f"{name}: ", "marker") if index and name else Decoration("", "marker")
            if cells(label.text) > (width - prefix.indent) // 2:
                label = Decoration("  ", "marker")
            indent = Decoration(" " * cells(label.text), "indent")
            for span in wrap(cell.text, max(2, width - prefix.indent - cells(label.text)), prose=False):
                before = (*(prefix.rest if rows else prefix.first), label)
                rows.append(_row(block, cell.part(span), before))
                label = indent
    return rows


def _fitting(text: str, span: Span, column: int) -> Span:
    """A cell has no margin that blanks could hang over: those that do not fit are left out."""
    end = span.end
    while end > span.start + 1 and text[end - 1] in BLANKS and cells(text[span.start : end]) > column:
        end -= 1
    return Span(span.start, end)


def _row(block: Block, words: Displayed, prefix: tuple[Decoration, ...]) -> Row:
    if not words.runs:
        return Row(block, Span(block.span.start, block.span.start), prefix, words)
    first, last = words.runs[0], words.runs[-1]
    return Row(block, Span(first.source, last.source_end), prefix, words)
