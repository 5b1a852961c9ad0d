"""A search in slices: words here, regular expressions by another process, both without anybody waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from time import monotonic

from reader.article.displayed import Displayed
from reader.layout.matcher import BATCH, Matcher
from reader.layout.search import Search
from reader.ui.slices import PAUSE, SLICE


def go_on(search: Search, seconds: float) -> None:
    """Take steps for that long."""
    until = monotonic() + seconds
    while not search.done and monotonic() < until:
        search.step()


async def in_slices(search: Search) -> AsyncGenerator[None, None]:
    """Take all steps, with a pause after each slice.  Raises GivenUp if that would take for ever.

    A regular expression is matched by another process: one that never ends would stop this one.
    """
    matcher = Matcher(search.query)
    try:
        while not search.done:
            if search.query.regex:
                await _match(search, matcher)
            else:
                go_on(search, SLICE)
            yield
            await asyncio.sleep(PAUSE)
    finally:
        matcher.close()


async def _match(search: Search, matcher: Matcher) -> None:
    """Have the next blocks matched: as many as can be read in a slice or fit into a batch."""
    until, length = monotonic() + SLICE, 0
    gathered: list[Displayed] = []
    while not search.done and length < BATCH and monotonic() < until:
        if (shown := search.next_words()) is not None:
            gathered.append(shown)
            length += len(shown.text)
    if gathered:
        for shown, found in zip(gathered, await matcher.spans([one.text for one in gathered]), strict=True):
            search.take(shown, found)
