"""The line where a search in the article is typed; the text follows as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label

from reader.layout.query import Query
from reader.ui.panes.query_input import QueryInput

HINT = "ctrl+r regex"
HINT_REGEX = "ctrl+r words"


class SearchBar(Horizontal):
    """Stands over the status bar while one types; enter keeps the search, escape gives it up."""

    def __init__(self, earlier: Sequence[Query]) -> None:
        super().__init__()
        self._earlier = earlier
        self.closing = False

    def compose(self) -> ComposeResult:
        yield Label("/", id="sign")
        yield QueryInput("search in this article · enter keeps it, esc gives it up, ↑ the last one", self._earlier)
        yield Label("", id="state")

    def on_mount(self) -> None:
        self.input.focus()
        self.show("")

    @property
    def input(self) -> QueryInput:
        return self.query_one(QueryInput)

    def close(self) -> None:
        self.closing = True
        self.remove()

    def show(self, state: str, problem: bool = False) -> None:
        """At the right: how far the search is, or what is wrong with it; at the left how the words are taken."""
        hint = Content(HINT_REGEX if self.input.regex else HINT).stylize("italic")
        said = Content(f"{state}  ").stylize("bold reverse" if problem else "bold")
        self.query_one("#sign", Label).update("regex /" if self.input.regex else "/")
        self.query_one("#state", Label).update(said + hint if state else hint)
