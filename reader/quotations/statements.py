"""The same statement in several articles: quotations in, groups that seem to report the same words out.

Reports print one sentence whole, shortened, or in another translation.  Sentences are compared as weighted bags of
words; two quotations belong together if each is the other's best match in its article and no other comes close.  There
is no absolute bar, because two translations share little: what comes out are candidates, with how clear they are.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from reader.quotations.lexicon import words_of
from reader.quotations.quotation import Quotation, QuotationKind
from reader.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_IMAGINARY = 200
"""Imaginary sentences that know none of the words: they keep the weights of a small folder apart."""
_COMMON = 60
"""A word that more sentences than this share proposes no pair."""
_SHARED = 2
"""Words with a meaning of their own that two sentences must share."""
_NAME = 0.5
"""What a name weighs beside another word."""
_CLEAR = 0.03
"""By how much the best match must beat the next one in the same article."""
_COMPARED = 400
"""Words of a quotation that are compared one by one."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Quotations from two articles or more that seem to be one statement, in order of article and place."""

    quotations: tuple[Quotation, ...]
    likeness: float
    """0-1, of the least alike link: 1 is word for word; two translations of one sentence may have 0.15."""
    margin: float
    """By how much that link beats the next candidate; small ones deserve a look."""


@dataclass(frozen=True, slots=True)
class _Link:
    one: int
    other: int
    likeness: float
    margin: float


def same_statements(quotations: Iterable[Quotation]) -> tuple[Statement, ...]:
    """Groups of `quotations` (of one speaker or of many) that report one statement, in order of first appearance."""
    said = sorted(
        (q for q in quotations if q.kind is not QuotationKind.REPORTED), key=lambda q: (q.article_id, q.span.start)
    )
    links = _mutual_links(said, _likenesses(said))
    groups: dict[int, int] = {}
    for link in links:
        root, other = _root(groups, link.one), _root(groups, link.other)
        groups[max(root, other)] = min(root, other)
    members: dict[int, list[_Link]] = defaultdict(list)
    for link in links:
        members[_root(groups, link.one)].append(link)
    return tuple(_statement(said, members[root]) for root in sorted(members))


def _statement(said: Sequence[Quotation], links: Sequence[_Link]) -> Statement:
    places = sorted({place for link in links for place in (link.one, link.other)})
    weakest = min(links, key=lambda link: link.likeness)
    return Statement(tuple(said[place] for place in places), weakest.likeness, weakest.margin)


def _root(groups: dict[int, int], place: int) -> int:
    while groups.get(place, place) != place:
        place = groups[place]
    return place


def _likenesses(said: Sequence[Quotation]) -> dict[tuple[int, int], float]:
    """How alike each two quotations of different articles are, by their most alike sentences."""
    sentences = [(place, words) for place, quotation in enumerate(said) for words in _sentences(quotation.words)]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, (_, words) in enumerate(sentences):
        for word in words:
            holders[word].append(index)
    names = _names(said)
    weight = {
        word: math.log((len(sentences) + _IMAGINARY) / (len(held) + 0.5)) * (_NAME if word in names else 1.0)
        for word, held in holders.items()
    }
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= _COMMON:
            shared.update((a, b) for i, a in enumerate(held) for b in held[i + 1 :])
    found: dict[tuple[int, int], float] = {}
    for (a, b), count in shared.items():
        (one, first), (other, second) = sentences[a], sentences[b]
        if count >= min(_SHARED, len(first), len(second)) and said[one].article_id != said[other].article_id:
            found[one, other] = max(found.get((one, other), 0.0), _alike(first, second, weight))
    return found


def _sentences(words: str) -> list[frozenset[str]]:
    sentences = (frozenset(map(_stem, _WORD.findall(part.lower()))) for part in _SENTENCE.findall(words))
    return [kept for sentence in sentences if (kept := sentence - words_of("common_words"))]


def _names(said: Sequence[Quotation]) -> set[str]:
    """Words that are always capitalised: a story's names stand in all its sentences and tell them apart badly."""
    words = {match.group() for quotation in said for match in _WORD.finditer(quotation.words)}
    return {_stem(word.lower()) for word in words if word[0].isupper()} - {_stem(w) for w in words if w[0].islower()}


@cache
def _stem(word: str) -> str:
    """A word without the endings that change between two reports of one sentence."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _alike(first: frozenset[str], second: frozenset[str], weight: dict[str, float]) -> float:
    """Cosine of two bags of words; a sentence that is wholly part of the other counts as nearly the same."""
    common = sum(weight[word] ** 2 for word in first & second)
    one, other = (math.sqrt(sum(weight[word] ** 2 for word in words)) for words in (first, second))
    inside = common / min(one, other) ** 2
    return max(common / (one * other), 0.9 * inside if inside > 0.99 else 0.0)


def _mutual_links(said: Sequence[Quotation], likeness: dict[tuple[int, int], float]) -> list[_Link]:
    """Pairs in which each quotation is the other's clear best in its article."""
    best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (one, other), value in likeness.items():
        best[one, said[other].article_id].append((value, other))
        best[other, said[one].article_id].append((value, one))
    links = []
    for (one, other), value in sorted(likeness.items()):
        margins = [_margin(best[one, said[other].article_id], other), _margin(best[other, said[one].article_id], one)]
        if min(margins) >= _CLEAR:
            links.append(_Link(one, other, value, min(margins)))
    return links


def _margin(ranked: list[tuple[float, int]], place: int) -> float:
    """By how much `place` beats the others; negative where it does not."""
    own = next(value for value, other in ranked if other == place)
    return own - max((value for value, other in ranked if other != place), default=0.0)


def differing_words(one: str, other: str) -> tuple[Span, ...]:
    """The stretches of `one` whose words do not stand in `other` in the same order; offsets into `one`."""
    here = list(_WORD.finditer(one))[:_COMPARED]
    there = [_stem(word) for word in _WORD.findall(other.lower())][:_COMPARED]
    matcher = SequenceMatcher(None, [_stem(match.group().lower()) for match in here], there, autojunk=False)
    return tuple(
        Span(here[start].start(), here[end - 1].end())
        for change, start, end, _, _ in matcher.get_opcodes()
        if change in ("replace", "delete")
    )
