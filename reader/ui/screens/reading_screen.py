"""The screen where one lives: it owns the state; panes show it and say what happened; parts do the commands."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, cast

from textual import events, on

from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.text import Span
from reader.ui.commands import Command
from reader.ui.panes.card_list import CardList
from reader.ui.panes.edge import DraggedEdge
from reader.ui.panes.reading_pane import ReadingPane
from reader.ui.screens.arranging import Arranging
from reader.ui.screens.arriving import in_context
from reader.ui.screens.changing import Changing
from reader.ui.screens.finding_screen import FindingScreen
from reader.ui.screens.getting_around import GettingAround
from reader.ui.screens.opening import Opening
from reader.ui.screens.surveying import Surveying
from reader.ui.start import Start

if TYPE_CHECKING:
    from reader.ui.panes.contents_pane import ContentsPane
    from reader.ui.panes.speakers_panel import SpeakersPanel
    from reader.ui.screens.correcting import Correcting
    from reader.ui.screens.quoting import Quoting
    from reader.ui.screens.travelling import Travelling
    from reader.ui.screens.wishing import Wishing


SURVEY_AFTER = 0.2
"""Seconds: the first text is on the screen before another process wants the processor."""


class ReadingScreen(FindingScreen):
    """What happens: messages from the panes, passed on to the parts that do something about them."""

    correcting: Correcting
    quoting: Quoting
    travelling: Travelling
    wishing: Wishing

    def __init__(self, start: Start) -> None:
        super().__init__(start)
        self.surveying = Surveying(self)
        self.opening = Opening(self)
        self.changing = Changing(self)
        self.around = GettingAround(self)
        self.arranging = Arranging(self)

    def on_mount(self) -> None:
        self.arranging.fit(self.app.size.width)
        self.surveying.list_entries(self.start.entries)
        self.shelf.focus()
        self.opening.begin(self.start)
        self.call_after_refresh(self.complete)
        self.set_timer(SURVEY_AFTER, self._look_around)

    def complete(self) -> None:
        """Make what the first text does not wait for: side panels, and what the commands do.

        Called once that is on the screen, and before any command, should a key have been quicker.
        """
        if self.parts:
            return
        from reader.ui.screens.parts import make_parts

        self.parts = make_parts(self)
        self.mount_side()

    def _look_around(self) -> None:
        """Begin what the first text need not wait for."""
        gc.freeze()  # what the start has made stays: frames need not wait until it has been looked through again
        gc.enable()
        from reader.ui.screens.colouring import Colouring
        from reader.ui.screens.recognizing import Recognizing
        from reader.ui.screens.warming import Warming
        from reader.ui.screens.watching import Watching

        self.complete()
        self.wishing.begin()
        self.survey_library()
        self.opening.say_where(self.start)
        Watching(self).begin()
        Recognizing(self)
        Colouring(self).begin()
        Warming(self).begin()

    async def perform(self, command: Command, key: str = "") -> bool:
        self.complete()
        self.travelling.before(command)
        return await super().perform(command, key)

    def on_unmount(self) -> None:
        self.opening.remember_place()
        self.arranging.remember()

    def on_resize(self, event: events.Resize) -> None:
        self.arranging.fit(event.size.width)

    def on_descendant_focus(self) -> None:
        self.arranging.show_focused()
        self.show_state()

    # what panes say
    def on_dragged_edge_edge_dragged(self, event: DraggedEdge.EdgeDragged) -> None:
        self.arranging.drag_edge(event.pane, event.column)

    @on(ReadingPane.Travelled)
    def follow(self) -> None:
        self.opening.note_place()
        self.show_state()

    @on(CardList.Moved, "LibraryPane")
    def preview(self, event: CardList.Moved) -> None:
        self.opening.open(cast(Listing, event.item).entry.id)

    @on(CardList.Chosen, "LibraryPane")
    def read(self, event: CardList.Chosen) -> None:
        self.opening.open(cast(Listing, event.item).entry.id)
        self.pane.focus()

    def on_speakers_panel_speaker_opened(self, event: SpeakersPanel.SpeakerOpened) -> None:
        self.speaker = event.speaker

    def on_speakers_panel_quotation_chosen(self, event: SpeakersPanel.QuotationChosen) -> None:
        self.go_to(event.quotation.article_id, event.quotation.span.start)

    @on(CardList.Moved, "SpeakersPanel")
    def preview_quotation(self) -> None:
        self.quoting.arrive()

    def on_contents_pane_heading_chosen(self, event: ContentsPane.HeadingChosen) -> None:
        self.pane.go_to(Span(event.heading.span.start, event.heading.span.start))
        self.pane.focus()

    def go_to(self, article_id: str, offset: int) -> None:
        self.opening.open(article_id, offset)
        self.pane.focus()

    def show_offset(self, offset: int) -> None:
        """Go to words of the article on the screen that somebody wants to see in their place."""
        self.pane.when_known(offset, lambda at: in_context(at, offset))

    def open_speaker(self, speaker: Speaker) -> None:
        self.around.show_side("speakers")
        self.speakers_panel.open(speaker)
        self.speakers_panel.focus()
