"""The blocks of an article, found as far as somebody looks: batches in, blocks by their number or place out.

What has been found takes a few dozen bytes for each: once a search has been through a long text it is 50,000 blocks,
which as objects take as much memory as the text itself, and of which a screen shows twenty.  For the same reason
blocks may come and go as rows: whoever reads every one of them needs no objects.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

from reader.article.block import Block, Container, Kind
from reader.text import Span

_CACHED = 1024
"""Blocks that are not made anew when somebody looks again."""
Manner: TypeAlias = tuple[Kind, int, tuple[Container, ...], int, str]
"""All that a block is, but for its place: kind, level, containers, gap and info.  Few differ in that."""


class Row(NamedTuple):
    """A block in numbers: where it starts and ends, and each of its pieces."""

    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    manner: Manner


class Blocks:
    """The blocks of one article, found batch by batch so that a first screen never waits for the last page.

    `grow()` takes one batch more; everything else answers for what is known so far.  `complete()` takes all.
    """

    def __init__(self, batches: Iterable[Iterable[Block | Row]]) -> None:
        self._batches = iter(batches)
        self._known = _Known()
        self.done = False

    def __len__(self) -> int:
        return len(self._known)

    def __getitem__(self, index: int) -> Block:
        """The block `index`, counted from 0; IndexError for one that is not known."""
        return self._made(index)

    def __iter__(self) -> Iterator[Block]:
        return map(_block, self._known.rows())

    def rows(self) -> Iterator[Row]:
        """All known blocks in order, as rows."""
        return self._known.rows()

    def grow(self) -> bool:
        """Take one batch more; True when every block is known."""
        if not self.done:
            batch = next(self._batches, None)
            if batch is None:
                self.done = True
            else:
                self._known.add(batch)
        return self.done

    def complete(self) -> Blocks:
        """All blocks, however long it takes."""
        while not self.grow():
            pass
        return self

    def reach(self, offset: int) -> None:
        """Grow until the block that holds `offset` is known."""
        while not self.done and self._known.end <= offset:
            self.grow()

    def has(self, index: int) -> bool:
        """Whether there is a block `index`; grows until that is known."""
        while len(self) <= index and not self.grow():
            pass
        return index < len(self)

    def index_at(self, offset: int) -> int:
        """The known block that holds `offset`, or else the last one that starts before it; 0 for none."""
        return max(0, bisect_right(self._known.starts, offset) - 1)

    def count(self, kind: Kind, behind: int) -> int:
        """How many of the first `behind` known blocks are of that kind."""
        return self._known.count(kind, behind)

    @cached_property
    def _made(self) -> Callable[[int], Block]:
        return lru_cache(_CACHED)(self._known.block)


class _Known:
    """Rows in source order; the pieces of number n are those from first_piece[n] to first_piece[n + 1]."""

    def __init__(self) -> None:
        self.starts, self._ends = array("I"), array("I")
        self._first_piece = array("I", [0])
        self._piece_starts, self._piece_ends = array("I"), array("I")
        self._manners: list[Manner] = []
        self._same: dict[Manner, Manner] = {}

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def end(self) -> int:
        """Where the last one ends, -1 while there is none."""
        return self._ends[-1] if self._ends else -1

    def add(self, batch: Iterable[Block | Row]) -> None:
        for found in batch:
            start, end, pieces, manner = found if isinstance(found, Row) else _row(found)
            self.starts.append(start)
            self._ends.append(end)
            for first, behind in pieces:
                self._piece_starts.append(first)
                self._piece_ends.append(behind)
            self._first_piece.append(len(self._piece_starts))
            self._manners.append(self._same.setdefault(manner, manner))

    def block(self, index: int) -> Block:
        inside = slice(*self._first_piece[index : index + 2])
        pieces = tuple(zip(self._piece_starts[inside], self._piece_ends[inside], strict=True))
        return _block(Row(self.starts[index], self._ends[index], pieces, self._manners[index]))

    def rows(self) -> Iterator[Row]:
        pieces = zip(self._piece_starts, self._piece_ends, strict=True)
        numbers = zip(self.starts, self._ends, pairwise(self._first_piece), self._manners, strict=True)
        for start, end, (first, behind), manner in islice(numbers, len(self)):
            yield Row(start, end, tuple(islice(pieces, behind - first)), manner)

    def count(self, kind: Kind, behind: int) -> int:
        return sum(manner[0] is kind for manner in islice(self._manners, behind))


def _row(block: Block) -> Row:
    pieces = tuple((piece.start, piece.end) for piece in block.pieces)
    manner = (block.kind, block.level, block.containers, block.gap, block.info)
    return Row(block.span.start, block.span.end, pieces, manner)


def _block(row: Row) -> Block:
    kind, level, containers, gap, info = row.manner
    return Block(
        kind, Span(row.start, row.end), tuple(Span(*piece) for piece in row.pieces), level, containers, gap, info
    )
