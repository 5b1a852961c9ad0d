"""An article at one width: rows made when they are looked at, addressed so that nothing ever has to be counted.

An address is a block and a row inside it.  There are no row numbers, no total height and no estimates: every step costs
what it shows, whatever the size of the article, and nothing moves when more of the article becomes known.
"""

from __future__ import annotations

from functools import lru_cache

from reader.article import Article, Kind
from reader.layout.block_rows import lay_out
from reader.layout.folding import Folds
from reader.layout.row import Place, Row, RowRef
from reader.layout.table_rows import first_column
from reader.layout.table_widths import Wants, wants
from reader.text.width import cells

__all__ = ["Page", "Place", "Row", "RowRef"]

NARROWEST = 4
"""Cells: below that, rows are laid out as if they had this many."""
_CACHED = 1024
"""Blocks whose rows are kept."""
_WIDE = (Kind.CODE, Kind.TABLE)
"""What may be wider than the measure, because nobody reads it line by line."""
_START = RowRef(0, 0)


class Page:
    """`width` is the measure in cells; `folded` shows stretches of site furniture as one row each.

    Code and tables have `room` cells, which reach into the margin; where they are `wrapped` that is enough for all code
    and most tables.  What is wider nevertheless says by how much: `hidden`.
    """

    def __init__(
        self, article: Article, width: int, *, room: int = 0, folded: bool = True, wrapped: bool = True
    ) -> None:
        self.article = article
        self.width = max(NARROWEST, width)
        self.room = max(self.width, room)
        self.wrapped = wrapped
        self._folds = Folds(article.blocks) if folded else None
        self._rows = lru_cache(_CACHED)(self._lay_out)
        self._wants = lru_cache(_CACHED)(self._wanted_by)
        self.hidden = lru_cache(_CACHED)(self._hidden)

    def rows(self, block: int) -> tuple[Row, ...]:
        """The rows of a block with the blank ones before it; none if it is folded into another or does not exist."""
        return self._rows(block) if self.article.blocks.has(block) else ()

    def row(self, ref: RowRef) -> Row:
        """The row at `ref`, which must be one that this page has given out."""
        return self.rows(ref.block)[ref.line]

    def first(self) -> RowRef:
        return _START

    def last(self) -> RowRef:
        """The last row of the article: takes all its blocks."""
        return self._last_of(max(0, len(self.article.blocks.complete()) - 1))

    def walk(self, ref: RowRef, by: int) -> RowRef:
        """The row `by` rows further (or back), or the last (or first) one."""
        block, line = ref.block, ref.line + by
        while line < 0:
            if block == 0:
                return _START
            block -= 1
            line += len(self.rows(block))
        while line >= len(self.rows(block)):
            if not self.article.blocks.has(block + 1):
                return self._last_of(block)
            line -= len(self.rows(block))
            block += 1
        return RowRef(block, line)

    def window(self, top: RowRef, height: int) -> list[tuple[RowRef, Row]]:
        """The rows from `top` on, at most `height`; fewer at the article's end."""
        shown: list[tuple[RowRef, Row]] = []
        block, line = top.block, top.line
        while len(shown) < height and self.article.blocks.has(block):
            rows = self.rows(block)
            shown += [(RowRef(block, at), rows[at]) for at in range(line, len(rows))]
            block, line = block + 1, 0
        return shown[:height]

    def find(self, offset: int) -> Place:
        """Where the source `offset` is shown; of markup, where the next displayed character of its block is."""
        self.article.blocks.reach(offset)
        block = self.article.blocks.index_at(offset)
        if not self.article.blocks.has(block):
            return Place(_START, 0)
        stretch = self._folds and self._folds.around(block)
        block = stretch[0] if stretch else block
        line, at = _find_in(self.rows(block), offset)
        return Place(RowRef(block, line), self.rows(block)[line].column_of(at))

    def offset_at(self, ref: RowRef, column: int) -> int:
        """The source offset of the cell: of the character that covers it, or the nearest one of its row."""
        return self.row(ref).offset_of(column) if self.rows(ref.block) else 0

    def _lay_out(self, index: int) -> tuple[Row, ...]:
        blocks = self.article.blocks
        stretch = self._folds and self._folds.around(index)
        width = self.room if blocks[index].kind in _WIDE else self.width
        wanted = self._wants(self._first_part(index)) if blocks[index].kind is Kind.TABLE else None
        rows = lay_out(self.article, blocks[index], width, self._gap(index), wrapped=self.wrapped, wanted=wanted)
        if self._folds is None or not stretch:
            return rows
        blank = tuple(row for row in rows if row.is_blank)
        return (*blank, self._folds.row(stretch)) if index == stretch[0] else ()

    def _first_part(self, index: int) -> int:
        """The block in which the table begins that block `index` is a part of."""
        while index and self.article.blocks[index].info:
            index -= 1
        return index

    def _wanted_by(self, index: int) -> Wants:
        """Of a table that begins in block `index`; the same whatever of it is known."""
        return wants(self.article, self.article.blocks[index])

    def _hidden(self, index: int) -> int:
        """Cells by which the rows of a block are wider than the room that they have."""
        kind = self.article.blocks[index].kind if self.article.blocks.has(index) else None
        if kind not in _WIDE or (kind is Kind.CODE and self.wrapped):
            return 0
        widest = max((row.cells - cells(row.text) + cells(row.text.rstrip()) for row in self.rows(index)), default=0)
        return max(0, widest - self.room)

    def fixed(self, index: int) -> int:
        """Cells at the left of a block that stay where they are while its rest is moved: a table's first column."""
        if self.article.blocks[index].kind is not Kind.TABLE:
            return 0
        column = first_column(next(row for row in self.rows(index) if not row.is_blank))
        return column if column <= self.room // 2 else 0

    def _gap(self, index: int) -> int:
        """Blank rows before a block: none at the top, two before a section."""
        if index == 0:
            return 0
        block, before = self.article.blocks[index], self.article.blocks[index - 1]
        opens_section = block.kind is Kind.HEADING and block.level <= 2
        if opens_section and before.kind not in (Kind.HEADING, Kind.TITLE):
            return 2
        return block.gap

    def _last_of(self, block: int) -> RowRef:
        """The last row at or before the end of `block`."""
        while block > 0 and not self.rows(block):
            block -= 1
        return RowRef(block, max(0, len(self.rows(block)) - 1))


def _find_in(rows: tuple[Row, ...], offset: int) -> tuple[int, int]:
    """(row, offset shown there): the row that shows `offset`, else the next character after it, else the end."""
    following: tuple[int, int] | None = None
    for line, row in enumerate(rows):
        if row.end == offset:
            return line, offset
        for run in row.words.runs:
            if run.source <= offset < run.source_end:
                return line, offset
            if run.source > offset and (following is None or run.source < following[1]):
                following = (line, run.source)
    return following or (len(rows) - 1, offset)
