"""Tables as rows: columns as wide as their words need, or wrapped inside their cells, and nothing ever cut off.

Name        │ Seats
────────────┼──────
Green Party │    12

A table that has no room even so is wider than the page; the screen slides over it.
"""

from __future__ import annotations

from itertools import zip_longest

from reader.article import Article, Block
from reader.article.builder import Builder
from reader.article.displayed import Displayed
from reader.article.inline import table_of
from reader.article.table import Align
from reader.layout.prefix import Prefix
from reader.layout.row import Decoration, Row
from reader.layout.table_widths import Wants, wants_of
from reader.layout.wrap import BLANKS, wrap
from reader.text import Span
from reader.text.width import cells

_BORDER = " │ "
_BELOW_HEAD = ("─┼─", "─")
_BETWEEN_ROWS = ("╌┼╌", "╌")
_SHORT = 12
"""Cells of a column that is hardly worth wrapping."""
_WIDEST = 24
"""Cells of a column in a table that is wider than the page, unless a word in it is longer."""
_NOTHING = Displayed("", ())


def table_rows(
    article: Article,
    block: Block,
    width: int,
    prefix: Prefix,
    *,
    wrapped: bool = True,
    wanted: Wants | None = None,
) -> list[Row]:
    """The rows of a table that has `width` cells, decoration included; wider ones if there is no way to fit it.

    Without `wrapped`, cells stay on one line however wide that is.  `wanted` is what the whole table wants of which
    `block` is a part.
    """
    table = table_of(article, block)
    own = wants_of(table.rows, has_head=table.has_head)
    want = own if wanted is None else wanted.columns(len(own.natural))
    columns = want.natural if wanted is None else want.joined(own).natural
    if wrapped:
        columns = fit(want.natural, want.least, width - prefix.indent) or _shared(_WIDEST, want.natural, want.least)
    heads = [table.has_head and index == 0 for index in range(len(table.rows))]
    lines = [
        _lines(row, columns, table.aligns, is_head=is_head) for row, is_head in zip(table.rows, heads, strict=True)
    ]
    is_high = any(wide > column for wide, column in zip(want.joined(own).body, columns, strict=True))
    rows = [_row(block, _rule(columns, *_BETWEEN_ROWS), prefix.rest)] if is_high and not table.has_head else []
    for index, row in enumerate(lines):
        rows += [_row(block, line, prefix.rest if rows or n else prefix.first) for n, line in enumerate(row)]
        if heads[index]:
            rows.append(_row(block, _rule(columns, *_BELOW_HEAD), prefix.rest))
        elif is_high and index + 1 < len(lines):
            rows.append(_row(block, _rule(columns, *_BETWEEN_ROWS), prefix.rest))
    return rows


def _rule(columns: list[int], crossing: str, line: str) -> Displayed:
    builder = Builder()
    builder.put(crossing.join(line * column for column in columns))
    builder.mark(0, "table-rule")
    return builder.build()


def fit(natural: list[int], least: list[int], width: int) -> list[int] | None:
    """The widths of columns that have `width` cells with their borders; None if that tears words apart.

    None has less than its longest word (`least`) or more than it wants (`natural`).  Short ones, such as numbers, are
    not wrapped if that can be helped; what is left goes where most rows are needed.
    """
    room = width - len(_BORDER) * (len(natural) - 1) - sum(least)
    if room < 0:
        return None
    widths = list(least)
    for column in sorted(range(len(natural)), key=lambda column: natural[column]):
        more = natural[column] - widths[column]
        if natural[column] <= _SHORT and more <= room:
            widths[column] += more
            room -= more
    while room and (wrapped := [column for column, wide in enumerate(natural) if widths[column] < wide]):
        widths[max(wrapped, key=lambda column: natural[column] / widths[column])] += 1
        room -= 1
    return widths


def first_column(row: Row) -> int:
    """Cells of a table's row up to where its second column begins; 0 if there is none."""
    at = row.text.find(_BORDER)
    return row.indent + cells(row.text[:at]) + len(_BORDER) if at >= 0 else 0


def _shared(share: int, natural: list[int], least: list[int]) -> list[int]:
    return [max(low, min(share, high)) for low, high in zip(least, natural, strict=True)]


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
