"""The readable blocks of an article one after the other: what carets walk on, whatever rows they are laid out in.

A source offset in, the block and its words out.  Site furniture, rules and front matter are stepped over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.article import Article, Block, Kind
from reader.article.displayed import Displayed
from reader.article.inline import displayed
from reader.text import Span, boundaries
from reader.text.width import grapheme_starts

_SKIPPED = {Kind.CHROME, Kind.FRONT_MATTER, Kind.RULE}
_LINES = {Kind.CODE, Kind.HTML, Kind.TABLE, Kind.FRONT_MATTER, Kind.CHROME}

Stops = Callable[["Spot"], list[Span]]
"""What can be stepped to in a block (words, sentences …), as displayed spans in order."""


@dataclass(frozen=True)
class Spot:
    """A place in the displayed words of one block."""

    article: Article
    number: int
    """Which block."""
    shown: Displayed
    """Its words."""
    index: int
    """Which displayed character; the length of the words stands for their end."""

    @property
    def block(self) -> Block:
        return self.article.blocks[self.number]

    @property
    def text(self) -> str:
        return self.shown.text

    @property
    def offset(self) -> int:
        return self.shown.to_source(self.index)

    def at(self, index: int) -> Spot:
        return replace(self, index=index)

    def before(self) -> Spot | None:
        """The start of the last grapheme in front of the spot that has a place in the source; None at the start."""
        found = starts(self.text)
        k = bisect_left(found, self.index) - 1
        while k >= 0 and not self.shown.has_place(found[k]):
            k -= 1
        return self.at(found[k]) if k >= 0 else None

    def behind(self) -> Spot | None:
        """The start of the next grapheme that has a place in the source; None at the end."""
        found = starts(self.text)
        k = bisect_right(found, self.index)
        while k < len(found) and not self.shown.has_place(found[k]):
            k += 1
        return self.at(found[k]) if k < len(found) else None

    def start(self) -> Spot:
        """The first grapheme of the block that has a place in the source."""
        return self.at(-1).behind() or self.at(0)

    def source(self, span: Span) -> Span:
        return self.shown.source_span(span)


def spot(article: Article, offset: int) -> Spot | None:
    """Where the source `offset` is in the displayed words; None for an article without blocks."""
    article.blocks.reach(offset)
    number = article.blocks.index_at(offset)
    if not article.blocks.has(number):
        return None
    shown = displayed(article, article.blocks[number])
    return Spot(article, number, shown, shown.to_displayed(offset))


def later(article: Article, number: int) -> Iterator[Spot]:
    """The starts of the readable blocks from `number` on."""
    while article.blocks.has(number):
        if is_readable(article, number):
            yield Spot(article, number, displayed(article, article.blocks[number]), 0).start()
        number += 1


def earlier(article: Article, number: int) -> Iterator[Spot]:
    """The ends of the readable blocks before `number`, last first."""
    for before in range(min(number, len(article.blocks)) - 1, -1, -1):
        if is_readable(article, before):
            shown = displayed(article, article.blocks[before])
            yield Spot(article, before, shown, len(shown.text))


def onward(here: Spot) -> Iterator[Spot]:
    """`here`, if it can be read, and the starts of the readable blocks behind it."""
    if is_readable(here.article, here.number):
        yield here
    yield from later(here.article, here.number + 1)


def backward(here: Spot) -> Iterator[Spot]:
    """`here`, if it can be read, and the ends of the readable blocks before it."""
    if is_readable(here.article, here.number):
        yield here
    yield from earlier(here.article, here.number)


def is_readable(article: Article, number: int) -> bool:
    """Whether a caret stops at the words of a block."""
    block = article.blocks[number]
    return block.kind not in _SKIPPED and bool(block.pieces) and bool(displayed(article, block).runs)


def step_forward(article: Article, offset: int, stops: Stops) -> Span | None:
    """The first stop that starts behind `offset`, in source offsets."""
    here = spot(article, offset)
    if here is None:
        return None
    for place in onward(here):
        for stop in stops(place):
            if place.number > here.number or stop.start > here.index:
                return place.source(stop)
    return None


def step_back(article: Article, offset: int, stops: Stops) -> Span | None:
    """The last stop that starts before `offset`, in source offsets."""
    here = spot(article, offset)
    if here is None:
        return None
    for place in backward(here):
        found = [stop for stop in stops(place) if place.number < here.number or stop.start < here.index]
        if found:
            return place.source(found[-1])
    return None


def word_stops(place: Spot) -> list[Span]:
    """Words that stand in the source (not those of an image's address), from the start of their first grapheme."""
    return [word for word in _words(place.text) if place.shown.has_place(word.start)]


def sentence_stops(place: Spot) -> list[Span]:
    """Sentences of prose; lines of code and rows of tables."""
    return _lines(place.text) if place.block.kind in _LINES else _sentences(place.text)


def paragraph_stops(place: Spot) -> list[Span]:
    return [Span(0, len(place.text))] if is_readable(place.article, place.number) else []


def at_heading(article: Article, number: int) -> Spot | None:
    """The start of block `number` if it is a heading with words."""
    if article.blocks[number].kind not in (Kind.TITLE, Kind.HEADING) or not is_readable(article, number):
        return None
    return Spot(article, number, displayed(article, article.blocks[number]), 0)


@lru_cache(maxsize=64)
def starts(text: str) -> list[int]:
    """Where the graphemes of a block's words start; the end of a line is one of its own."""
    found: list[int] = []
    at = 0
    for line in text.split("\n"):
        found += [at + start for start in grapheme_starts(line)]
        at += len(line) + 1
        found.append(at - 1)
    return found[:-1]


@lru_cache(maxsize=64)
def _words(text: str) -> list[Span]:
    graphemes = starts(text)
    return [Span(graphemes[bisect_right(graphemes, word.start) - 1], word.end) for word in boundaries.words(text)]


@lru_cache(maxsize=64)
def _sentences(text: str) -> list[Span]:
    return boundaries.sentences(text)


@lru_cache(maxsize=64)
def _lines(text: str) -> list[Span]:
    found = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found
