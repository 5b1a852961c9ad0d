"""Where a search is typed: words or a regular expression, with the searches before this one on the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.message import Message
from textual.widgets import Input

from reader.layout.query import Query

REGEX_KEYS = ("ctrl+r", "alt+r")


class QueryInput(Input):
    """Says what is asked while it is typed; ctrl+r takes it as a regular expression, and again as words."""

    class Asked(Message):
        """The query so far; `confirmed` by enter."""

        def __init__(self, query: Query, confirmed: bool) -> None:
            super().__init__()
            self.query = query
            self.confirmed = confirmed

    class GivenUp(Message):
        """Escape: nothing is searched after all."""

    def __init__(self, placeholder: str, earlier: Sequence[Query] = (), arrows: bool = True, **kwargs: Any) -> None:
        """`earlier`: the searches before this one, latest first; `arrows`: whether up and down go through them."""
        super().__init__(compact=True, placeholder=placeholder, select_on_focus=False, **kwargs)
        self.regex = False
        self._earlier = [Query(""), *earlier]
        self._at = 0
        self._older, self._newer = ("up", "down") if arrows else ("ctrl+up", "ctrl+down")

    @property
    def asked(self) -> Query:
        return Query(self.value, self.regex)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._earlier[self._at] != self.asked:
            self._at, self._earlier[0] = 0, self.asked
        self.post_message(self.Asked(self.asked, confirmed=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Asked(self.asked, confirmed=True))

    def on_key(self, event: events.Key) -> None:
        if event.key in REGEX_KEYS:
            self.regex = not self.regex
            self.post_message(self.Asked(self.asked, confirmed=False))
        elif event.key in (self._older, self._newer):
            self._recall(1 if event.key == self._older else -1)
        elif event.key == "escape":
            self.post_message(self.GivenUp())
        else:
            return
        event.stop()
        event.prevent_default()

    def _recall(self, by: int) -> None:
        """An earlier search; behind the latest one stands what was being typed."""
        self._at = max(0, min(len(self._earlier) - 1, self._at + by))
        recalled = self._earlier[self._at]
        self.regex, self.value = recalled.regex, recalled.words
        self.cursor_position = len(self.value)
