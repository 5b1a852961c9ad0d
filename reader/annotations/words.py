"""Displayed words around a place of an article: source offsets in, the words that a reader sees out.

Selectors hold displayed words, because they survive a change of markup and can be searched for in other programs.
"""

from __future__ import annotations

from reader.article import Article, Block, Kind
from reader.article.inline import displayed
from reader.article.words import BREAK
from reader.text import Span


def words_of(article: Article, span: Span) -> str:
    """The displayed words that `span` covers; BREAK stands between blocks."""
    article.blocks.reach(span.end)
    found = []
    for index in range(article.blocks.index_at(span.start), len(article.blocks)):
        block = article.blocks[index]
        if block.span.start >= span.end:
            break
        if words := _block_words(article, block, span):
            found.append(words)
    return BREAK.join(found)


def words_before(article: Article, offset: int, length: int) -> str:
    """Up to `length` displayed characters that end at source `offset`."""
    return words_of(article, Span(max(0, offset - 4 * length), offset))[-length:]


def words_after(article: Article, offset: int, length: int) -> str:
    """Up to `length` displayed characters from source `offset` on."""
    return words_of(article, Span(offset, max(offset, min(len(article.text), offset + 4 * length))))[:length]


def paragraph_at(article: Article, offset: int) -> int:
    """Number of the paragraph that holds `offset`, counted from 1, or of the last one before it; 0 for none."""
    article.blocks.reach(offset)
    return article.blocks.count(Kind.PARAGRAPH, article.blocks.index_at(offset) + 1)


def _block_words(article: Article, block: Block, span: Span) -> str:
    if block.kind is Kind.FRONT_MATTER:
        return ""
    shown = displayed(article, block)
    end = shown.to_displayed(span.end) if span.end < block.span.end else len(shown.text)
    return shown.text[shown.to_displayed(max(span.start, block.span.start)) : end]
