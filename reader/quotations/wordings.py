"""What two reports of one sentence have in common, whoever printed them: words in, a wording that can be compared out.

A wording is its words without endings, in order.  Reports of one sentence differ in tense, in the words that a
translator chose and in how much was left out; the words that carry the meaning and stand close together stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from reader.quotations.lexicon import words_of
from reader.text import Span

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\s”’\"']*")
_CLITIC = re.compile(r"n?['’][^\W_]+$")
"""What an apostrophe ties to a word: the n't of "don't", the 's of "father's"."""
_REACH = 2
"""How far apart two words with a meaning may stand, these counted, to be a pair."""
_COMPARED = 400
"""Words of a quotation that are compared one by one."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a quotation, ready to be compared."""

    line: str
    """Every word without its ending, a blank before and behind each: one line is part of another if words are."""
    bag: frozenset[str]
    """Words that carry meaning, without endings."""
    pairs: frozenset[Pair]
    """Two such words that stand close together, in their order."""
    lowered: tuple[str, ...]
    """Those of the bag that are written small, so that they are no names."""


def wording(words: str) -> Wording:
    """The wording of a quotation's displayed words."""
    stems = [(match.group(), stem(match.group())) for match in WORD.finditer(words)]
    telling = [(written, root) for written, root in stems if _is_telling(root)]
    roots = [root for _, root in telling]
    pairs = ((one, other) for i, one in enumerate(roots) for other in roots[i + 1 : i + 1 + _REACH] if one != other)
    return Wording(
        f" {' '.join(root for _, root in stems)} ",
        frozenset(roots),
        frozenset(pairs),
        tuple(root for written, root in telling if not written[0].isupper()),
    )


def shortens(one: Wording, other: Wording) -> bool:
    """True if every word of `one` stands in `other`, in one stretch, and `other` has more."""
    return len(one.line) < len(other.line) and one.line in other.line


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without what changes between two reports: case, "n't" and "'s", the endings of verbs and plurals."""
    word = _CLITIC.sub("", word.lower()) or word.lower()
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(map(stem, words_of("common_words")))


def _is_telling(root: str) -> bool:
    return root not in _empty_words()


def differing_words(one: str, other: str) -> tuple[Span, ...]:
    """The stretches of `one` whose words do not stand in `other` in the same order; offsets into `one`.

    Only in sentences that have something in common: a sentence that `other` leaves out says nothing differently.  A
    lone "the" that happens to stand in both does not part a stretch.
    """
    here = list(WORD.finditer(one))[:_COMPARED]
    roots = [stem(match.group()) for match in here]
    shared = _shared(roots, [stem(word) for word in WORD.findall(other)][:_COMPARED])
    found: list[Span] = []
    for sentence in sentences(one):
        inside = [n for n, match in enumerate(here) if sentence.has(match.start())]
        if any(shared[n] and _is_telling(roots[n]) for n in inside):
            found += (Span(here[run[0]].start(), here[run[-1]].end()) for run in _runs(inside, roots, shared))
    return tuple(found)


def _shared(roots: list[str], others: list[str]) -> list[bool]:
    """For each word whether it stands in both, in the same order."""
    shared = [False] * len(roots)
    for start, _, length in SequenceMatcher(None, roots, others, autojunk=False).get_matching_blocks():
        shared[start : start + length] = [True] * length
    return shared


def _runs(inside: list[int], roots: list[str], shared: list[bool]) -> list[list[int]]:
    """The words of a sentence that differ, in stretches; a shared word without a meaning of its own parts none."""
    runs: list[list[int]] = []
    for n in inside:
        if shared[n]:
            continue
        between = range(runs[-1][-1] + 1, n) if runs else range(0)
        if runs and not any(_is_telling(roots[i]) for i in between):
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def sentences(text: str) -> list[Span]:
    """Where the sentences of a quotation stand, closely enough to compare them."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    borders = [0, *(end for end in ends if end < len(text)), len(text)]
    return [Span(start, end) for start, end in pairwise(borders) if start < end]
