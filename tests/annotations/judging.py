"""Edits with their outcomes: an article is edited at random, and the anchor of a passage is judged by the truth."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import TypeAlias

from rapidfuzz.distance import LCSseq

from reader.annotations import Anchor, Anchoring, Target, Version
from reader.text import Span
from reader.text.fold import fold
from tests.annotations.edits import (
    EDITS,
    GAPS,
    RETYPED,
    SPACES,
    Manuscript,
    Printed,
    Word,
    Writer,
    manuscript_of,
    printed,
)

CORPUS = Path(__file__).parents[2] / "sample_corpus"
TEXTS = [path.read_text("utf-8") for path in sorted(CORPUS.rglob("*.*")) if path.stat().st_size < 20_000]
VOCABULARY = [word for text in TEXTS for word in text.split()]

GONE = 0.5
"""A passage that has lost more than this share of its characters should be given up."""
SIDE, WORDS = 30, 5
"""Characters, and words, on a side that tell a place from another."""
AROUND, CLOSE_BY = 2_000, 40
"""Characters on a side that somebody would read to do so, and words."""


class Verdict(StrEnum):
    RIGHT = "right"
    """In its place, or given up after most of it was deleted or rewritten."""
    FLAGGED = "flagged"
    """Ambiguous or orphaned although most of it is still there: the person is asked."""
    LOOSE = "loose"
    """In its place, but with too much or too little."""
    WRONG = "wrong"
    """Placed where it does not belong."""


@dataclass(frozen=True)
class Case:
    """A passage before and after an article was edited."""

    old: Printed
    new: Printed
    passage: list[Word]
    words: list[Word]
    """Of the edited article."""
    edits: tuple[str, ...]

    @property
    def span(self) -> Span:
        span = self.old.hull([word.name for word in self.passage])
        assert span is not None
        return span

    def place(self, word: Word) -> Span:
        """Where a word stands in the edited article."""
        return self.new.places[word.name]

    def anchor(self) -> Anchor:
        target = Target("old", self.span, self.span.of(self.old.text))
        anchoring = Anchoring(Version(self.new.text, "new"), {"old": self.old.text}.get)
        return anchoring.anchor(target, Anchor("old", self.span))


def case(seed: int) -> Case:
    """The same case for the same seed: up to eight edits, half of them close to the passage."""
    chance = random.Random(seed)
    text, other = chance.sample(TEXTS, 2)
    manuscript = manuscript_of(text)
    passage: list[Word] = []
    while not any(letter.isalnum() for word in passage for letter in word.text):
        paragraph = chance.randrange(len(manuscript))
        sentence = chance.randrange(len(manuscript[paragraph]))
        passage = _passage(manuscript, paragraph, sentence, chance)
    old = printed(manuscript)
    writer = Writer(chance, VOCABULARY, manuscript_of(other), (paragraph, sentence))
    edits = [chance.choice(EDITS) for _ in range(chance.choice((1, 1, 2, 3, 5, 8)))]
    for edit in edits:
        edit(manuscript, writer)
    new = printed(manuscript, chance.choice(SPACES), chance.choice(GAPS), chance.choice(RETYPED))
    words = [word for one in manuscript for part in one for word in part]
    return Case(old, new, passage, words, tuple(edit.__name__ for edit in edits))


def _passage(manuscript: Manuscript, paragraph: int, sentence: int, chance: random.Random) -> list[Word]:
    """A word, some words, a sentence, part of two paragraphs or a paragraph."""
    words = manuscript[paragraph][sentence]
    both = [word for one in manuscript[paragraph : paragraph + 2] for part in one for word in part]
    at, place = chance.randrange(len(words)), chance.randrange(len(both))
    some = words[at : at + chance.randint(2, 8)]
    whole = [word for part in manuscript[paragraph] for word in part]
    return list(chance.choice((words[at : at + 1], some, some, words, words, both[place : place + 25], whole)))


def verdict(case: Case, anchor: Anchor) -> Verdict:
    """Whether `anchor` is right, by the words of the passage that survived together."""
    remains = _remains(case)
    share = max((_weight(words) for words in remains), default=0) / _weight(case.passage)
    if not anchor.placed:
        return Verdict.RIGHT if share < GONE else Verdict.FLAGGED
    places = [_hull(case, words) for words in remains if 2 * _weight(words) >= share * _weight(case.passage)]
    here = [place for place in places if anchor.span.overlaps(place)]
    if here:
        return Verdict.RIGHT if share < GONE or _overlap(anchor.span, here[0]) >= 0.6 else Verdict.LOOSE
    if share < GONE and (_stands_in_gap(case, anchor.span) or _is_copy(case, anchor.span)):
        return Verdict.RIGHT
    return Verdict.RIGHT if _fits_better(case, anchor.span, places) else Verdict.WRONG


def _remains(case: Case) -> list[list[Word]]:
    """The passage's words that survived, in groups: words farther apart than the passage is long are two passages."""
    groups: list[list[Word]] = []
    for word in sorted((word for word in case.passage if word.name in case.new.places), key=case.place):
        if groups and case.place(word).start - case.place(groups[-1][-1]).end <= max(SIDE, case.span.length):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _weight(words: list[Word]) -> int:
    return sum(len(word.text) for word in words)


