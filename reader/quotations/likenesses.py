"""What two wordings have in common, weighed: everybody's wordings in, links between them out.

A word that few use counts 1, one that many use less, a name half.  Reported speech is compared with a stricter measure,
and what is in marks is weighed as if there were none: reporters use the same words about all that goes on.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.quotations.quotation import Quotation
from reader.quotations.wordings import Pair, Wording, shortens

COMMON = 20
"""A pair of words that more wordings than this have is a way of speaking and links nothing."""
_IMAGINARY = 200
"""Imaginary wordings that know none of the words: they keep the weights of a small folder apart."""
_NAME = 0.5
"""What a name weighs beside another word: a story's names stand in all that is said about it."""
_SLOGAN = 5
"""A wording that shortens more others than this is a slogan, not one of them cut short."""


@dataclass(slots=True)
class Voice:
    """One wording out of one mouth, in marks or reported without, with everywhere that it is printed so."""

    wording: Wording
    speaker: str
    """Id; "" for nobody known, who is never the same person."""
    named: bool = False
    """True for a person with a name: two of those are two, while a government may be speaking through one."""
    marked: bool = True
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def articles(self) -> list[str]:
        return list(dict.fromkeys(quotation.article_id for quotation in self.quotations))

    def is_surely_not(self, other: Voice) -> bool:
        return self.named and other.named and self.speaker != other.speaker


@dataclass(frozen=True, slots=True)
class Bar:
    """What a link must weigh to be certain: where one is the other shortened, and else; and then its share."""

    shortened: float
    reworded: float
    share: float


OWN = Bar(1.2, 2.0, 0.5)
"""For two wordings of one speaker."""
OTHERS = Bar(2.5, 3.0, 0.6)
"""For wordings of two speakers: one is quoting the other, or one of two reports is wrong about who speaks."""
OWN_REPORTED = Bar(1.2, 3.0, 0.75)
"""Where one of them is reported without marks.  Measured on 840 articles: below it, most are two statements."""
OTHERS_REPORTED = Bar(4.0, math.inf, 1.0)


@dataclass(frozen=True, slots=True)
class Link:
    """What two voices (by number) have in common."""

    one: int
    other: int
    weight: float
    share: float
    """Of the lighter wording."""
    shortened: bool
    """One is the other cut short, or differs only in words that carry no meaning."""
    marked: bool
    """Both are in marks."""

    def is_certain(self, voices: Sequence[Voice]) -> bool:
        bar = bar_of(_is_one_speaker(voices, self.one, self.other), self.marked)
        if self.shortened:
            return self.weight >= bar.shortened
        return self.weight >= bar.reworded and self.share >= bar.share


def bar_of(own: bool, marked: bool) -> Bar:
    """The measure for wordings of one speaker or two, both in marks or not."""
    if marked:
        return OWN if own else OTHERS
    return OWN_REPORTED if own else OTHERS_REPORTED


class Scale:
    """What words weigh in one folder."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        marked = {voice.wording.line: voice.wording for voice in voices if voice.marked}
        reported = {voice.wording.line: voice.wording for voice in voices if voice.wording.line not in marked}
        held = Counter(word for one in marked.values() for word in one.bag)
        small = frozenset(word for one in marked.values() for word in one.lowered)
        most = len(marked) + _IMAGINARY
        self._pairs = Counter(pair for one in marked.values() for pair in one.pairs)
        self._reported_pairs = Counter(pair for one in reported.values() for pair in one.pairs)
        self._names = held.keys() - small
        self._weights = {
            word: math.log(most / (count + 0.5)) / math.log(most / 1.5) * (_NAME if word in self._names else 1.0)
            for word, count in held.items()
        }
        self._weighed: dict[str, float] = {}

    def weigh(self, words: Iterable[str]) -> float:
        return math.fsum(self._weights.get(word, 1.0) for word in words)

    def whole(self, one: Wording) -> float:
        """What all words of a wording weigh."""
        if one.line not in self._weighed:
            self._weighed[one.line] = self.weigh(one.bag)
        return self._weighed[one.line]

    def connects(self, pairs: Iterable[Pair], marked: bool) -> bool:
        """True if one of the pairs is rare enough to say something."""
        return any(self._pairs[pair] <= COMMON and (marked or self._reported_pairs[pair] <= COMMON) for pair in pairs)

    def tells(self, pairs: Iterable[Pair]) -> bool:
        """True if one of the pairs holds no name."""
        return any(not self._names & set(pair) for pair in pairs)


def links(voices: Sequence[Voice], alike: Iterable[tuple[str, str]], scale: Scale) -> Iterator[Link]:
    """What voices have in common whose lines are the same or `alike`; lines that nobody has are passed over."""
    by_line: defaultdict[str, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        by_line[voice.wording.line].append(number)
    for numbers in by_line.values():
        weight = scale.whole(voices[numbers[0]].wording)
        yield from (_link(voices, numbers[0], other, weight, 1.0, True) for other in numbers[1:])
    marked = {line for line, numbers in by_line.items() if any(voices[number].marked for number in numbers)}
    near = [sorted(pair, key=len) for pair in alike if pair[0] in by_line and pair[1] in by_line]
    shortening = Counter(a for a, b in near if a in b and a in marked and b in marked)
    for a, b in near:
        one, other = voices[by_line[a][0]].wording, voices[by_line[b][0]].wording
        shortened = (shortens(one, other) and shortening[a] <= _SLOGAN) or one.bag == other.bag
        both = a in marked and b in marked
        pairs = [(i, j) for i in by_line[a] for j in by_line[b] if both or shortened or _is_one_speaker(voices, i, j)]
        if pairs and scale.connects(one.pairs & other.pairs, both):
            weight = scale.weigh(one.bag & other.bag)
            share = weight / min(scale.whole(one), scale.whole(other))
            yield from (_link(voices, i, j, weight, share, shortened) for i, j in pairs)


def _is_one_speaker(voices: Sequence[Voice], one: int, other: int) -> bool:
    return voices[one].speaker == voices[other].speaker != ""


def _link(voices: Sequence[Voice], one: int, other: int, weight: float, share: float, shortened: bool) -> Link:
    marked = voices[one].marked and voices[other].marked
    return Link(min(one, other), max(one, other), weight, share, shortened, marked)
