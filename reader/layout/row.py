"""A row: one line of an article as it is laid out, with exact places in both directions.

Painted text and decoration side by side; cells of the terminal are known here and in the reading pane, nowhere else.

    "│ • "            prefix: decoration, belongs to no offset
    "a bold word"     words: displayed characters, each with its place in the source
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from reader.article import Block
from reader.article.displayed import Displayed, Emphasis
from reader.text import Span
from reader.text.width import Cluster, cells, graphemes, is_narrow, painted


@dataclass(frozen=True, slots=True, order=True)
class RowRef:
    """The address of a row: which block of the article, which of its rows.  Blank rows before a block count first."""

    block: int
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the laid-out article."""

    ref: RowRef
    column: int
    """Cells from the left edge of the measure, decoration included."""


@dataclass(frozen=True, slots=True)
class Decoration:
    """Text in front of a row's words that has no place in the source: markers, quote bars, indents."""

    text: str
    role: str
    """marker, quote, indent or continuation; rule and fold stand where words would."""


_INSTEAD_OF_WORDS = ("rule", "fold")
_NO_WORDS = Displayed("", ())


@dataclass(frozen=True)
class Row:
    """One line as it is painted: the decoration of `prefix`, then `text`."""

    block: Block
    span: Span
    """The source that its words cover; empty for blank and purely decorative rows."""
    prefix: tuple[Decoration, ...] = ()
    words: Displayed = _NO_WORDS
    """Text, runs and emphases of this row alone, counted from its first character."""
    end: int | None = None
    """The source offset behind the last character where a line ends here; None where the words go on below."""
    is_blank: bool = False
    """True for the gap before a block (which may still have quote bars)."""

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def emphases(self) -> tuple[Emphasis, ...]:
        return self.words.emphases

    @cached_property
    def indent(self) -> int:
        """Cells before the first word, or where it would be in a row that shows a rule or a fold instead."""
        return sum(cells(part.text) for part in self.prefix if part.role not in _INSTEAD_OF_WORDS)

    @cached_property
    def clusters(self) -> list[Cluster] | None:
        """(start, end, cells) of each grapheme of `text`; None if columns are simply indexes."""
        return None if is_narrow(self.text) else graphemes(self.text)

    @cached_property
    def cells(self) -> int:
        """Cells of the whole row; blanks at a row's end may hang over the measure."""
        return sum(cells(part.text) for part in self.prefix) + self._cells_before(len(self.text))

    def painted(self, start: int, end: int) -> str:
        """What to send to a terminal for `text[start:end]`, which must not tear a grapheme: exactly as many cells."""
        if self.clusters is None:
            return self.text[start:end]
        inside = [cluster for cluster in self.clusters if start <= cluster[0] < end]
        return "".join(painted(self.text[first:behind], width) for first, behind, width in inside)

    def column_of(self, offset: int) -> int:
        """The column where the source `offset` is shown, or would be if it were displayed."""
        return self.indent + self._cells_before(self.index_of(offset))

    def offset_of(self, column: int) -> int:
        """The source offset of the character in `column`.

        Left of the words: their first character.  Right of them: `end`, or the last character where the words go on.
        """
        if not self.words.runs:
            return self.span.start
        index = self._index_at(column - self.indent)
        if index == len(self.text) and self.end is not None:
            return self.end
        return self.words.to_source(self._start_of(self._placed(index)))

    def index_of(self, offset: int) -> int:
        """The index into `text` where the source `offset` is shown; `len(text)` if it lies behind."""
        if self.end is not None and offset >= self.end:
            return len(self.text)
        return self.words.to_displayed(offset)

    def _cells_before(self, index: int) -> int:
        if self.clusters is None:
            return index
        return sum(width for _, end, width in self.clusters if end <= index)

    def _index_at(self, cell: int) -> int:
        if self.clusters is None:
            return max(0, min(cell, len(self.text)))
        right = 0
        for start, _, width in self.clusters:
            right += width
            if cell < max(right, 1):
                return start
        return len(self.text)

    def _placed(self, index: int) -> int:
        """`index`, or the nearest one before it (else behind it) that stands in the source."""
        if self.words.has_place(index):
            return index
        k = bisect_right(self.words.runs, index, key=lambda run: run.displayed) - 1
        run = self.words.runs[max(0, k)]
        return run.displayed + run.length - 1 if k >= 0 else run.displayed

    def _start_of(self, index: int) -> int:
        """The first index of the cluster that holds `index`."""
        if self.clusters is None or index < 0:
            return max(0, index)
        starts = [start for start, _, _ in self.clusters]
        return starts[bisect_right(starts, index) - 1]
