"""Marks in, painted segments out: any number of overlapping ones, at a cost that grows with what is visible.

text    The minister said that
marks       [highlight    ]
                     [hit      ]
runs    |T..|minister |said|that|      each with the roles that lie over it, weakest first
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.layout.row import Row
from reader.text import Span

Segment = tuple[int, int, tuple[str, ...]]
"""(start, end, roles): indexes into `row.text`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source that is painted in the role `role`; higher priorities are painted later."""

    span: Span
    role: str
    priority: int = 0
    key: str = ""
    """Whose mark it is: the id of an annotation or quotation."""


class MarkIndex:
    """The marks of an article, ready to be asked for any place.

    Grouped by length, doubling from group to group and sorted by start inside each: what can reach a place stands in a
    short stretch of its group, however many marks there are and however long one of them is.
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        groups: dict[int, list[Mark]] = {}
        for mark in marks:
            groups.setdefault(mark.span.length.bit_length(), []).append(mark)
        self._groups = [
            (1 << bits, sorted(group, key=lambda mark: mark.span.start)) for bits, group in sorted(groups.items())
        ]
        self._starts = [[mark.span.start for mark in group] for _, group in self._groups]

    def over(self, span: Span) -> list[Mark]:
        """The marks that share a character with `span`, in the order in which they are painted."""
        return sorted(self._over(span), key=_painting_order)

    def touches(self, span: Span) -> bool:
        """Does any mark share a character with `span`?  Ends with the first one: a long span may have thousands."""
        return next(self._over(span), None) is not None

    def _over(self, span: Span) -> Iterator[Mark]:
        for (longest, group), starts in zip(self._groups, self._starts, strict=True):
            behind = bisect_left(starts, span.end)
            first = bisect_right(starts, span.start - longest, 0, behind)
            for mark in group[first:behind]:
                if mark.span.overlaps(span):
                    yield mark


def paint_runs(row: Row, marks: Sequence[Mark] = ()) -> list[Segment]:
    """`row.text` cut at the borders of emphases and marks: neighbouring segments that cover all of it.

    Borders inside a grapheme move to its edges.  Roles: emphases first, then marks by priority, of equal ones the
    longer first, so that what lies innermost is painted last.
    """
    layers = [(_snapped(row, emphasis.span), emphasis.role) for emphasis in row.emphases]
    for mark in sorted(marks, key=_painting_order):
        shown = row.words.shown_span(mark.span)
        if shown is not None:
            layers.append((_snapped(row, shown), mark.role))
    cuts = {0, len(row.text)}
    for span, _ in layers:
        cuts |= {span.start, span.end}
    segments = []
    for start, end in pairwise(sorted(cuts)):
        roles = tuple(role for span, role in layers if span.start < end and start < span.end)
        segments.append((start, end, roles))
    return segments


def _snapped(row: Row, shown: Span) -> Span:
    """Widened to whole graphemes."""
    if row.clusters is None:
        return shown
    starts = [start for start, _, _ in row.clusters]
    first = starts[max(0, bisect_right(starts, shown.start) - 1)]
    behind = bisect_left(starts, shown.end)
    return Span(first, starts[behind] if behind < len(starts) else len(row.text))


def _painting_order(mark: Mark) -> tuple[int, int, int, str, str]:
    return mark.priority, -mark.span.length, mark.span.start, mark.role, mark.key
