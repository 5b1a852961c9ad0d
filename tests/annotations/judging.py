"""Edits with their outcomes: an article is edited at random, and the anchor of a passage is judged by the truth."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

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
SIDE = 30
"""Characters on a side by which a place is told from another."""


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
    """Whether `anchor` is right, by the words of the passage that survived."""
    alive = [word for word in case.passage if word.name in case.new.places]
    share = sum(len(word.text) for word in alive) / sum(len(word.text) for word in case.passage)
    if not anchor.placed:
        return Verdict.RIGHT if share < GONE else Verdict.FLAGGED
    truth = case.new.hull([word.name for word in alive])
    if truth is not None and anchor.span.overlaps(truth):
        return Verdict.RIGHT if share < GONE or _overlap(anchor.span, truth) >= 0.6 else Verdict.LOOSE
    if share < GONE and (_stands_in_gap(case, anchor.span) or _is_copy(case, anchor.span)):
        return Verdict.RIGHT
    return Verdict.RIGHT if _fits_better(case, anchor.span, truth) else Verdict.WRONG


def _overlap(one: Span, other: Span) -> float:
    return (min(one.end, other.end) - max(one.start, other.start)) / (
        max(one.end, other.end) - min(one.start, other.start)
    )


def _stands_in_gap(case: Case, span: Span) -> bool:
    """Between the nearest survivors on both sides of what is gone: other words, in the passage's place."""
    old, new = case.old.places, case.new.places
    before = [new[name].end for name, place in old.items() if place.end <= case.span.start and name in new]
    after = [new[name].start for name, place in old.items() if place.start >= case.span.end and name in new]
    return (before[-1] if before else 0) <= span.start and span.end <= (after[0] if after else len(case.new.text))


def _is_copy(case: Case, span: Span) -> bool:
    """Words copied from the passage before it was deleted: they live on there."""
    passage = {word.name for word in case.passage}
    copied = (word for word in case.words if word.original in passage and case.new.places[word.name].overlaps(span))
    return sum(len(word.text) for word in copied) >= GONE * span.length


def _fits_better(case: Case, span: Span, truth: Span | None) -> bool:
    """The same words, and more of the same around them than the true place has: nobody could tell it is a copy."""
    words = _folded(case.span.of(case.old.text))
    if _folded(span.of(case.new.text)) != words:
        return False
    return _sides(case, span) > (0 if truth is None else _sides(case, truth))


def _sides(case: Case, span: Span) -> int:
    """On how many sides the text around `span` is that around the passage."""
    old, new = case.old.text, case.new.text
    before = _folded(old[: case.span.start])[-SIDE:] == _folded(new[: span.start])[-SIDE:]
    after = _folded(old[case.span.end :])[:SIDE] == _folded(new[span.end :])[:SIDE]
    return before + after


def _folded(text: str) -> str:
    return fold(text).text.strip()
