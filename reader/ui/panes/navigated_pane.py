"""A canvas with somebody in it: a focused sentence, a caret and a selection; others ask and are told offsets."""

from __future__ import annotations

from typing import Any

from textual.message import Message

from reader.layout.hits import Hits
from reader.layout.objects import displayed_words
from reader.text import Span
from reader.ui.commands import Place
from reader.ui.panes.text_canvas import TextCanvas


class NavigatedPane(TextCanvas):
    """Shows one reading and knows where one is in it."""

    class Travelled(Message):
        """Another part of the text is shown, or another passage is in focus."""

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self._wanted: int | None = None

    # what others ask
    @property
    def place(self) -> Place:
        """For the keymap: whether there is a caret, and whether it has moved."""
        selection = self.navigator.selection if self.navigator else None
        if selection is None:
            return Place.READING
        return Place.CARET if selection.anchor == selection.head else Place.SELECTION

    @property
    def selecting(self) -> bool:
        return self.place is not Place.READING

    @property
    def mode(self) -> str:
        """What is being selected, "" if nothing is."""
        if self.navigator is None or self.navigator.selection is None:
            return ""
        return "PARAGRAPHS" if self.navigator.by_paragraph else "SELECT"

    @property
    def passage(self) -> Span | None:
        """The selection, else the focused sentence."""
        return self.navigator.passage if self.navigator else None

    def displayed_words(self, span: Span) -> str:
        """The words of `span` as a reader sees them."""
        return displayed_words(self.reading.article, span) if self.reading else ""

    def whereabouts(self) -> list[str]:
        """Hits and progress, as words for the status bar."""
        if self.navigator is None or self.reading is None:
            return []
        words = [counted] if (counted := self.counted()) else []
        if self.navigator.at_end:
            return [*words, "100%"]
        length = max(1, len(self.reading.article.text))
        return [*words, f"{min(99, 100 * self.navigator.view.last_offset // length)}%"]

    def counted(self) -> str:
        """Which of how many hits is the current one; "…" as long as there may be more."""
        more = self.hits.searched < 1
        if self.hits:
            return f"{self.hits.number(self.current_hit)}/{len(self.hits)}{'…' if more else ''}"
        return f"searching {self.hits.searched:.0%}" if more else ""

    # what others say
    def go_to(self, span: Span) -> None:
        if self.navigator is not None:
            self.navigator.go_to(span)
            self.travelled()

    def put(self, offset: int) -> None:
        """Show `offset` at the top, as soon as there is a page."""
        self._wanted = offset
        self._put_wanted()
        self.refresh()

    def lay_out(self) -> None:
        super().lay_out()
        self._put_wanted()

    def _put_wanted(self) -> None:
        if self.navigator is not None and self._wanted is not None:
            self.navigator.put(self._wanted)
            self._wanted = None
            self.post_message(self.Travelled())

    def end_selection(self) -> None:
        if self.navigator is not None:
            self.navigator.end()
            self.travelled()

    def step_back(self) -> bool:
        """Drop the selection, or else the search; False if there was neither."""
        if self.selecting:
            self.end_selection()
        elif self.hits:
            self.hits = Hits()
        else:
            return False
        return True

    def travelled(self) -> None:
        self.refresh()
        self.post_message(self.Travelled())
