"""What a search has found in one article so far, in order: grows while it is looked at, eight bytes a hit.

A common word stands a hundred thousand times in a long text; as objects, its places would take more memory than that.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import overload

from reader.text import Span


class Hits(Sequence[Span]):
    """Spans that do not overlap, sorted; every question costs a few steps, however many there are."""

    def __init__(self, found: Iterable[Span] = ()) -> None:
        self._starts = array("I")
        self._ends = array("I")
        self.searched = 1.0
        """How much of the article has been searched, 0 to 1: as long as it is less, there may be more hits."""
        self.add(found)

    def add(self, found: Iterable[Span]) -> None:
        """Take in spans that are neighbours: sorted, and none of the known ones lies between them."""
        spans = list(found)
        if spans:
            at = bisect_left(self._starts, spans[0].start)
            self._starts[at:at] = array("I", [span.start for span in spans])
            self._ends[at:at] = array("I", [span.end for span in spans])

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        return Span(self._starts[index], self._ends[index])

    def number(self, hit: Span | None) -> int:
        """The place of `hit` among the hits, counted from 1; 0 if it is none of them."""
        at = len(self) if hit is None else bisect_left(self._starts, hit.start)
        return at + 1 if at < len(self) and self[at] == hit else 0

    def following(self, offset: int) -> Span | None:
        """The first hit that starts at `offset` or behind it."""
        at = bisect_left(self._starts, offset)
        return self[at] if at < len(self) else None

    def preceding(self, offset: int) -> Span | None:
        """The last hit that starts before `offset`."""
        at = bisect_left(self._starts, offset) - 1
        return self[at] if at >= 0 else None

    def over(self, span: Span) -> list[Span]:
        """The hits that share a character with `span`."""
        if not span.length:
            return []
        return self[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def touches(self, span: Span) -> bool:
        """Does any hit share a character with `span`?"""
        at = bisect_right(self._ends, span.start)
        return at < len(self) and self._starts[at] < span.end
