"""Which wordings tell the same: everybody's wordings in, groups around a central one out.

What two wordings share is weighed: a word that few use counts 1, one that many use less, a name half.  A link is
*certain* by what it weighs alone, or *likely*: the clear best between two articles that tell one story, which is what
articles with a certain link do.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
_CLEAR = 0.25
"""By how much the best match between two articles must outweigh the next one."""
_TRIED = 20
"""Articles in which a likely match of a wording is looked for, should many print it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a link must weigh to be certain: where one is the other shortened, and else; and then its share."""

    shortened: float
    reworded: float
    share: float


_OWN = Bar(1.2, 2.0, 0.5)
"""For two wordings of one speaker."""
_OTHERS = Bar(2.5, 3.0, 0.6)
"""For wordings of two speakers: one is quoting the other, or one of two reports is wrong about who speaks."""
_LIKELY = 1.5


@dataclass(slots=True)
class Voice:
    """One wording out of one mouth, with everywhere that it is printed."""

    wording: Wording
    speaker: str
    """Id; "" for nobody known, who is never the same person."""
    named: bool = False
    """True for a person with a name: two of those are two, while a government may be speaking through one."""
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def articles(self) -> list[str]:
        return list(dict.fromkeys(quotation.article_id for quotation in self.quotations))

    def is_surely_not(self, other: Voice) -> bool:
        return self.named and other.named and self.speaker != other.speaker


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


def retold(voices: Sequence[Voice], alike: Iterable[tuple[str, str]]) -> list[list[tuple[int, float]]]:
    """Groups of voices that more than one article prints, each with its likeness (0-1) to the first, central one.

    `alike`: lines of wordings that are worth a look.
    """
    scale = _Scale(voices)
    links = list(_links(voices, alike, scale))
    certain = [link for link in links if _is_certain(voices, link)]
    likely = _likely(voices, links, certain, scale)
    neighbours: dict[int, dict[int, float]] = {i: {} for i in range(len(voices))}
    for link in (*certain, *likely):
        likeness = 1.0 if link.shortened or voices[link.one].wording is voices[link.other].wording else link.share
        neighbours[link.one][link.other] = neighbours[link.other][link.one] = likeness
    return list(_stars(voices, neighbours, scale))


class _Scale:
    """What words weigh in one folder."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        wordings = list({voice.wording.line: voice.wording for voice in voices}.values())
        held = Counter(word for one in wordings for word in one.bag)
        small = frozenset(word for one in wordings for word in one.lowered)
        most = len(wordings) + _IMAGINARY
        self._pairs = Counter(pair for one in wordings for pair in one.pairs)
        self._names = held.keys() - small
        self._weights = {
            word: math.log(most / (count + 0.5)) / math.log(most / 1.5) * (_NAME if word in self._names else 1.0)
            for word, count in held.items()
        }

    def weigh(self, words: Iterable[str]) -> float:
        return math.fsum(self._weights[word] for word in words)

    def connects(self, pairs: Iterable[Pair]) -> bool:
        """True if one of the pairs is rare enough to say something."""
        return any(self._pairs[pair] <= COMMON for pair in pairs)

    def tells(self, pairs: Iterable[Pair]) -> bool:
        """True if one of the pairs holds no name."""
        return any(not self._names & set(pair) for pair in pairs)


