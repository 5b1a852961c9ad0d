"""The list of highlights and the whole library: all annotations in when somebody asks, kept as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.annotations import AnchorState, Annotation, Change
from reader.annotations.words import paragraph_at
from reader.reading import Reading
from reader.sources import Unreadable

if TYPE_CHECKING:
    from reader.ui.panes.annotations_panel import AnnotationsPanel
    from reader.ui.screens.reading_screen import ReadingScreen

STATES = {AnchorState.ORPHAN: "it lost its place", AnchorState.AMBIGUOUS: "it stands in several places now"}
READING_ALL = "reading the highlights of all articles"
PATIENCE = 0.3
"""Seconds between two looks at the list at the least, while highlights are being placed."""
FIRST = 500
"""Highlights that are shown while the others are being read."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight of an edited article as it stands now."""

    annotation: Annotation
    paragraph: int


class Reviewing:
    """Knows the highlights of the whole library once somebody has asked for them, and keeps them up to date."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._known: dict[str, Annotation] | None = None
        self._meanwhile: list[Change] = []
        """Changes made while all were being read."""
        screen.watch(screen, "speakers", self._catch_up, init=False)

    @cached_property
    def _panel(self) -> AnnotationsPanel:
        """Found once: a thread may have news when the app is closing and its panels are gone."""
        return self.screen.annotations_panel

    # the whole library
    def action_everywhere(self) -> None:
        self._panel.view = replace(self._panel.view, everywhere=not self._panel.view.everywhere)
        if self._panel.view.everywhere and self._known is None:
            self.screen.say(READING_ALL)
            self._load()

    def take_in(self) -> None:
        """Others have written: read all again, if anybody has asked for them."""
        if self._known is not None:
            self._load()

    def _load(self) -> None:
        self._meanwhile.clear()
        self.screen.run_worker(self._read, thread=True, exclusive=True, group="all highlights")

    def _read(self) -> None:
        """Called in a thread."""
        worker = get_current_worker()
        known: dict[str, Annotation] = {}
        for annotation in self.screen.library.annotations():
            if worker.is_cancelled:
                return
            known[annotation.id] = annotation
            if len(known) == FIRST:
                self.screen.tell(self._show_first, tuple(known.values()))
        self.screen.tell(self._take, known)

    def _show_first(self, first: tuple[Annotation, ...]) -> None:
        """There is something to look at while the others are being read."""
        if self._known is None:
            self._panel.everything = first

    def _take(self, known: dict[str, Annotation]) -> None:
        self._known = known
        for change in self._meanwhile:
            self._apply(change)
        self._meanwhile.clear()
        self._show()
        self._catch_up()
        if self.screen.said == READING_ALL:
            self.screen.say("")

    def _catch_up(self) -> None:
        """Articles have been read: some may be other ones than when their highlights were placed."""
        if self._known is not None:
            known = list(self._known.values())
            # No partial: a worker is described by what it prints like, and thousands of highlights print for seconds.
            self.screen.run_worker(lambda: self._place(known), thread=True, exclusive=True, group="edited articles")

    def _place(self, known: Sequence[Annotation]) -> None:
        """Called in a thread: find the highlights of edited articles again."""
        worker = get_current_worker()
        present = {article_id: one.text_sha256 for article_id, one in list(self.screen.surveying.analyses.items())}
        edited = {
            a.article_id: None
            for a in known
            if present.get(a.article_id, a.anchor.text_sha256) != a.anchor.text_sha256
            or a.anchor.text_sha256 != a.passage.text_sha256
        }
        placed: dict[str, Placed] = {}
        told = monotonic()
        for article_id in edited:
            if worker.is_cancelled:
                return
            with suppress(Unreadable):
                reading = self.screen.library.reading(self.screen.library.read(article_id))
                placed |= {one.id: Placed(one, _paragraph(reading, one)) for one in reading.annotations}
            if monotonic() - told > PATIENCE:
                self.screen.tell(self._take_places, placed)
                placed, told = {}, monotonic()
        self.screen.tell(self._take_places, placed)

    def _take_places(self, placed: Mapping[str, Placed]) -> None:
        assert self._known is not None
        self._panel.paragraphs = {**self._panel.paragraphs, **{i: one.paragraph for i, one in placed.items()}}
        for annotation_id, found in placed.items():
            known = self._known.get(annotation_id)
            if known is not None and known.rev == found.annotation.rev:
                self._known[annotation_id] = found.annotation
        if placed:
            self._show()

    def follow(self, change: Change) -> None:
        """A change was made or taken back."""
        self._meanwhile.append(change)
        if self._known is not None:
            self._apply(change)
            self._show()

    def _apply(self, change: Change) -> None:
        assert self._known is not None
        for edit in change.edits:
            if isinstance(edit.after, Annotation):
                self._known[edit.after.id] = edit.after
            elif isinstance(edit.before, Annotation):
                self._known.pop(edit.before.id, None)

    def _show(self) -> None:
        assert self._known is not None
        self._panel.everything = tuple(self._known.values())

    # going there
    def go_to(self, annotation: Annotation, offset: int) -> None:
        """Show where it stands, or may stand now; where its article is gone, say what can be done."""
        if self.has_article(annotation.article_id):
            self.screen.opening.open(annotation.article_id, offset)
            self.screen.pane.focus()
            if not annotation.anchor.placed:
                self.screen.say(
                    f"{STATES[annotation.anchor.state]}  · p puts it on the selection or the sentence in focus"
                )
        else:
            self.screen.say(f"{annotation.article_id} is gone  · p puts the highlight here, E exports it, x deletes it")

    def has_article(self, article_id: str) -> bool:
        """Is there such an article, in the folder or at least still on the screen?"""
        shown = self.screen.reading
        found = next((one.entry.path for one in self.screen.listings if one.entry.id == article_id), None)
        return (shown is not None and shown.article.id == article_id) or (found is not None and found.exists())

    # changes
    def apply(self, change: Change) -> None:
        """Make a change that may be about other articles than the one on the screen."""
        here = self.screen.reading.article.id if self.screen.reading else ""
        self.screen.changing.apply(change)
        records = (edit.record for edit in change.edits)
        if any(isinstance(record, Annotation) and record.article_id != here for record in records):
            self.screen.count_highlights()


def _paragraph(reading: Reading, annotation: Annotation) -> int:
    """Where it stands now; where it stood, if its place is lost."""
    if not annotation.anchor.placed:
        return annotation.passage.paragraph
    return paragraph_at(reading.article, annotation.span.start)
