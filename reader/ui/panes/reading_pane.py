"""The text itself, as one has it under the mouse: click, drag with edge scrolling, double and triple click, wheel."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.message import Message
from textual.timer import Timer

from reader.layout import motions, objects
from reader.text import Selection
from reader.ui.arrangement import GUTTER
from reader.ui.panes.labelled_pane import LabelledPane

WHEEL_ROWS = 3
WHEEL_CELLS = 6
WIDTH_STEP = 4
PULL_EVERY = 0.06
"""Seconds from one row to the next while a selection is dragged over an edge."""


class ReadingPane(LabelledPane, can_focus=True):
    """The pane for one reading."""

    class Clicked(Message):
        """A place in the text was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self.usual_measure = measure
        """What the user has set; `measure` is what is on the screen."""
        self._pressed: int | None = None
        self._pointer = (0, 0)
        """Where it was last seen while something is dragged."""
        self._pulls = 0
        """Which way it pulls the text, -1 for up; 0 where it is not at an edge."""
        self._pulling: Timer | None = None

    def offset_at(self, x: int, y: int) -> int | None:
        """The source offset of a cell of the pane; the exact inverse of painting."""
        rows = self.navigator.view.rows() if self.navigator else []
        if self.navigator is None or not rows:
            return None
        ref, _ = rows[max(0, min(y, len(rows) - 1))]
        return self.navigator.view.offset_at(ref, x - self.left - GUTTER)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1 and (offset := self.offset_at(event.x, event.y)) is not None:
            self._pressed = offset
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging selects, the cell under the pointer included; as long as it is held at an edge, it scrolls."""
        if self._pressed is None:
            return
        self._pointer = event.x, event.y
        self._select_to(event.x, event.y)
        self._pulls = self._edge(event.y, event.screen_y)
        if self._pulls == 0:
            self._stop_pulling()
        elif self._pulling is None:
            self._pulling = self.set_interval(PULL_EVERY, self._pull)

    def _edge(self, y: int, screen_y: int) -> int:
        """Which way the pointer pulls the text; where the pane ends with the screen, its outermost row does."""
        if y < 0 or screen_y <= 0:
            return -1
        return int(y >= self.size.height or screen_y >= self.app.size.height - 1)

    def _pull(self) -> None:
        if self.navigator is not None and self.navigator.view.scroll(self._pulls):
            self._select_to(*self._pointer)

    def _stop_pulling(self) -> None:
        if self._pulling is not None:
            self._pulling.stop()
            self._pulling = None

    def _select_to(self, x: int, y: int) -> None:
        at, offset = self.navigator, self.offset_at(x, y)
        if at is None or self._pressed is None or offset is None:
            return
        if offset != self._pressed or self.selecting:
            forward = offset >= self._pressed and not self._on_blank(y)
            end = motions.right(at.article, offset, past_end=True) if forward else offset
            at.select(Selection(self._pressed, end), reveal=False)
            self.travelled()

    def _on_blank(self, y: int) -> bool:
        """Between paragraphs there is nothing to include."""
        rows = self.navigator.view.rows() if self.navigator else []
        return 0 <= y < len(rows) and rows[y][1].is_blank

    def on_mouse_up(self) -> None:
        self._pressed = None
        self._stop_pulling()
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
            self.post_message(self.Clicked(offset))
        self.travelled()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(WHEEL_ROWS, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(-WHEEL_ROWS, event)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        event.stop()
        self.slide(WHEEL_CELLS)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        event.stop()
        self.slide(-WHEEL_CELLS)

    def slide(self, cells: int) -> bool:
        """Move what is too wide; False if there was nowhere to go."""
        moved = self.navigator is not None and self.navigator.view.slide(cells)
        self.refresh()
        return moved

    def _wheel(self, rows: int, event: events.MouseEvent) -> None:
        event.stop()
        if event.shift:
            self.slide(rows * WHEEL_CELLS // WHEEL_ROWS)
        elif self.navigator is not None and self.navigator.view.scroll(rows):
            if not self.selecting:
                self.navigator.follow()
            self.travelled()
