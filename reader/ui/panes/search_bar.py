"""The line where a search is typed; the text follows as it is typed."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input


class SearchBar(Input):
    """Stands over the status bar while one types; enter keeps the search, escape gives it up."""

    class Searched(Message):
        """The words to find so far; `final` once they are confirmed, empty when given up."""

        def __init__(self, words: str, final: bool) -> None:
            super().__init__()
            self.words = words
            self.final = final

    def __init__(self) -> None:
        super().__init__(compact=True, placeholder="search in this article · enter keeps it, esc gives it up")

    def on_mount(self) -> None:
        self.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Searched(event.value, final=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close(event.value)

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            self._close("")

    def _close(self, words: str) -> None:
        self.post_message(self.Searched(words, final=True))
        self.remove()
