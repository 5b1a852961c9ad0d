"""A long search in slices: a few milliseconds of work, then a pause for everything else that goes on in the app.

Not a thread: that would take its time from the screen whenever it likes, and an article's blocks are found in one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from time import monotonic

from reader.article.displayed import Displayed
from reader.layout.matcher import BATCH, Matcher
from reader.layout.search import Search

SLICE, PAUSE = 0.008, 0.004
"""Seconds of work, and of leaving the processor to whatever came meanwhile."""


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
