"""The edge of a list, which the mouse can drag; how wide it becomes is the screen's business."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message
from textual.widget import Widget


class DraggedEdge(Widget):
    """A widget whose outermost column towards the text is a handle."""

    EDGE: ClassVar[str] = "left"

    class EdgeDragged(Message):
        """The edge is wanted at a column of the screen."""

        def __init__(self, pane: DraggedEdge, column: int) -> None:
            super().__init__()
            self.pane = pane
            self.column = column

    _is_dragged = False

    def is_edge(self, x: int) -> bool:
        return x == (0 if self.EDGE == "left" else self.size.width - 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1 and self.is_edge(event.x):
            self._is_dragged = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._is_dragged:
            self.post_message(self.EdgeDragged(self, event.screen_x))

    def on_mouse_up(self) -> None:
        self._is_dragged = False
        self.release_mouse()
