"""The state of the main screen, and who shows which part of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from functools import cached_property, partial
from threading import get_ident
from typing import TYPE_CHECKING, Any, cast

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widget import Widget

from reader.annotations import Annotation
from reader.library.listing import Listing
from reader.quotations import Speaker
from reader.reading import Reading
from reader.ui.command import PANELS, Command, Place
from reader.ui.keymap import Pressed
from reader.ui.panes.library_pane import LibraryPane
from reader.ui.panes.reading_pane import ReadingPane
from reader.ui.panes.status_bar import StatusBar
from reader.ui.presets import keymap
from reader.ui.screens.keyed_screen import KeyedScreen
from reader.ui.start import Start

if TYPE_CHECKING:
    from reader.ui.panes.annotations_panel import AnnotationsPanel
    from reader.ui.panes.codebook_panel import CodebookPanel
    from reader.ui.panes.speakers_panel import SpeakersPanel


SAID_FOR = 12.0
"""Seconds that a message stands in place of the key hints."""


class LibraryScreen(KeyedScreen):
    """The state, and who shows which part of it."""

    reading: var[Reading | None] = var(None)
    listings: var[tuple[Listing, ...]] = var(())
    speakers: var[tuple[Speaker, ...]] = var(())
    speaker: var[Speaker | None] = var(None)
    titles: var[Mapping[str, str]] = var({})
    said: var[str] = var("")

    def __init__(self, start: Start) -> None:
        super().__init__(keymap(start.settings.preset, start.settings.keys))
        self.start = start
        self.library = start.library
        self._measure = start.settings.measure
        self._whose: App[Any] | None = None
        self._own_thread = get_ident()

    def compose(self) -> ComposeResult:
        self._whose = self.app
        with Horizontal(id="panes"):
            yield LibraryPane().data_bind(items=LibraryScreen.listings)
            yield ReadingPane(self._measure).data_bind(LibraryScreen.reading, LibraryScreen.speaker)
            yield Vertical(id="side")
        yield StatusBar().data_bind(LibraryScreen.said)

    def mount_side(self) -> None:
        """Make the side panels; the first text does not wait for them."""
        from reader.ui.panes.annotations_panel import AnnotationsPanel
        from reader.ui.panes.codebook_panel import CodebookPanel
        from reader.ui.panes.contents_pane import ContentsPane
        from reader.ui.panes.speakers_panel import SpeakersPanel

        self.side.mount(
            SpeakersPanel(id="speakers").data_bind(
                LibraryScreen.speakers, LibraryScreen.listings, LibraryScreen.reading
            ),
            AnnotationsPanel(id="annotations").data_bind(
                LibraryScreen.reading, LibraryScreen.titles, LibraryScreen.speakers
            ),
            CodebookPanel(id="codebook"),
            ContentsPane(id="contents").data_bind(LibraryScreen.reading),
        )

    # Found once: a thread may have news when the app is closing and its panes are gone.
    @cached_property
    def pane(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @cached_property
    def bar(self) -> StatusBar:
        return self.query_one(StatusBar)

    @cached_property
    def shelf(self) -> LibraryPane:
        return self.query_one(LibraryPane)

    @cached_property
    def side(self) -> Widget:
        """Where the side panels are."""
        return self.query_one("#side")

    @cached_property
    def speakers_panel(self) -> SpeakersPanel:
        return cast("SpeakersPanel", self.query_one("#speakers"))

    @cached_property
    def annotations_panel(self) -> AnnotationsPanel:
        return cast("AnnotationsPanel", self.query_one("#annotations"))

    @cached_property
    def codebook_panel(self) -> CodebookPanel:
        return cast("CodebookPanel", self.query_one("#codebook"))

    def side_panels(self) -> dict[str, Widget]:
        """Side panels by the id of the command that opens them."""
        return {name: self.query_one(f"#{name}") for name in ("speakers", "annotations", "codebook", "contents")}

    def annotation_in_list(self) -> Annotation | None:
        """The highlight under the list's cursor, while the list has the focus."""
        return self.annotations_panel.current if self.annotations_panel.has_focus else None

    def tell(self, show: Callable[..., object], *found: object) -> None:
        """Have `show(*found)` done by the app, whichever thread has found it; nobody needs it if that is closing."""
        app = self._whose
        if app is None or not app.is_running:
            return
        if get_ident() == self._own_thread:  # what a thread has done before one asks is told here and now
            show(*found)
            return
        try:
            app.call_from_thread(show, *found)
        except (RuntimeError, CancelledError):
            if app.is_running:
                raise

    # the status bar
    def say(self, words: str) -> None:
        """Tell the user what happened; it stays until the next key, or for a while."""
        self.said = words
        if words:
            self.set_timer(SAID_FOR, partial(self._said_enough, words))

    def _said_enough(self, words: str) -> None:
        if self.said == words:
            self.said = ""

    def show_pending(self, pressed: Pressed) -> None:
        self.bar.pending = pressed
        self.said = ""

    def show_state(self) -> None:
        """Where one is: hits, and how far in the article."""
        bar, pane = self.bar, self.pane
        bar.commands = self._hinted(self.place) if self.place else ()
        bar.mode = pane.mode
        bar.state = " · ".join(pane.whereabouts())

    def _hinted(self, place: Place) -> tuple[Command, ...]:
        """Commands for the footer: in a panel those first that only it has, the others are known from elsewhere."""
        commands = self.keymap.commands(place)
        return tuple(sorted(commands, key=lambda command: len(command.where)) if place in PANELS else commands)