def _links(voices: Sequence[Voice], alike: Iterable[tuple[str, str]], scale: _Scale) -> Iterable[Link]:
    by_line: defaultdict[str, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        by_line[voice.wording.line].append(number)
    for numbers in by_line.values():
        weight = scale.weigh(voices[numbers[0]].wording.bag)
        yield from (Link(numbers[0], other, weight, 1.0, shortened=True) for other in numbers[1:])
    near = [sorted(pair, key=len) for pair in alike if pair[0] in by_line and pair[1] in by_line]
    shortening = Counter(shorter for shorter, longer in near if shorter in longer)
    for a, b in near:
        one, other = voices[by_line[a][0]].wording, voices[by_line[b][0]].wording
        if not scale.connects(one.pairs & other.pairs):
            continue
        weight = scale.weigh(one.bag & other.bag)
        share = weight / min(scale.weigh(one.bag), scale.weigh(other.bag))
        shortened = (shortens(one, other) and shortening[a] <= _SLOGAN) or one.bag == other.bag
        for i in by_line[a]:
            for j in by_line[b]:
                yield Link(min(i, j), max(i, j), weight, share, shortened)


def _is_certain(voices: Sequence[Voice], link: Link) -> bool:
    bar = _OWN if voices[link.one].speaker == voices[link.other].speaker != "" else _OTHERS
    if link.shortened:
        return link.weight >= bar.shortened
    return link.weight >= bar.reworded and link.share >= bar.share


def _likely(voices: Sequence[Voice], links: Sequence[Link], certain: Sequence[Link], scale: _Scale) -> list[Link]:
    """Links that are the clear best for both voices between two articles of one story, where none is certain."""
    stories = _stories(voices, certain, scale)
    settled = _settled(voices, certain)
    rivals: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    met: list[tuple[Link, str, str]] = []
    for link in links:
        one, other = voices[link.one], voices[link.other]
        if (
            link.weight < _LIKELY
            or one.is_surely_not(other)
            or not scale.tells(one.wording.pairs & other.wording.pairs)
        ):
            continue
        for here in one.articles[:_TRIED]:
            for there in other.articles[:_TRIED]:
                if here != there and stories[here] & stories[there]:
                    met.append((link, here, there))
                    rivals[link.one, there].append((link.weight, link.other))
                    rivals[link.other, here].append((link.weight, link.one))
    return [
        link
        for link, here, there in met
        if (link.one, there) not in settled
        and (link.other, here) not in settled
        and _is_clear(rivals[link.one, there], link.other)
        and _is_clear(rivals[link.other, here], link.one)
    ]


def _settled(voices: Sequence[Voice], certain: Sequence[Link]) -> set[tuple[int, str]]:
    """Voices with the articles in which something certainly tells the same."""
    both_ways = [pair for link in certain for pair in ((link.one, link.other), (link.other, link.one))]
    return {(one, article) for one, other in both_ways for article in voices[other].articles}


def _stories(voices: Sequence[Voice], certain: Sequence[Link], scale: _Scale) -> Mapping[str, set[tuple[int, int]]]:
    """For each article the certain links and the reprinted wordings that it is part of."""
    stories: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, voice in enumerate(voices):
        if _is_reprinted(voice, scale):
            for article in voice.articles:
                stories[article].add((number, number))
    for link in certain:
        for article in (*voices[link.one].articles, *voices[link.other].articles):
            stories[article].add((link.one, link.other))
    return stories


def _is_reprinted(voice: Voice, scale: _Scale) -> bool:
    """True if two articles have the very words, and these are more than anybody might say."""
    bar = _OWN if voice.speaker else _OTHERS
    return len(voice.articles) > 1 and scale.weigh(voice.wording.bag) >= bar.shortened


def _is_clear(ranked: list[tuple[float, int]], voice: int) -> bool:
    own = max(weight for weight, number in ranked if number == voice)
    return all(own - weight >= _CLEAR for weight, number in ranked if number != voice)


def _stars(
    voices: Sequence[Voice], neighbours: Mapping[int, Mapping[int, float]], scale: _Scale
) -> Iterable[list[tuple[int, float]]]:
    """Each voice with those linked to it, the one with most links first; nobody is in two groups.

    Not whatever is linked somehow: in a chain of likenesses the ends have nothing to do with each other.
    """
    taken: set[int] = set()

    def rank(number: int) -> tuple[int, int, str, int]:
        printed = sum(len(voices[other].quotations) for other in neighbours[number])
        return -printed, -len(voices[number].wording.line), voices[number].wording.line, number

    for centre in sorted(neighbours, key=rank):
        if centre in taken:
            continue
        star = [(centre, 1.0), *((n, likeness) for n, likeness in neighbours[centre].items() if n not in taken)]
        printing = {article for number, _ in star for article in voices[number].articles}
        if len(printing) > 1 and (len(star) > 1 or _is_reprinted(voices[centre], scale)):
            taken.update(number for number, _ in star)
            yield star
