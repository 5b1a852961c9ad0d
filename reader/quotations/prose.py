"""The words of an article as one string that the other files of this room read, and the way back to the source.

An article in, its displayed words out: paragraphs joined by newlines, line breaks inside a paragraph as spaces, every
odd space as a plain one, curly apostrophes as straight ones in a second string of equal length.  Why: rules about
language should meet one spelling of everything, and offsets must still lead back to the source exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.article import Article, Block, Format, Kind
from reader.article.inline import displayed
from reader.text import Span

SILENT = frozenset({Kind.CHROME, Kind.CODE, Kind.FRONT_MATTER, Kind.RULE, Kind.HTML})
"""Blocks of these kinds hold no quotations."""
CREDITS = frozenset({Kind.BYLINE, Kind.DATE})
"""Whoever is named in these wrote the article, and is not whom "she said" means."""

_ODD_SPACE = re.compile(r"[^\S \n]")
_ODD_GLYPHS = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"))
_CURLY = re.compile(r"(?<!\w)(\w*+)’(?=(\w*))")
_STRAIGHT = re.compile(r"(?<!\w)(\w*+)'(?=(\w*))")
"""An apostrophe with the letters on both sides of it."""


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
        return frozenset(_CURLY.findall(self.text))

    @cached_property
    def _heres(self) -> list[int]:
        return [here for here, _ in self.runs]

    def source_offset(self, offset: int) -> int:
        here, there = self.runs[bisect_right(self._heres, offset) - 1]
        return there + offset - here

    def source_span(self, start: int, end: int) -> Span:
        """The stretch of the source that stands behind `[start, end)`, which must not be empty."""
        first = self.source_offset(start)
        return Span(first, max(first, self.source_offset(end - 1) + 1))


def prose_of(article: Article) -> Prose:
    """Every word of `article` that could be part of a quotation or name who said it."""
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    runs: list[tuple[int, int]] = [(0, 0)]
    at = number = 0
    for block in article.blocks.complete():
        if block.kind in SILENT:
            continue
        number += block.kind is Kind.PARAGRAPH
        words, places = _displayed(article, block)
        runs.extend((at + here, there) for here, there in places)
        paragraphs.append(Paragraph(at, at + len(words), block.kind, number))
        texts.append(words.replace("\n", " "))
        at += len(words) + 1
    return Prose(_ODD_SPACE.sub(" ", "\n".join(texts)), tuple(paragraphs), tuple(runs))


def _displayed(article: Article, block: Block) -> tuple[str, list[tuple[int, int]]]:
    """Words of a block and its runs; offsets on the left count from the block's first displayed character."""
    if article.format is not Format.PLAIN:
        shown = displayed(article, block)
        return shown.text, [(run.displayed, run.source) for run in shown.runs]
    if len(block.pieces) == 1:
        (piece,) = block.pieces
        return piece.of(article.text), [(0, piece.start)]
    runs = []
    at = 0
    for piece in block.pieces:
        runs.append((at, piece.start))
        at += piece.length + 1
    return " ".join([piece.of(article.text) for piece in block.pieces]), runs
