"""A canvas that can be told where to go: at once, or in slices where the article must be read that far first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any, TypeVar

from textual.message import Message

from reader.layout.navigator import Navigator
from reader.layout.row import RowRef
from reader.text import Span
from reader.ui.known import known, reading_to
from reader.ui.panes.text_canvas import TextCanvas
from reader.ui.slices import AT_ONCE, PAUSE, SLICE, Steps

SHOWN_AFTER = 0.25
"""Seconds after which one is told how far it is."""

Found = TypeVar("Found")


class TravellingPane(TextCanvas):
    """Goes to places, and says when it is there."""

    class Travelled(Message):
        """Another part of the text is shown, or another passage is in focus."""

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self._wanted: int | None = None
        self._wanted_focus: int | None = None
        self._left_from: tuple[RowRef, int] | None = None
        """Where one waits to get to a place that is not known yet; whoever goes elsewhere meanwhile stays there."""
        self.going = ""
        """How far it is with that, once it takes a while."""

    @property
    def is_going(self) -> bool:
        """Whether one is on the way to a place that is not known yet."""
        return self._left_from is not None

    def go_to(self, span: Span) -> None:
        self.when_known(span.start, lambda at: at.go_to(span))

    def when_known(self, offset: int | None, go: Callable[[Navigator], None]) -> None:
        """Let `go` take one somewhere, once the article is known as far as `offset` (None: to its end).

        Where that takes a while, it is shown how far it is, and given up as soon as one goes elsewhere.
        """
        if (at := self.navigator) is not None:
            wanted = len(at.article.text) if offset is None else offset
            self.when_found(reading_to(at.article, wanted), lambda at, _: go(at))

    def when_found(self, steps: Iterator[Found | None], go: Callable[[Navigator, Found | None], None]) -> None:
        """Let `go` take one to what is found step by step, in the same way; it is given None if nothing was."""
        self._wanted = None
        self._look(Steps(steps), go)

    def _look(self, steps: Steps[Found], go: Callable[[Navigator, Found | None], None]) -> None:
        if self.navigator is None:
            return
        self.going, self._left_from = "", None
        if steps.go_on(AT_ONCE):
            self.workers.cancel_group(self, "going")
            go(self.navigator, steps.found)
            self.travelled()
        else:
            self._left_from = self._standing
            self.run_worker(self._look_further(self.navigator, steps, go), group="going", exclusive=True)

    async def _look_further(
        self, began: Navigator, steps: Steps[Found], go: Callable[[Navigator, Found | None], None]
    ) -> None:
        shown_from, article = monotonic() + SHOWN_AFTER, began.article
        while not steps.go_on(SLICE):
            await asyncio.sleep(PAUSE)
            if self.navigator is None or self.navigator.article is not article or self._left_from != self._standing:
                self._wanted = None
                break
            if monotonic() > shown_from:
                self.going = f"going there {known(article) * 100 // max(1, len(article.text))}%"
                self.post_message(self.Travelled())
        else:
            go(self.navigator or began, steps.found)
        self.going, self._left_from = "", None
        self.travelled()

    @property
    def _standing(self) -> tuple[RowRef, int] | None:
        return (self.navigator.view.top, self.navigator.here) if self.navigator else None

    def put(self, offset: int, focus: int | None = None) -> None:
        """Show `offset` at the top, as soon as there is a page, with the sentence at `focus` in focus."""
        self._wanted = offset
        self._wanted_focus = focus
        self._put_wanted()
        self.refresh()

    def lay_out(self) -> None:
        """Whoever waits goes on waiting."""
        waits = self._left_from is not None and self._left_from == self._standing
        super().lay_out()
        if waits:
            self._left_from = self._standing
        else:
            self._put_wanted()

    def _put_wanted(self) -> None:
        if self.navigator is not None and self._wanted is not None:
            self._look(Steps(reading_to(self.navigator.article, self._wanted)), lambda at, _: self._arrive(at))

    def _arrive(self, at: Navigator) -> None:
        if self._wanted is not None:
            at.put(self._wanted)
            if self._wanted_focus is not None and at.view.first_offset == self._wanted:
                at.focus_on(self._wanted_focus)
        self._wanted = self._wanted_focus = None

    def travelled(self) -> None:
        self.refresh()
        self.post_message(self.Travelled())
