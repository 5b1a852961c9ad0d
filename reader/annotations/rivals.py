"""Other places that could as well be the passage: a place that was found in, what speaks against it out.

When a sentence is said twice, nothing in the words tells which one was marked; a person has to.  It makes no
difference in which version it is said twice, so everything is asked in both directions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.annotations.comparison import CHANCE, Comparison, Range
from reader.annotations.likeness import (
    FAR,
    LONG,
    NEAR,
    alike,
    context,
    is_new,
    overlap,
    places,
)

MARGIN = 0.4
"""By how much (of 4: near and far, two sides) the context of a place must be better than that of any other."""
SURE = 12
"""Characters from which words that are merely alike may be the same passage, repeated."""
HELD = 2
"""Next words that a place needs, on one side or both, where the passage stands elsewhere, too."""
_ALIKE, _ALIKE_SHORT = 0.6, 0.8
"""Likeness to a passage, and to a short one, from which a place is a rival."""


def rivals(comparison: Comparison, passage: Range, place: Range, unsure: bool) -> Iterator[Range]:
    """Places in new text that could as well be `passage`, and `place` itself if it could as well be another one.

    `unsure` says that the passage was recognised by a part of its words, or by its words alone: then all of them count.
    """
    yield from _others(comparison, passage, place, unsure)
    if next(_others(comparison.backwards, place, passage, unsure), None) or _is_another(comparison, passage, place):
        yield place
    yield from _torn(comparison, passage, place)


def _others(comparison: Comparison, passage: Range, place: Range, unsure: bool) -> Iterator[Range]:
    """Places in the new version that are about as much like `passage`, and where it stood, as `place` is."""
    words = comparison.old.words_of(passage)
    unsure = unsure and (len(words) >= LONG or is_new(comparison, place))
    for rival in _same(comparison, passage, place):
        if not is_new(comparison, rival):
            if _has_such_neighbours(comparison, passage, place, rival):
                yield rival
        elif unsure or _is_repeated(comparison, place, rival) or _fits_as_well(comparison, passage, place, rival):
            yield rival
    for rival in alike(comparison, words, _ALIKE if len(words) >= LONG else _ALIKE_SHORT, place):
        lost = (place[1] - place[0]) // 2
        repeated = len(words) >= SURE and _is_repeated(comparison, place, rival, lost)
        if unsure or repeated or _fits_as_well(comparison, passage, place, rival):
            yield rival


def _is_another(comparison: Comparison, passage: Range, place: Range) -> bool:
    """Are the words of `place` not those of the passage, but word for word those of another one?"""
    words = comparison.new.words[slice(*place)]
    if len(comparison.new.words_of(place)) < SURE or words == comparison.old.words[slice(*passage)]:
        return False
    return any(not overlap(other, passage) for other in places(words, comparison.old, passage[0]))


def _torn(comparison: Comparison, passage: Range, place: Range) -> Iterator[Range]:
    """New text beside `place`, where its neighbours should be, with much of the passage in it, torn by other words."""
    before, after = _neighbours(comparison, passage, place)
    words, reach = Counter(comparison.old.words[slice(*passage)]), 2 * (passage[1] - passage[0])
    for start, end in comparison.inserted:
        if end == place[0] and not before:
            beside = max(start, end - reach), end
        elif start == place[1] and not after:
            beside = start, min(end, start + reach)
        else:
            continue
        if 2 * _letters(words & Counter(comparison.new.words[slice(*beside)])) >= max(1, _letters(words)):
            yield beside


def _letters(words: Counter[str]) -> int:
    return sum(number * len(word) for word, number in words.items() if word.isalnum())


def _same(comparison: Comparison, passage: Range, place: Range) -> Iterator[Range]:
    """Where else the words of the passage stand, or those that have become of them."""
    marked, present = comparison.old.words[slice(*passage)], comparison.new.words[slice(*place)]
    for words in (marked,) if marked == present else (marked, present):
        for other in places(words, comparison.new, place[0]):
            if not overlap(other, place):
                yield other


def _is_repeated(comparison: Comparison, place: Range, rival: Range, lost: int = 0) -> bool:
    """Could the new words that hold `rival` as well be those that hold `place`?  "A B" → "A B A B": which A is new?

    `lost` words at most may have gone from one of them since.
    """
    run = next((run for run in comparison.inserted if overlap(run, rival)), (0, 0))
    return not is_new(comparison, place) and abs(rival[0] - place[0]) <= run[1] - run[0] + lost


def _fits_as_well(comparison: Comparison, passage: Range, place: Range, rival: Range) -> bool:
    """Does `rival`, which is new, fit in about as well; or close by, on one side, the very next words?"""
    passage, place, rival = _widened(comparison, passage, place, rival)
    own, its = _neighbours(comparison, passage, place), _neighbours(comparison, passage, rival)
    if sum(own) < HELD or _is_doubtful(comparison, passage, place, rival):
        return True
    if _distance(rival, place) <= FAR and any(one >= max(HELD, other) for one, other in zip(its, own, strict=True)):
        return True
    return context(comparison, passage, rival).total >= context(comparison, passage, place).total - MARGIN


def _has_such_neighbours(comparison: Comparison, passage: Range, place: Range, rival: Range) -> bool:
    """Has `rival`, which the comparison took for another passage, as many of the passage's neighbours as `place`?"""
    passage, place, rival = _widened(comparison, passage, place, rival)
    own, its = _neighbours(comparison, passage, place), _neighbours(comparison, passage, rival)
    if sum(own) == 2 * NEAR:
        return False
    return sum(its) >= sum(own) or _is_doubtful(comparison, passage, place, rival)


def _is_doubtful(comparison: Comparison, passage: Range, place: Range, rival: Range) -> bool:
    """Does the passage stand twice in a row, or has `rival` all of its neighbours on a side where `place` has not?"""
    own, its = _neighbours(comparison, passage, place), _neighbours(comparison, passage, rival)
    if sum(own) == 2 * NEAR:
        return False
    return _distance(rival, place) <= CHANCE or any(one == NEAR > other for one, other in zip(its, own, strict=True))


def _neighbours(comparison: Comparison, passage: Range, place: Range) -> Range:
    """How many of the next words before and behind are the same, up to NEAR."""
    old, new = comparison.old.words, comparison.new.words
    before = after = 0
    while before < min(NEAR, passage[0], place[0]) and old[passage[0] - before - 1] == new[place[0] - before - 1]:
        before += 1
    room = min(NEAR, len(old) - passage[1], len(new) - place[1])
    while after < room and old[passage[1] + after] == new[place[1] + after]:
        after += 1
    return before, after


def _widened(comparison: Comparison, passage: Range, place: Range, rival: Range) -> tuple[Range, Range, Range]:
    """All three with the words around that both places share: they say nothing about which is which."""
    words = comparison.new.words
    before = after = 0
    while before < min(place[0], rival[0]) and words[place[0] - before - 1] == words[rival[0] - before - 1]:
        before += 1
    while after < len(words) - max(place[1], rival[1]) and words[place[1] + after] == words[rival[1] + after]:
        after += 1
    wider = max(0, passage[0] - before), min(len(comparison.now), passage[1] + after)
    return wider, (place[0] - before, place[1] + after), (rival[0] - before, rival[1] + after)


def _distance(one: Range, other: Range) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
