"""What the main screen is told about searching and links: passed on to the parts that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.panes.reading_pane import ReadingPane
from reader.ui.screens.marked_screen import MarkedScreen

if TYPE_CHECKING:
    from reader.ui.panes.query_input import QueryInput
    from reader.ui.screens.finding import Finding
    from reader.ui.screens.following import Following
    from reader.ui.screens.searching import Searching


class FindingScreen(MarkedScreen):
    """Its parts find; it only knows who."""

    finding: Finding
    following: Following
    searching: Searching

    def on_query_input_asked(self, event: QueryInput.Asked) -> None:
        self.searching.ask(event.query, event.confirmed)

    def on_query_input_given_up(self) -> None:
        self.searching.give_up()

    def on_labelled_pane_link_chosen(self, event: ReadingPane.LinkChosen) -> None:
        self.following.follow(event.target)
