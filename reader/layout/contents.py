"""The headings of an article: what its table of contents shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.article import Article, Block, Kind
from reader.article.inline import displayed
from reader.text import Span


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    """Its displayed words, on one line."""
    level: int
    """1 for the title, then 1-6 as in Markdown."""
    span: Span
    """Its words in the source."""


def all_headings(article: Article) -> Iterator[Heading | None]:
    """Every heading with words, in order; None after every block that is none, so that one can take a breath."""
    number = 0
    while article.blocks.has(number):
        yield _heading(article, article.blocks[number])
        number += 1


def _heading(article: Article, block: Block) -> Heading | None:
    if block.kind not in (Kind.TITLE, Kind.HEADING):
        return None
    shown = displayed(article, block)
    title = " ".join(shown.text.split())
    return Heading(title, max(1, block.level), shown.source_span(Span(0, len(shown.text)))) if title else None
