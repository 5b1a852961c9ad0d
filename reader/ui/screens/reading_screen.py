"""The screen where one lives: it owns the state; panes show it and say what happened; parts do the commands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widget import Widget
from textual.worker import get_current_worker

from reader.annotations import Annotation
from reader.article import Article
from reader.library import Entry, Library
from reader.library.analyses import Outcome
from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.reading import Reading
from reader.settings import Settings
from reader.text import Span
from reader.ui.commands import Command
from reader.ui.keymap import Pressed
from reader.ui.panes.annotations_panel import AnnotationsPanel
from reader.ui.panes.card_list import CardList
from reader.ui.panes.contents_pane import ContentsPane
from reader.ui.panes.library_pane import LibraryPane
from reader.ui.panes.reading_commands import ReadingCommands
from reader.ui.panes.reading_pane import ReadingPane
from reader.ui.panes.speakers_panel import SpeakersPanel
from reader.ui.panes.status_bar import StatusBar
from reader.ui.screens.annotating import Annotating
from reader.ui.screens.finding import Finding
from reader.ui.screens.getting_around import GettingAround
from reader.ui.screens.keyed_screen import KeyedScreen
from reader.ui.screens.opening import Opening
from reader.ui.screens.surveying import Surveying, survey
from reader.ui.screens.taking_away import TakingAway
from reader.ui.screens.travelling import Travelling

if TYPE_CHECKING:
    from reader.ui.panes.search_bar import SearchBar


class LibraryScreen(KeyedScreen):
    """The state, and who shows which part of it."""

    reading: var[Reading | None] = var(None)
    listings: var[tuple[Listing, ...]] = var(())
    speakers: var[tuple[Speaker, ...]] = var(())
    speaker: var[Speaker | None] = var(None)
    titles: var[Mapping[str, str]] = var({})
    said: var[str] = var("")

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self.library = library
        self._measure = settings.measure

    def compose(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield LibraryPane().data_bind(items=LibraryScreen.listings)
            yield ReadingPane(self._measure).data_bind(LibraryScreen.reading, LibraryScreen.speaker)
            with Vertical(id="side"):
                yield SpeakersPanel(id="speakers").data_bind(LibraryScreen.speakers, LibraryScreen.titles)
                yield AnnotationsPanel(id="annotations").data_bind(LibraryScreen.reading)
                yield ContentsPane(id="contents").data_bind(LibraryScreen.reading)
        yield StatusBar().data_bind(LibraryScreen.said)

    @property
    def pane(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @property
    def shelf(self) -> LibraryPane:
        return self.query_one(LibraryPane)

    @property
    def speakers_panel(self) -> SpeakersPanel:
        return self.query_one(SpeakersPanel)

    def side_panels(self) -> dict[str, Widget]:
        """Side panels by the id of the command that opens them."""
        return {name: self.query_one(f"#{name}") for name in ("speakers", "annotations", "contents")}

    def annotation_in_list(self) -> Annotation | None:
        """The highlight under the list's cursor, while the list has the focus."""
        panel = self.query_one(AnnotationsPanel)
        return panel.current if panel.has_focus else None

    # the status bar
    def say(self, words: str) -> None:
        """Tell the user what happened; it stays until the next key."""
        self.said = words

    def show_pending(self, pressed: Pressed) -> None:
        self.query_one(StatusBar).pending = pressed
        self.said = ""

    def show_state(self) -> None:
        """Where one is: hits, and how far in the article."""
        bar, pane = self.query_one(StatusBar), self.pane
        bar.commands = tuple(self.keymap.commands(self.place)) if self.place else ()
        bar.state = " · ".join(pane.whereabouts())


class ReadingScreen(LibraryScreen):
    """What happens: messages from the panes, and work in the background."""

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__(library, settings)
        self.surveying = Surveying(self)
        self.opening = Opening(self)
        self.finding = Finding(self)
        self.annotating = Annotating(self)
        self.around = GettingAround(self)
        self.travelling = Travelling(self)

    def on_mount(self) -> None:
        commands = ReadingCommands(self.pane, self._measure)
        self.parts = (
            commands,
            self.annotating,
            self.finding,
            TakingAway(self),
            self.around,
            self.opening,
            self.travelling,
        )
        self.surveying.list_entries(self.library.entries())
        self.shelf.focus()
        for notice in self.library.notices:
            self.notify(notice, markup=False, timeout=10)
        self.opening.begin()
        self.survey_library()

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

    # work in the background
    @work(thread=True, exclusive=True, group="load")
    def load(self, entry: Entry, offset: int | None) -> None:
        self.opening.read(entry, offset)

    @work(thread=True, exclusive=True, group="survey")
    def survey_library(self) -> None:
        worker = get_current_worker()

        def post(outcomes: list[Outcome]) -> None:
            self.app.call_from_thread(self.surveying.take, outcomes)

        counts = Counter(annotation.article_id for annotation in self.library.annotations())
        self.app.call_from_thread(self.surveying.count_highlights, counts)
        survey(self.surveying.files(), post, lambda: worker.is_cancelled)

    @work(thread=True, exclusive=True, group="speakers")
    def collect_speakers(self) -> None:
        from reader.quotations import gather

        found = gather(list(self.surveying.analyses.values()))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(setattr, self, "speakers", found)

    def show_article(self, article: Article, offset: int) -> None:
        """An article has been read: its text is shown before anything else is known of it."""
        self.annotating.forget_made()
        self.reading = Reading(article)
        self.pane.put(offset)
        self.show_state()

    def show_stored(self, stored: Reading) -> None:
        """What was marked in it is known now."""
        if self.reading is not None and self.reading.article is stored.article:
            self.reading = self.annotating.replayed(stored)
            self.show_state()

    def watch_reading(self, reading: Reading | None) -> None:
        if reading is not None:
            self.surveying.count(reading.article.id, len(reading.annotations))

    def show_problem(self, entry: Entry, reason: str) -> None:
        self.surveying.problem(entry.id, reason)
        self.say(f"{entry.id}: {reason}")

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
