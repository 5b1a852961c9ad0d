"""The headings of the article; enter goes to one."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Iterator
from time import monotonic
from typing import Any

from textual.message import Message
from textual.reactive import var

from reader.layout.contents import Heading, all_headings
from reader.reading import Reading
from reader.ui.commands import Place
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece
from reader.ui.slices import AT_ONCE, PAUSE, SLICE


class ContentsPane(CardList[Heading]):
    """One card a heading, indented by its level."""

    TITLE = "Contents"
    EMPTY = "no headings here"
    place = Place.CONTENTS

    reading: var[Reading | None] = var(None)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._here = 0

    def watch_reading(self) -> None:
        self.list_headings()

    def on_show(self) -> None:
        self.list_headings()

    def list_headings(self) -> None:
        """Only while it is shown, and in slices: finding all headings means parsing the whole article."""
        self.workers.cancel_group(self, "contents")
        self.items = ()
        if self.display and self.reading is not None:
            steps, found = all_headings(self.reading.article), list[Heading]()
            if not self._gather(steps, found, AT_ONCE):
                self.run_worker(self._go_on(steps, found), group="contents", exclusive=True)

    async def _go_on(self, steps: Iterator[Heading | None], found: list[Heading]) -> None:
        while not self._gather(steps, found, SLICE):
            await asyncio.sleep(PAUSE)

    def _gather(self, steps: Iterator[Heading | None], found: list[Heading], seconds: float) -> bool:
        """Look for headings that long; True when all are found, which is when they are listed."""
        until = monotonic() + seconds
        for heading in steps:
            if heading is not None:
                found.append(heading)
            if monotonic() > until:
                return False
        self.items = tuple(found)
        self.stand_near(self._here)
        return True

    def stand_near(self, offset: int) -> None:
        """Put the cursor on the heading of the section with `offset`, now or when it is known."""
        self._here = offset
        if self.items:
            self.cursor = max(0, bisect_right(self.items, offset, key=lambda heading: heading.span.start) - 1)

    class HeadingChosen(Message):
        def __init__(self, heading: Heading) -> None:
            super().__init__()
            self.heading = heading

    def words(self, item: Heading) -> str:
        return item.title

    def card(self, item: Heading, width: int) -> list[Line]:
        indent = "  " * max(0, item.level - 1)
        roles = ("name",) if item.level <= 1 else ()
        return [[Piece(indent + row, roles)] for row in folded(item.title, max(8, width - len(indent)), 3)]

    def action_open(self) -> None:
        if (heading := self.current) is not None:
            self.post_message(self.HeadingChosen(heading))
