"""The headings of an article: what its table of contents shows."""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import Article, Kind
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


def headings(article: Article) -> list[Heading]:
    """Every heading with words, in order; takes all blocks."""
    found = []
    for block in article.blocks.complete():
        if block.kind in (Kind.TITLE, Kind.HEADING):
            shown = displayed(article, block)
            title = " ".join(shown.text.split())
            if title:
                found.append(Heading(title, max(1, block.level), shown.source_span(Span(0, len(shown.text)))))
    return found
