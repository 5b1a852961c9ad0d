"""How like two passages are, and where else words like these stand: what decides whether a place is believed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.annotations.comparison import Comparison, Range, Version

SHORT, LONG = 6, 20
"""Characters below which no likeness says anything, and from which a passage can be known elsewhere by its words."""
NEAR, FAR = 4, 60
"""Words on each side by which two places are told apart: those next to it, and those of the paragraphs around."""
_MOST = 60
"""Places looked at for one passage, on each side."""


@dataclass(frozen=True, slots=True)
class Context:
    """How like the words around two places are, 0–1 each: next to them (before, after) and farther around."""

    near: tuple[float, float]
    far: tuple[float, float]

    @property
    def total(self) -> float:
        return sum(self.near) + sum(self.far)


def context(comparison: Comparison, passage: Range, place: Range) -> Context:
    """What stands around `passage` in the old version against what stands around `place` in the new one."""
    old, new = comparison.old.words, comparison.new.words

    def sides(reach: int) -> tuple[float, float]:
        before = old[max(0, passage[0] - reach) : passage[0]], new[max(0, place[0] - reach) : place[0]]
        after = old[passage[1] : passage[1] + reach], new[place[1] : place[1] + reach]
        return likeness(*before), likeness(*after)

    return Context(sides(NEAR), sides(FAR))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of two texts, or two lists of words, that is common to both: 0–1, 1 for two empty ones."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other))


def places(words: Sequence[str], version: Version, near: int) -> Iterator[Range]:
    """Where these words in a row stand in `version`; of very many places those closest to word `near`."""
    if not words:
        return
    known = version.index
    rarest = min(range(len(words)), key=lambda number: len(known.get(words[number], ())))
    found = known.get(words[rarest], ())
    middle = bisect_left(found, near)
    for place in found[max(0, middle - _MOST) : middle + _MOST]:
        start, end = place - rarest, place - rarest + len(words)
        if start >= 0 and version.words[start:end] == words:
            yield start, end


def copies(comparison: Comparison, words: Sequence[str], near: int) -> list[Range]:
    """Where these words stand in text that is new."""
    return [place for place in places(words, comparison.new, near) if is_new(comparison, place)]


def alike(comparison: Comparison, words: str, enough: float, beside: Range = (0, 0)) -> Iterator[Range]:
    """The stretches of new text whose likeness to `words` is `enough`, one at most from each run of new words.

    A run that holds the place `beside` counts as two, before it and behind it.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(words) < SHORT:
        return
    for run in _cut(comparison.inserted, beside):
        text = comparison.new.words_of(run)
        if 2 * len(text) < len(words):
            continue
        found = partial_ratio_alignment(words, text, score_cutoff=100 * enough)
        if found is not None and 2 * (found.dest_end - found.dest_start) >= len(words):
            start = comparison.new.starts[run[0]]
            yield comparison.new.between(start + found.dest_start, start + found.dest_end)


def _cut(runs: Iterable[Range], place: Range) -> Iterator[Range]:
    """`runs` without the words of `place`."""
    for start, end in runs:
        if not overlap((start, end), place):
            yield start, end
            continue
        if start < place[0]:
            yield start, place[0]
        if place[1] < end:
            yield place[1], end


def is_new(comparison: Comparison, place: Range) -> bool:
    """Is at least half of these words of the new version no words of the old one?"""
    return 2 * sum(comparison.before[word] < 0 for word in range(*place)) >= place[1] - place[0]


def is_gone(comparison: Comparison, passage: Range) -> bool:
    """Is at least half of these words of the old version no longer there?"""
    return 2 * sum(comparison.now[word] < 0 for word in range(*passage)) >= passage[1] - passage[0]


def overlap(one: Range, other: Range) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])
