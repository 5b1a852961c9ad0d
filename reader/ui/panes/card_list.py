"""A list of cards, a few rows each: library, speakers, annotations and contents are all made of it."""

from __future__ import annotations

from typing import Any, TypeVar

from textual import events
from textual.message import Message

from reader.text.safe import safe_line
from reader.ui.panes.card_canvas import CardCanvas
from reader.ui.panes.edge import DraggedEdge

Item = TypeVar("Item")
WORD_BACK = ("ctrl+w", "ctrl+backspace", "alt+backspace")
"""Keys that take the last word of a filter back, as in a shell."""


class CardList(CardCanvas[Item], DraggedEdge, can_focus=True):
    """A card canvas with a cursor that keys and mouse move, and a filter that is typed."""

    class Moved(Message):
        """The cursor came to stand on a card."""

        def __init__(self, pane: CardList[Any], item: Any) -> None:
            super().__init__()
            self.pane = pane
            self.item = item

        @property
        def control(self) -> CardList[Any]:
            return self.pane

    class Chosen(Moved):
        """A card was opened by a key or a click."""

    def watch_cursor(self) -> None:
        super().watch_cursor()
        if (item := self.current) is not None:
            self.post_message(self.Moved(self, item))

    # keys and mouse
    def on_key(self, event: events.Key) -> None:
        """While the filter is being typed, keys are letters and not commands."""
        if not self.typing:
            return
        if event.is_printable and event.character:
            self.wanted += event.character
        elif event.key == "backspace":
            self.wanted = self.wanted[:-1]
        elif event.key in WORD_BACK:
            self.wanted = self.wanted.rstrip().rpartition(" ")[0]
        elif event.key == "ctrl+u":
            self.wanted = ""
        elif event.key == "escape":
            self.wanted, self.typing = "", False
        else:
            self.typing = False
            if event.key != "enter":
                return
        event.stop()

    def on_paste(self, event: events.Paste) -> None:
        if self.typing:
            event.stop()
            self.wanted += safe_line(" ".join(event.text.split()))

    def on_blur(self) -> None:
        self.typing = False

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.deck.scroll(3)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.deck.scroll(-3)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        window, row = self.deck.window(), event.y - len(self.head())
        if self.is_edge(event.x):
            return
        if row < 0:
            self.typing = True
        elif row < len(window):
            self.cursor = window[row][0]
            self.action_open()

    def step_back(self) -> bool:
        """Give up the filter; False if there was none."""
        given_up = bool(self.wanted)
        self.wanted = ""
        return given_up

    # commands
    def action_scroll(self, command: str) -> None:
        """Move the cursor as the command says."""
        deck, here = self.deck, self.cursor
        if not deck.items:
            return
        self.cursor = {
            "line-down": here + 1,
            "line-up": here - 1,
            "page-down": max(here + 1, deck.walk((here, 0), deck.height)[0]),
            "page-up": min(here - 1, deck.walk((here, 0), -deck.height)[0]),
            "half-page-down": max(here + 1, deck.walk((here, 0), deck.height // 2)[0]),
            "half-page-up": min(here - 1, deck.walk((here, 0), -deck.height // 2)[0]),
            "top": 0,
            "bottom": len(deck.items) - 1,
        }[command]

    def action_filter(self) -> None:
        self.typing = True

    def action_open(self) -> None:
        if (item := self.current) is not None:
            self.post_message(self.Chosen(self, item))
