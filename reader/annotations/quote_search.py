"""Finding a passage by its words and what stood around them: a text and a target in, places with scores out.

Used where no earlier version of the text is kept.  Every exact occurrence is scored by its context; passages of some
length are also found when a few of their words have changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.annotations.annotation import Target
from reader.text import Span
from reader.text.fold import Folded, fold

FUZZY_FROM = 20
"""Shorter passages (in characters) are found word for word or not at all."""
FUZZY_SCORE = 0.75
"""Similarity of words below which a passage is not the same one."""
_MOST = 200
"""Occurrences looked at; a passage that stands more often is not told apart by context anyway."""
_QUOTE, _SIDE, _NEAR = 0.4, 0.25, 0.1
_BESIDE = 20
"""Characters beside a passage that are known wherever they stand."""
_CLOSE_BY = 1_000
"""Characters within which what stood beside a passage is still with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage may stand."""

    span: Span
    score: float
    """0–1: likeness of words, of both sides, and nearness to where it stood."""
    likeness: float
    """0–1: likeness of the words alone; 1 for the same words."""
    context: float
    """0–1: likeness of what stands around."""


def quote_places(text: Folded, target: Target, near: int) -> list[Place]:
    """Places in `text` for the words of `target`, best first; `near` is the source offset where it stood."""
    exact = fold(target.exact).text
    if not exact.strip():
        return []
    found = [_placed(text, target, near, start, start + len(exact), 1.0) for start in _occurrences(text.text, exact)]
    if not found and len(exact) >= FUZZY_FROM:
        found = [_placed(text, target, near, *alike) for alike in _alike(text.text, exact)]
    return sorted(found, key=lambda place: (-place.score, place.span))


def has_context_elsewhere(text: Folded, target: Target, span: Span) -> bool:
    """For words that were found at `span` without their context: does it still stand somewhere, and not close by?

    Then these may be other words, like those of a correction that quotes what was wrong.
    """
    start, end = text.to_folded(span.start), text.to_folded(span.end)
    around = text.text[max(0, start - _CLOSE_BY) : end + _CLOSE_BY]
    sides = fold(target.prefix).text.strip()[-_BESIDE:], fold(target.suffix).text.strip()[:_BESIDE]
    return any(side in text.text and side not in around for side in sides if len(side) == _BESIDE)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _alike(text: str, words: str) -> Iterator[tuple[int, int, float]]:
    """The stretch of `text` most like `words`, if it is like enough, and how like it is."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(words, text, score_cutoff=100 * FUZZY_SCORE)
    if found is not None and found.dest_end > found.dest_start:
        yield found.dest_start, found.dest_end, found.score / 100


def _placed(text: Folded, target: Target, near: int, start: int, end: int, likeness: float) -> Place:
    before, after = fold(target.prefix).text, fold(target.suffix).text
    sides = (
        _likeness(before, text.text[max(0, start - len(before)) : start]),
        _likeness(after, text.text[end : end + len(after)]),
    )
    span = text.source_span(Span(start, end))
    nearness = 1 - min(1.0, abs(span.start - near) / max(1, len(text.text)))
    score = _QUOTE * likeness + _SIDE * sum(sides) + _NEAR * nearness
    return Place(span, round(score, 4), round(likeness, 4), sum(sides) / 2)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one.strip(), other.strip())) if one.strip() or other.strip() else 1.0
