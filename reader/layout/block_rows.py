"""A block and a width in, its rows out."""

from __future__ import annotations

from reader.article import Article, Block, Kind
from reader.article.displayed import Displayed
from reader.article.inline import displayed
from reader.layout.prefix import Prefix, prefix_of
from reader.layout.row import Decoration, Row
from reader.layout.table_rows import table_rows
from reader.layout.table_widths import Wants
from reader.layout.wrap import wrap
from reader.text import Span

_ENDLESS = 1 << 30
"""Cells: wider than any line."""
_VERBATIM = (Kind.CODE, Kind.HTML, Kind.FRONT_MATTER, Kind.CHROME)


def lay_out(
    article: Article, block: Block, width: int, gap: int, *, wrapped: bool = True, wanted: Wants | None = None
) -> tuple[Row, ...]:
    """The rows of `block` at `width` cells (at least 4), after `gap` blank ones.

    Without `wrapped`, lines of code and cells of tables are as wide as they are written.  `wanted` is what the columns
    want of the table that `block` is a part of.
    """
    prefix = prefix_of(block, width)
    if block.kind is Kind.RULE:
        rows = [_rule(block, width, prefix)]
    elif block.kind is Kind.TABLE:
        rows = table_rows(article, block, width, prefix, wrapped=wrapped, wanted=wanted)
    else:
        room = width if wrapped or block.kind is not Kind.CODE else _ENDLESS
        rows = _word_rows(block, displayed(article, block), room, prefix)
    start = rows[0].span.start
    blank = Row(block, Span(start, start), prefix.blank, is_blank=True)
    return (*[blank] * gap, *rows)


def _word_rows(block: Block, shown: Displayed, width: int, prefix: Prefix) -> list[Row]:
    if not shown.text:
        at = block.pieces[0].start if block.pieces else block.span.end
        return [Row(block, Span(at, at), prefix.first, end=at)]
    rows: list[Row] = []
    decoration = prefix.first
    for span in wrap(shown.text, width - prefix.indent, prose=block.kind not in _VERBATIM):
        ends = span.end == len(shown.text) or shown.text[span.end] == "\n"
        end = shown.to_source(span.end) if ends else None
        rows.append(Row(block, shown.source_span(span), decoration, shown.part(span), end))
        decoration = prefix.line if ends else prefix.rest
    return rows


def _rule(block: Block, width: int, prefix: Prefix) -> Row:
    """A line of a third of the measure, in its middle."""
    room = width - prefix.indent
    line = "─" * max(3, room // 3)
    rule = Decoration(line.center(room).rstrip(), "rule")
    return Row(block, Span(block.span.start, block.span.start), (*prefix.first, rule))
