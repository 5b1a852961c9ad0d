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

    def __init__(self, placeholder: str, earlier: Sequence[Query] = (), leaves: bool = True, **kwargs: Any) -> None:
        """`earlier`: the searches before this one, latest first; `leaves`: whether enter ends the typing.

        Where it does not, there is a list that needs the arrow keys: earlier searches are on ctrl+↑ and ctrl+↓.
        """
        super().__init__(compact=True, placeholder=placeholder, select_on_focus=False, **kwargs)
        self.regex = False
        self._leaves = leaves
        self._left = self._said = False
        """Whether typing has ended, and whether the message of that is on its way."""
        self._earlier = [Query(""), *earlier]
        self._at = 0
        self._older, self._newer = ("up", "down") if leaves else ("ctrl+up", "ctrl+down")

    @property
    def asked(self) -> Query:
        return Query(self.value, self.regex)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._earlier[self._at] != self.asked:
            self._at, self._earlier[0] = 0, self.asked
        self.post_message(self.Asked(self.asked, confirmed=False))

    def on_key(self, event: events.Key) -> None:
        if self._left:
            if not self._said:  # typed ahead, so for whoever comes next: behind the message of the end
                event.stop()
                self.post_message(events.Key(event.key, event.character))
        elif self._obey(event.key):
            event.stop()
        else:
            return
        event.prevent_default()

    def on_query_input_asked(self) -> None:
        self._said = self._left

    on_query_input_given_up = on_query_input_asked

    def _obey(self, key: str) -> bool:
        """Do what a key says; False if it is to be typed."""
        if key in REGEX_KEYS:
            self.regex = not self.regex
            self.post_message(self.Asked(self.asked, confirmed=False))
        elif key in (self._older, self._newer):
            self._recall(1 if key == self._older else -1)
        elif key == "escape":
            self._left = True
            self.post_message(self.GivenUp())
        elif key == "enter":
            self._left = self._leaves and self.asked.is_valid
            self.post_message(self.Asked(self.asked, confirmed=self.asked.is_valid))
        else:
            return False
        return True

    def _recall(self, by: int) -> None:
        """An earlier search; behind the latest one stands what was being typed."""
        self._at = max(0, min(len(self._earlier) - 1, self._at + by))
        recalled = self._earlier[self._at]
        self.regex, self.value = recalled.regex, recalled.words
        self.cursor_position = len(self.value)
