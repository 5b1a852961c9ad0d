"""A canvas that can be told where to go: at once, or in slices where the article must be read that far first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from typing import Any

from textual.message import Message

from reader.layout.navigator import Navigator
from reader.layout.row import RowRef
from reader.text import Span
from reader.ui.panes.text_canvas import TextCanvas
from reader.ui.slices import AT_ONCE, known, read_on, reading_on


class TravellingPane(TextCanvas):
    """Goes to places, and says when it is there."""

    class Travelled(Message):
        """Another part of the text is shown, or another passage is in focus."""

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self._wanted: int | None = None
        self._wanted_focus: int | None = None
        self.going = ""
        """How far it is with a place that is not known yet."""

    def go_to(self, span: Span) -> None:
        self.when_known(span.start, lambda at: at.go_to(span))

    def when_known(self, offset: int | None, go: Callable[[Navigator], None]) -> None:
        """Let `go` take one somewhere, once the article is known as far as `offset` (None: to its end).

        Where that takes a while, it is shown how far it is, and given up as soon as one goes elsewhere.
        """
        at = self.navigator
        if at is None:
            return
        wanted = len(at.article.text) if offset is None else offset
        if read_on(at.article, wanted, AT_ONCE):
            go(at)
            self.travelled()
        else:
            here = at.view.top, at.here
            self.run_worker(self._go_from(here, at, wanted, go), group="going", exclusive=True)

    async def _go_from(
        self, here: tuple[RowRef, int], at: Navigator, wanted: int, go: Callable[[Navigator], None]
    ) -> None:
        async with aclosing(reading_on(at.article, wanted)) as slices:
            async for _ in slices:
                if self.navigator is not at or (at.view.top, at.here) != here:
                    self.going = ""
                    return
                self.going = f"going there {known(at.article) * 100 // wanted}%"
                self.post_message(self.Travelled())
        self.going = ""
        go(at)
        self.travelled()

    def put(self, offset: int, focus: int | None = None) -> None:
        """Show `offset` at the top, as soon as there is a page, with the sentence at `focus` in focus."""
        self._wanted = offset
        self._wanted_focus = focus
        self._put_wanted()
        self.refresh()

    def lay_out(self) -> None:
        super().lay_out()
        self._put_wanted()

    def _put_wanted(self) -> None:
        if self.navigator is not None and self._wanted is not None:
            self.navigator.put(self._wanted)
            if self._wanted_focus is not None and self.navigator.view.first_offset == self._wanted:
                self.navigator.focus_on(self._wanted_focus)
            self._wanted = self._wanted_focus = None
            self.post_message(self.Travelled())

    def travelled(self) -> None:
        self.refresh()
        self.post_message(self.Travelled())
