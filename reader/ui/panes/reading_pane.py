"""The text itself: keys and mouse move a focused sentence, a caret and a selection; others are told offsets."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.message import Message

from reader.layout import objects
from reader.layout.objects import displayed_words
from reader.text import Selection, Span
from reader.ui.commands import Place
from reader.ui.panes.row_painter import GUTTER
from reader.ui.panes.text_canvas import TextCanvas

WHEEL_ROWS = 3
WIDTH_STEP = 4


class ReadingPane(TextCanvas, can_focus=True):
    """Shows one reading and knows where one is in it."""

    class Travelled(Message):
        """Another part of the text is shown, or another passage is in focus."""

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self._pressed: int | None = None
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
        words = []
        if self.hits:
            number = self.hits.index(self.current_hit) + 1 if self.current_hit in self.hits else 0
            words.append(f"{number}/{len(self.hits)}")
        length = max(1, len(self.reading.article.text))
        return [*words, f"{min(100, 100 * self.navigator.view.last_offset // length)}%"]

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
            self.hits = ()
        else:
            return False
        return True

    def travelled(self) -> None:
        self.refresh()
        self.post_message(self.Travelled())

    # mouse
    def offset_at(self, x: int, y: int) -> int | None:
        """The source offset of a cell of the pane; the exact inverse of painting."""
        rows = self.navigator.view.rows() if self.navigator else []
        if self.navigator is None or not rows:
            return None
        ref, _ = rows[max(0, min(y, len(rows) - 1))]
        return self.navigator.view.page.offset_at(ref, x - self.left - GUTTER)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1 and (offset := self.offset_at(event.x, event.y)) is not None:
            self._pressed = offset
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging selects; at the edges it scrolls."""
        if self._pressed is None or self.navigator is None:
            return
        if not 0 <= event.y < self.size.height:
            self.navigator.view.scroll(-1 if event.y < 0 else 1)
        offset = self.offset_at(event.x, event.y)
        if offset is not None and (offset != self._pressed or self.selecting):
            self.navigator.select(Selection(self._pressed, offset))
            self.travelled()

    def on_mouse_up(self) -> None:
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        offset = self.offset_at(event.x, event.y)
        if self.navigator is None or offset is None:
            return
        if event.chain > 1:
            around = objects.word if event.chain == 2 else objects.paragraph
            self.navigator.select_span(around(self.navigator.article, offset))
        elif self.navigator.selection is None or self.navigator.selection.head != offset:
            self.navigator.selection = None
            self.navigator.focus_on(offset)
        self.travelled()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(WHEEL_ROWS, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(-WHEEL_ROWS, event)

    def _wheel(self, rows: int, event: events.Event) -> None:
        event.stop()
        if self.navigator is not None and self.navigator.view.scroll(rows):
            if not self.selecting:
                self.navigator.follow()
            self.travelled()
