"""Two versions of a text compared word by word: which words of the old one are which words of the new one.

old      Rates rose   again ,   the bank said .
token    0     1      2     3   4   5    6    7
new      Rates rose   sharply , the bank said .
now[…]   0     1      -1    3   4   5    6    7

Quotes, dashes and spaces are folded before, so that re-saving a page changes nothing.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reader.text import Span
from reader.text.fold import Folded, fold

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+|[^\w\s]")
LARGEST = 400_000_000
"""Pairs of words compared at once: 50 MB and a quarter of a second.  Larger texts are compared by lines first."""
CHANCE = 2
"""Words of old text in a row that may be there by chance in the middle of new text."""
Range = tuple[int, int]


@dataclass(frozen=True)
class Version:
    """One version of a text; folded, and cut into words and signs, when first needed."""

    text: str
    sha256: str

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text)

    @cached_property
    def words(self) -> list[str]:
        return _TOKEN.findall(self.folded.text)

    @cached_property
    def starts(self) -> array[int]:
        """Where each word starts in the folded text."""
        return array("q", (match.start() for match in _TOKEN.finditer(self.folded.text)))

    @cached_property
    def index(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, ascending."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            found[word].append(place)
        return found

    @cached_property
    def lines(self) -> list[Range]:
        """The words of each line that has any, as ranges."""
        breaks = (self.folded.to_folded(match.start()) for match in re.finditer("\n", self.text))
        cuts = sorted({0, len(self.words), *(bisect_left(self.starts, place) for place in breaks)})
        return list(pairwise(cuts))

    def end(self, word: int) -> int:
        """Where a word ends in the folded text."""
        return self.starts[word] + len(self.words[word])

    def covered(self, span: Span) -> Range:
        """The words that source `span` touches."""
        return self.between(self.folded.to_folded(span.start), self.folded.to_folded(span.end))

    def words_of(self, words: Range) -> str:
        """The folded text of a range of words."""
        return self.folded.text[self.starts[words[0]] : self.end(words[1] - 1)] if words[0] < words[1] else ""

    def between(self, start: int, end: int) -> Range:
        """The words that folded `[start, end)` touches."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.end(first) <= start:
            first += 1
        return first, max(first, bisect_left(self.starts, end))


class Comparison:
    """`now[i]` is the word of `new` that word `i` of `old` has become, -1 for none; `before` is the way back."""

    def __init__(self, old: Version, new: Version, kept: Iterable[tuple[int, int, int]]) -> None:
        self.old = old
        self.new = new
        self.now = array("q", [-1]) * len(old.words)
        self.before = array("q", [-1]) * len(new.words)
        for start, end, place in kept:
            for word in range(start, end):
                self.now[word] = place + word - start
                self.before[place + word - start] = word

    @cached_property
    def backwards(self) -> Comparison:
        """The same seen from the new version: what was inserted is what was deleted."""
        other = Comparison(self.new, self.old, ())
        other.now, other.before = self.before, self.now
        return other

    @cached_property
    def inserted(self) -> list[Range]:
        """Runs of new words that were no old ones; a few words that fit by chance do not part them."""
        runs: list[Range] = []
        for word, before in enumerate(self.before):
            if before < 0:
                start = runs.pop()[0] if runs and word - runs[-1][1] <= CHANCE else word
                runs.append((start, word + 1))
        return runs


def compared(old: Version, new: Version) -> Comparison:
    return Comparison(old, new, _kept(old, new))


def _kept(old: Version, new: Version) -> Iterator[tuple[int, int, int]]:
    """Runs of words that stayed: start and end among the old ones, start among the new ones."""
    if len(old.words) * len(new.words) <= LARGEST:
        yield from _matched(old.words, new.words)
        return
    for start, end, place, place_end in _by_lines(old, new):
        if old.words[start:end] == new.words[place:place_end]:
            yield start, end, place
        elif (end - start) * (place_end - place) <= LARGEST:
            for first, last, at in _matched(old.words[start:end], new.words[place:place_end]):
                yield start + first, start + last, place + at


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The longest common subsequence of two lists of words."""
    from rapidfuzz.distance import Indel

    for block in Indel.opcodes(old, new).as_matching_blocks():
        if block.size:
            yield block.a, block.a + block.size, block.b


def _by_lines(old: Version, new: Version) -> Iterator[tuple[int, int, int, int]]:
    """Ranges of words that belong together: equal lines, and between them whatever stands instead."""
    before, after = (["\0".join(v.words[a:b]) for a, b in v.lines] for v in (old, new))
    at, place = 0, 0
    for first, last, other in [*_matched(before, after), (len(before), len(before), len(after))]:
        start = old.lines[first][0] if first < len(before) else len(old.words)
        place_end = new.lines[other][0] if other < len(after) else len(new.words)
        yield at, start, place, place_end
        for k in range(last - first):
            yield *old.lines[first + k], *new.lines[other + k]
        if last > first:
            at, place = old.lines[last - 1][1], new.lines[other + last - first - 1][1]