def _hull(case: Case, words: list[Word]) -> Span:
    hull = case.new.hull([word.name for word in words])
    assert hull is not None
    return hull


def _overlap(one: Span, other: Span) -> float:
    return (min(one.end, other.end) - max(one.start, other.start)) / (
        max(one.end, other.end) - min(one.start, other.start)
    )


def _stands_in_gap(case: Case, span: Span) -> bool:
    """Between the nearest survivors on both sides of what is gone: other words, in the passage's place."""
    old, new = case.old.places, case.new.places
    before = [new[name].end for name, place in old.items() if place.end <= case.span.start and name in new]
    after = [new[name].start for name, place in old.items() if place.start >= case.span.end and name in new]
    end = _behind_repeated(case.new.text, after[0]) if after else len(case.new.text)
    return (before[-1] if before else 0) <= span.start and span.end <= end


def _behind_repeated(text: str, start: int) -> int:
    """Where what stands at `start` begins again, if it is said twice in a row: nobody can tell which is the copy."""
    first = text[start : start + SIDE]
    again = text.find(first, start + 1)
    return again if again > 0 and text[start:again] == text[again : 2 * again - start] else start


def _is_copy(case: Case, span: Span) -> bool:
    """Words copied from the passage before it was deleted: they live on there."""
    passage = {word.name for word in case.passage}
    copied = (word for word in case.words if word.original in passage and case.new.places[word.name].overlaps(span))
    return sum(len(word.text) for word in copied) >= GONE * span.length


def _fits_better(case: Case, span: Span, truths: list[Span]) -> bool:
    """The marked words, in what is the marked context rather than any true place's: nobody could tell it is a copy."""
    words, here = _folded(case.span.of(case.old.text)), _folded(span.of(case.new.text))
    if here not in {words, *(_folded(truth.of(case.new.text)) for truth in truths)}:
        return False
    if here == words and any(case.place(word).overlaps(span) for word in case.passage if word.name in case.new.places):
        return True  # every word that was marked, some of them the very ones
    own, truth_words = _sides(case, span), [_folded(truth.of(case.new.text)) for truth in truths]
    if not truths:
        return max(map(_beginning, own)) >= WORDS
    return all(
        _is_nearer(own, _sides(case, truth), said != words) for truth, said in zip(truths, truth_words, strict=True)
    )


Side: TypeAlias = tuple[list[str], list[str]]
"""Words on one side of the passage, and on that side of a place, those next to it first."""


def _is_nearer(own: tuple[Side, Side], its: tuple[Side, Side], it_has_changed: bool) -> bool:
    """Has a place as many of the next words as another on both sides, and on one more; or far more words around it?"""
    next_own, next_its = tuple(map(_beginning, own)), tuple(map(_beginning, its))
    as_many = all(one >= other for one, other in zip(next_own, next_its, strict=True))
    if as_many and (next_own != next_its or it_has_changed):
        return True
    return sum(map(_common, own)) >= sum(map(_common, its)) + WORDS


def _sides(case: Case, span: Span) -> tuple[Side, Side]:
    """Before and behind: what is around the passage, and what is around `span`, of AROUND characters."""
    sides = []
    for text, place in ((case.old.text, case.span), (case.new.text, span)):
        before = _folded(text[max(0, place.start - AROUND) : place.start]).split()
        after = _folded(text[place.end : place.end + AROUND]).split()
        # An end of the text is like an end of the text.
        sides.append(([*reversed(before), "\0"], [*after, "\0"]))
    (before, after), (its_before, its_after) = sides
    return (before, its_before), (after, its_after)


def _beginning(side: Side) -> int:
    """With how many of the same words both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*side, strict=False)))


def _common(side: Side) -> int:
    """How many words both have in common, in their order, close by."""
    return LCSseq.similarity(*(words[:CLOSE_BY] for words in side))


def _folded(text: str) -> str:
    return fold(text).text.strip()
