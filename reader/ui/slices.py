"""Long work in slices: a few milliseconds of it, then a pause for everything else that goes on in the app.

Not a thread: that would take its time from the screen whenever it likes, and an article's blocks are found in one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from time import monotonic

from reader.article import Article

AT_ONCE = 0.02
"""Seconds that a key may take: most articles are through by then."""
SLICE, PAUSE = 0.008, 0.004
"""Seconds of work, and of leaving the processor to whatever came meanwhile."""


def known(article: Article) -> int:
    """How far an article has been read into blocks: a source offset, its length once all of it has been."""
    blocks = article.blocks
    if blocks.done:
        return len(article.text)
    return blocks[len(blocks) - 1].span.end if len(blocks) else 0


def read_on(article: Article, offset: int, seconds: float) -> bool:
    """Read an article into blocks for that long; True once the one at `offset` is known."""
    until = monotonic() + seconds
    while known(article) <= offset and not article.blocks.done and monotonic() < until:
        article.blocks.grow()
    return article.blocks.done or known(article) > offset


async def reading_on(article: Article, offset: int) -> AsyncGenerator[None, None]:
    """Read an article into blocks until the one at `offset` is known, with a pause after each slice."""
    while not read_on(article, offset, SLICE):
        yield
        await asyncio.sleep(PAUSE)
