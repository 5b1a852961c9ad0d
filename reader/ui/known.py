"""How far an article has been read into blocks, and reading on, step by step: what is done before one can go there.

Imports nothing that takes time: the first page is painted with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from reader.article import Article


def known(article: Article) -> int:
    """A source offset, the length of the text once all of it has been read."""
    blocks = article.blocks
    if blocks.done:
        return len(article.text)
    return blocks[len(blocks) - 1].span.end if len(blocks) else 0


def reading_to(article: Article, offset: int) -> Iterator[bool | None]:
    """Read on until the block at `offset` is known, which is True; None after each step on the way."""
    while not article.blocks.done and known(article) <= offset:
        article.blocks.grow()
        yield None
    yield True


def read_at_once(article: Article, offset: int, seconds: float) -> bool:
    """Read on for that long; whether the block at `offset` is known then."""
    until = monotonic() + seconds
    for there in reading_to(article, offset):
        if there or monotonic() > until:
            return bool(there)
    return False
