"""The screen where one lives: it owns the state; panes show it and say what happened; parts do the commands."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, cast

from textual import events, on

from reader.library import Library
from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.settings import Settings
from reader.text import Span
from reader.ui.commands import Command
from reader.ui.panes.annotations_panel import AnnotationsPanel
from reader.ui.panes.card_list import CardList
from reader.ui.panes.contents_pane import ContentsPane
from reader.ui.panes.reading_commands import ReadingCommands
from reader.ui.panes.reading_pane import ReadingPane
from reader.ui.panes.speakers_panel import SpeakersPanel
from reader.ui.screens.annotating import Annotating
from reader.ui.screens.background_screen import BackgroundScreen
from reader.ui.screens.changing import Changing
from reader.ui.screens.correcting import Correcting
from reader.ui.screens.editing import Editing
from reader.ui.screens.finding import Finding
from reader.ui.screens.getting_around import GettingAround
from reader.ui.screens.opening import Opening
from reader.ui.screens.quoting import Quoting
from reader.ui.screens.surveying import Surveying
from reader.ui.screens.taking_away import TakingAway
from reader.ui.screens.travelling import Travelling
from reader.ui.screens.watching import Watching

if TYPE_CHECKING:
    from reader.ui.panes.search_bar import SearchBar


SURVEY_AFTER = 0.2
"""Seconds: the first text is on the screen before another process wants the processor."""


class ReadingScreen(BackgroundScreen):
    """What happens: messages from the panes, passed on to the parts that do something about them."""

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__(library, settings)
        self.surveying = Surveying(self)
        self.opening = Opening(self)
        self.finding = Finding(self)
        self.changing = Changing(self)
        self.annotating = Annotating(self)
        self.quoting = Quoting(self)
        self.correcting = Correcting(self)
        self.around = GettingAround(self)
        self.travelling = Travelling(self)

    def on_mount(self) -> None:
        commands = ReadingCommands(self.pane, self._measure)
        self.parts = (
            commands,
            self.annotating,
            self.changing,
            self.finding,
            self.quoting,
            self.correcting,
            TakingAway(self),
            self.around,
            self.opening,
            self.travelling,
            Editing(self),
        )
        self.around.fit(self.app.size.width)
        self.surveying.list_entries(self.library.entries())
        self.shelf.focus()
        self.opening.begin()
        self.set_timer(SURVEY_AFTER, self._look_around)

    def _look_around(self) -> None:
        """Begin what the first text need not wait for."""
        gc.freeze()  # what the start has made stays: frames need not wait until it has been looked through again
        gc.enable()
        self.survey_library()
        Watching(self).begin()

    async def perform(self, command: Command, key: str = "") -> bool:
        self.travelling.before(command)
        return await super().perform(command, key)

    def on_unmount(self) -> None:
        self.opening.remember_place()

    def on_resize(self, event: events.Resize) -> None:
        self.around.fit(event.size.width)

    def on_descendant_focus(self) -> None:
        self.around.show_focused()
        self.show_state()

    # what panes say
    @on(ReadingPane.Travelled)
    def follow(self) -> None:
        self.opening.note_place()
        self.show_state()

    def on_search_bar_searched(self, event: SearchBar.Searched) -> None:
        self.finding.search(event.words, event.final)

    @on(CardList.Moved, "LibraryPane")
    def preview(self, event: CardList.Moved) -> None:
        self.opening.open(cast(Listing, event.item).entry.id)

    @on(CardList.Chosen, "LibraryPane")
    def read(self, event: CardList.Chosen) -> None:
        self.opening.open(cast(Listing, event.item).entry.id)
        self.pane.focus()

    @on(SpeakersPanel.SpeakerOpened)
    def mark_speaker(self, event: SpeakersPanel.SpeakerOpened) -> None:
        self.speaker = event.speaker

    @on(SpeakersPanel.QuotationChosen)
    def go_to_quotation(self, event: SpeakersPanel.QuotationChosen) -> None:
        self.go_to(event.quotation.article_id, event.quotation.span.start)

    @on(CardList.Moved, "SpeakersPanel")
    def preview_quotation(self) -> None:
        self.quoting.preview()

    @on(AnnotationsPanel.AnnotationChosen)
    def go_to_annotation(self, event: AnnotationsPanel.AnnotationChosen) -> None:
        self.go_to(event.annotation.article_id, event.annotation.span.start)

    @on(ContentsPane.HeadingChosen)
    def go_to_heading(self, event: ContentsPane.HeadingChosen) -> None:
        self.show_offset(event.heading.span.start)
        self.pane.focus()

    def go_to(self, article_id: str, offset: int) -> None:
        self.opening.open(article_id, offset)
        self.pane.focus()

    def show_offset(self, offset: int) -> None:
        self.pane.go_to(Span(offset, offset))

    def open_speaker(self, speaker: Speaker) -> None:
        self.around.show_side("speakers")
        self.speakers_panel.open(speaker)
        self.speakers_panel.focus()
