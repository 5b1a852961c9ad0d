"""The words of an article as one string that the other files of this room read, and the way back to the source.

An article in, its displayed words out: paragraphs joined by newlines, line breaks inside a paragraph as spaces, every
odd space as a plain one, curly apostrophes as straight ones in a second string of equal length.  Why: rules about
language should meet one spelling of everything, and offsets must still lead back to the source exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from reader.article import Article, Format, Kind
from reader.text import Span

_PARAGRAPH = Kind.PARAGRAPH
SILENT = frozenset({Kind.CHROME, Kind.CODE, Kind.FRONT_MATTER, Kind.RULE, Kind.HTML})
"""Blocks of these kinds hold no quotations."""
CREDITS = frozenset({Kind.BYLINE, Kind.DATE})
"""Whoever is named in these wrote the article, and is not whom "she said" means."""

_ODD_SPACES = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""White space but for the blank and the newline."""
_ODD_GLYPHS = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"))
_LETTERS = re.compile(r"\w*")
_STRAIGHT = re.compile(r"(?<!\w)(\w*+)'(?=(\w*))")
"""An apostrophe with the letters on both sides of it."""


_Words: TypeAlias = tuple[Kind, str, list[tuple[int, int]]]
"""A block's kind, its words, and its runs; offsets on the left count from its first displayed character."""


class Paragraph(NamedTuple):
    """One block of words: where it stands in the prose, and what the article says it is."""

    start: int
    end: int
    kind: Kind
    number: int
    """Paragraphs counted from 1 without chrome; a headline before the first has 0."""


@dataclass(frozen=True)
class Prose:
    """`text` keeps the marks as they are; `plain` is equally long with straight apostrophes."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    runs: tuple[tuple[int, int], ...]
    """(offset here, offset in the source), ascending: characters between two runs move together."""

    @cached_property
    def plain(self) -> str:
        plain = self.text
        for odd, usual in _ODD_GLYPHS:
            plain = plain.replace(odd, usual)
        return plain

    def as_printed(self, words: str) -> str:
        """Words of `plain` with the apostrophes that they have in the article."""
        return _STRAIGHT.sub(lambda found: f"{found[1]}’" if found.groups() in self._curly else found[0], words)

    @cached_property
    def _curly(self) -> frozenset[tuple[str, ...]]:
        """The letters before and behind each curly apostrophe."""
        parts = self.text.split("’")
        return frozenset((_letters(left[::-1])[::-1], _letters(right)) for left, right in pairwise(parts))

    @cached_property
    def _heres(self) -> list[int]:
        return [here for here, _ in self.runs]

    def source_offset(self, offset: int) -> int:
        here, there = self.runs[bisect_right(self._heres, offset) - 1]
        return there + offset - here

    def source_span(self, start: int, end: int) -> Span:
        """The stretch of the source that stands behind `[start, end)`, which must not be empty."""
        at = bisect_right(self._heres, start)
        here, there = self.runs[at - 1]
        first = there + start - here
        if at == len(self.runs) or end <= self.runs[at][0]:
            return Span(first, first + end - start)
        return Span(first, max(first, self.source_offset(end - 1) + 1))


def prose_of(article: Article) -> Prose:
    """Every word of `article` that could be part of a quotation or name who said it."""
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    runs: list[tuple[int, int]] = [(0, 0)]
    at = number = 0
    words_of = _written if article.format is Format.PLAIN else _displayed
    for kind, words, places in words_of(article):
        number += kind is _PARAGRAPH
        for here, there in places:
            runs.append((at + here, there))
        paragraphs.append(Paragraph(at, at + len(words), kind, number))
        texts.append(words)
        at += len(words) + 1
    return Prose(_with_plain_spaces("\n".join(texts)), tuple(paragraphs), tuple(runs))


def _written(article: Article) -> Iterator[_Words]:
    """The words of plain text, which are there as they stand: its blocks need not be made for that."""
    text = article.text
    for row in article.blocks.complete().rows():
        kind = row.manner[0]
        if kind in SILENT:
            continue
        if len(row.pieces) == 1:
            ((start, end),) = row.pieces
            yield kind, text[start:end], [(0, start)]
        else:
            places = []
            at = 0
            for start, end in row.pieces:
                places.append((at, start))
                at += end - start + 1
            yield kind, " ".join([text[start:end] for start, end in row.pieces]), places


def _displayed(article: Article) -> Iterator[_Words]:
    """The words of Markdown as a reader sees them.  Who reads none does not wait for what shows them."""
    from reader.article.inline import displayed

    for block in article.blocks.complete():
        if block.kind not in SILENT:
            shown = displayed(article, block)
            yield block.kind, shown.text.replace("\n", " "), [(run.displayed, run.source) for run in shown.runs]


def _letters(text: str) -> str:
    """The letters that `text` begins with."""
    found = _LETTERS.match(text)
    return found[0] if found else ""


def _with_plain_spaces(text: str) -> str:
    # Looking for each of them takes a fifth of the time that looking at each character takes.
    for odd in _ODD_SPACES:
        text = text.replace(odd, " ")
    return text
