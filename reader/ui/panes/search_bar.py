"""The line where a search is typed; the text follows as it is typed."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input


class SearchBar(Input):
    """Opens over the status bar; enter keeps the search, escape drops it."""

    class Searched(Message):
        """The words to find so far; `final` once they are confirmed, empty when given up."""

        def __init__(self, words: str, final: bool) -> None:
            super().__init__()
            self.words = words
            self.final = final

    def open(self, words: str = "") -> None:
        self.add_class("-open")
        self.value = words
        self.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.has_class("-open"):
            self.post_message(self.Searched(event.value, final=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close(event.value)

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            self._close("")

    def _close(self, words: str) -> None:
        self.remove_class("-open")
        self.post_message(self.Searched(words, final=True))
