"""Other places that could as well be the passage: a place that was found in, what speaks against it out.

When a sentence is said twice, nothing in the words tells which one was marked; a person has to.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotations.comparison import Comparison, Range
from reader.annotations.likeness import (
    FAR,
    LONG,
    Context,
    alike,
    context,
    copies,
    is_gone,
    is_new,
    overlap,
    places,
)

MARGIN = 0.4
"""By how much (of 4: near and far, two sides) the context of a place must be better than that of any other."""
SURE = 12
"""Characters from which words that are merely alike may be the same passage, repeated."""
_ALIKE, _ALIKE_SHORT = 0.6, 0.8
"""Likeness to a passage, and to a short one, from which a place is a rival."""


def rivals(comparison: Comparison, passage: Range, place: Range, unsure: bool) -> Iterator[Range]:
    """Places in new text that could as well be `passage`, and `place` itself if it could as well be another one.

    `unsure` says that the passage was recognised by a part of its words, or by its words alone: then all of them count.
    """
    own = context(comparison, passage, place)
    words = comparison.old.words_of(passage)
    same = copies(comparison, words)
    for rival in (*same, *alike(comparison, words, _ALIKE if len(words) >= LONG else _ALIKE_SHORT)):
        if not overlap(rival, place) and (
            (unsure and (len(words) >= LONG or is_new(comparison, place)))
            or ((rival in same or len(words) >= SURE) and _is_repeated(comparison, place, rival))
            or _is_as_good(context(comparison, passage, rival), own, _distance(rival, place))
        ):
            yield rival
    for other in places(words, comparison.old):
        gone = not overlap(other, passage) and is_gone(comparison, other)
        if gone and context(comparison, other, place).total >= own.total - MARGIN:
            yield place


def _is_repeated(comparison: Comparison, place: Range, rival: Range) -> bool:
    """Could the new words that hold `rival` as well be those that hold `place`?  "A B" → "A B A B": which A is new?"""
    run = next((run for run in comparison.inserted if overlap(run, rival)), (0, 0))
    return not is_new(comparison, place) and abs(rival[0] - place[0]) <= run[1] - run[0]


def _is_as_good(its: Context, own: Context, distance: int) -> bool:
    """Does its context fit about as well; or close by, on one side, the very next words?"""
    if its.total >= own.total - MARGIN:
        return True
    nothing = max(own.near) == 0
    return distance <= FAR and any(
        one >= other and (one > 0 or nothing) for one, other in zip(its.near, own.near, strict=True)
    )


def _distance(one: Range, other: Range) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
