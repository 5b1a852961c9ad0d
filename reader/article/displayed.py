"""Displayed words of a block and where each of them stands in the source.  The only place that knows both sides.

source     a **bold** word            displayed   a bold word
runs       (0, 0, 2) (2, 4, 4) (6, 10, 5)         (displayed offset, source offset, length)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.text import Span


@dataclass(frozen=True, slots=True)
class Run:
    """`length` displayed characters from `displayed` on stand in the source from `source` on."""

    displayed: int
    source: int
    length: int
    spelled: int = 0
    """Source characters of a single displayed one, where the source spells it differently ("&amp;"); else 0."""

    @property
    def source_end(self) -> int:
        return self.source + (self.spelled or self.length)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch of displayed words that looks different: strong, em, strike, code, link, image, html, math …"""

    span: Span
    """In displayed offsets."""
    role: str
    target: str = ""
    """Where a link or image points."""


@dataclass(frozen=True, slots=True)
class Displayed:
    """What a reader sees of a block (or of a whole article), with exact places in the source.

    `runs` ascend on both sides.  Characters outside every run were put in for display and have no source of their own.
    """

    text: str
    runs: tuple[Run, ...]
    emphases: tuple[Emphasis, ...] = ()

    def to_source(self, index: int) -> int:
        """Source offset of displayed character `index`; of a character without one, the end of what stands before."""
        k = bisect_right(self.runs, index, key=lambda run: run.displayed) - 1
        if k < 0:
            return self.runs[0].source if self.runs else 0
        run = self.runs[k]
        inside = index - run.displayed
        return run.source + inside if inside < run.length else run.source_end

    def to_displayed(self, offset: int) -> int:
        """Displayed index of source `offset`; markup maps to the next displayed character."""
        k = bisect_right(self.runs, offset, key=lambda run: run.source) - 1
        if k < 0:
            return self.runs[0].displayed if self.runs else 0
        run = self.runs[k]
        if offset < run.source_end:
            return run.displayed + (0 if run.spelled else offset - run.source)
        return self.runs[k + 1].displayed if k + 1 < len(self.runs) else run.displayed + run.length

    def has_place(self, index: int) -> bool:
        """Whether displayed character `index` stands in the source."""
        k = bisect_right(self.runs, index, key=lambda run: run.displayed) - 1
        return k >= 0 and index < self.runs[k].displayed + self.runs[k].length

    def source_span(self, span: Span) -> Span:
        """The source from the first to the last character of displayed `span`; empty if none of them stands there."""
        first = bisect_right(self.runs, span.start, key=lambda run: run.displayed + run.length)
        last = bisect_left(self.runs, span.end, key=lambda run: run.displayed) - 1
        if first > last:
            at = self.to_source(span.start)
            return Span(at, at)
        start, end = self.runs[first], self.runs[last]
        inside = span.end - end.displayed
        return Span(
            start.source + max(0, span.start - start.displayed),
            end.source + inside if inside < end.length else end.source_end,
        )

    def part(self, span: Span) -> Displayed:
        """The displayed characters of `span` alone, counted from its start, with their runs and emphases."""
        runs: list[Run] = []
        first = max(0, bisect_right(self.runs, span.start, key=lambda run: run.displayed) - 1)
        for run in self.runs[first:]:
            if run.displayed >= span.end:
                break
            start, end = max(run.displayed, span.start), min(run.displayed + run.length, span.end)
            if start < end:
                runs.append(Run(start - span.start, run.source + start - run.displayed, end - start, run.spelled))
        emphases = tuple(
            Emphasis(clipped.moved(-span.start), emphasis.role, emphasis.target)
            for emphasis in self.emphases
            if (clipped := emphasis.span.clipped(span)) is not None
        )
        return Displayed(span.of(self.text), tuple(runs), emphases)

    def shown_span(self, source: Span) -> Span | None:
        """The displayed characters from the first to the last that stand in `source`; None if none does."""
        if not source.length:
            return None
        first = bisect_right(self.runs, source.start, key=lambda run: run.source_end)
        last = bisect_left(self.runs, source.end, key=lambda run: run.source) - 1
        if first > last:
            return None
        start, end = self.runs[first], self.runs[last]
        return Span(
            start.displayed + (0 if start.spelled else max(0, source.start - start.source)),
            end.displayed + min(end.length, source.end - end.source),
        )
