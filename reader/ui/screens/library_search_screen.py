"""The search of the whole library: a line to type in, what was found below it; answers with the chosen finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from reader.layout.query import Query
from reader.library.findings import Finding
from reader.ui.panes.card_list import CardList
from reader.ui.panes.findings_list import FindingsList
from reader.ui.panes.query_input import QueryInput
from reader.ui.stylesheets import stylesheet

if TYPE_CHECKING:
    from reader.ui.screens.seeking import Seeking

TITLE = "Search all articles and notes"
HINTS = "enter opens · ↑ ↓ move · ctrl+r {} · ctrl+↑ earlier · esc closes"
MOVES = {"up": "line-up", "down": "line-down", "pageup": "page-up", "pagedown": "page-down"}


class LibrarySearchScreen(ModalScreen[Finding | None]):
    """Shows what `seeking` finds, and tells it what is asked."""

    CSS_PATH = stylesheet("dialogs")

    def __init__(self, seeking: Seeking, earlier: Sequence[Query]) -> None:
        super().__init__()
        self._seeking = seeking
        self._earlier = earlier

    def compose(self) -> ComposeResult:
        query = self._seeking.query
        with Vertical(id="findings") as box:
            box.border_title = TITLE
            yield QueryInput("words in any article or note", self._earlier, leaves=False, value=query.words)
            yield FindingsList()

    def on_mount(self) -> None:
        self.input.regex = self._seeking.query.regex
        self.input.focus()
        self.list.can_focus = False
        self.show()
        self.list.cursor = self._seeking.cursor

    @property
    def input(self) -> QueryInput:
        return self.query_one(QueryInput)

    @property
    def list(self) -> FindingsList:
        return self.query_one(FindingsList)

    def show(self) -> None:
        """Show what has been found so far."""
        self.list.said = self._seeking.said
        self.list.items = tuple(self._seeking.findings)
        self.list.refresh()
        box = self.query_one("#findings")
        box.border_title = f"{TITLE} · regular expression" if self.input.regex else TITLE
        box.border_subtitle = HINTS.format("words" if self.input.regex else "regex")

    @on(QueryInput.Asked)
    def ask(self, event: QueryInput.Asked) -> None:
        if not event.confirmed:
            self._seeking.ask(event.query)
        elif (chosen := self.list.current) is not None:
            self._choose(chosen)

    @on(QueryInput.GivenUp)
    def leave(self) -> None:
        self.dismiss(None)

    @on(CardList.Chosen)
    def choose_clicked(self, event: CardList.Chosen) -> None:
        self._choose(event.item)

    def _choose(self, finding: Finding) -> None:
        self._seeking.cursor = self.list.cursor
        self.dismiss(finding)

    def on_key(self, event: events.Key) -> None:
        if event.key in MOVES:
            event.stop()
            self.list.action_scroll(MOVES[event.key])
