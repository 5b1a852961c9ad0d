"""Commands of the list of highlights: the whole library in it, and one command for all that are marked."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.annotations import Annotation, Change
from reader.annotations.together import common_tags, flagged, removed, retagged
from reader.sources import Unreadable
from reader.ui.commands import BY_ID

if TYPE_CHECKING:
    from reader.ui.dialogs.tag_prompt import TagsChosen
    from reader.ui.panes.annotations_panel import AnnotationsPanel
    from reader.ui.screens.reading_screen import ReadingScreen

READING_ALL = "reading the highlights of all articles"
MANY = 5000
"""Highlights that are better left out of garbage collection."""


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
        if len(known) > MANY:
            gc.freeze()  # else every full collection looks through all of them
        self.screen.tell(self._take, known)

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
        for article_id in {
            a.article_id for a in known if present.get(a.article_id) not in (None, a.anchor.text_sha256)
        }:
            if worker.is_cancelled:
                return
            with suppress(Unreadable):
                reading = self.screen.library.reading(self.screen.library.read(article_id))
                self.screen.tell(self._take_places, reading.annotations)

    def _take_places(self, placed: Sequence[Annotation]) -> None:
        assert self._known is not None
        for annotation in placed:
            known = self._known.get(annotation.id)
            if known is not None and known.rev == annotation.rev:
                self._known[annotation.id] = annotation
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

    # what a command is for
    def chosen(self) -> tuple[Annotation, ...]:
        """The marked highlights, else the one under the cursor; where there is none, the user is told."""
        chosen = self._panel.chosen()
        if not chosen:
            self.screen.say("no highlight here")
        return chosen

    def apply(self, change: Change) -> None:
        """Make a change that may be about other articles than the one on the screen."""
        here = self.screen.reading.article.id if self.screen.reading else ""
        self.screen.changing.apply(change)
        records = (edit.record for edit in change.edits)
        if any(isinstance(record, Annotation) and record.article_id != here for record in records):
            self.screen.count_highlights()

    # commands
    async def action_tag_in_list(self) -> None:
        """Tags for all that are marked: what the prompt shows and takes is what they have in common."""
        chosen, reading = self._panel.chosen(), self.screen.reading
        if len(chosen) < 2 or reading is None:
            await self.screen.perform(BY_ID["tag"])
            return
        from reader.ui.dialogs.tag_prompt import TagPrompt

        codebook = reading.codebook
        common = [tag.name for tag in common_tags(chosen, codebook)]
        prompt = TagPrompt(f"{len(chosen)} highlights", self.screen.tagging.likely(codebook), common)
        self.screen.app.push_screen(prompt, lambda answer: self._tag(answer, chosen))

    def _tag(self, answer: TagsChosen | None, chosen: tuple[Annotation, ...]) -> None:
        if answer is None or self.screen.reading is None:
            return
        from reader.ui.screens.tagging import tags_named

        codebook = self.screen.reading.codebook
        change = retagged(chosen, codebook, tags_named(codebook, answer.names))
        if change.edits:
            self.apply(change)
        else:
            self.screen.say("they have these tags already")

    async def action_note_in_list(self) -> None:
        await self.screen.perform(BY_ID["note"])

    def action_important_in_list(self) -> None:
        if chosen := self.chosen():
            self.apply(flagged(chosen, not all(annotation.important for annotation in chosen)))

    def action_delete_in_list(self) -> None:
        """One step of the history, however many there are."""
        if chosen := self.chosen():
            self._panel.marked -= {annotation.id for annotation in chosen}
            self.apply(removed(chosen))
