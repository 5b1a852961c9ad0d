"""What the main screen has done in the background: files read and analysed, speakers gathered, all shown when ready."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from reader.annotations import Codebook
from reader.annotations.uses import TagUses
from reader.article import Article
from reader.library import Entry
from reader.library.analyses import Outcome
from reader.reading import Reading
from reader.ui.releasing import release_holes, release_large_blocks
from reader.ui.screens.changing import Changing
from reader.ui.screens.library_screen import LibraryScreen
from reader.ui.screens.opening import Opening
from reader.ui.screens.surveying import Surveying, survey
from reader.ui.start import Start

if TYPE_CHECKING:
    from reader.ui.screens.correcting import Correcting


class BackgroundScreen(LibraryScreen):
    """Threads post results here and never touch a widget.

    What they have loaded stays, and is kept from the garbage collector (`gc.freeze`): walking through 35,000 quotations
    again and again costs a fifth of a second each time, in the middle of somebody's scrolling.
    """

    surveying: Surveying
    opening: Opening
    changing: Changing
    correcting: Correcting
    _told = 0

    def __init__(self, start: Start) -> None:
        super().__init__(start)
        self.tag_uses = TagUses()
        """Which tags are used where, in the whole library, as far as it has been counted."""

    # work in the background
    @work(thread=True, exclusive=True, group="load")
    def load(self, entry: Entry, offset: int | None) -> None:
        self.opening.read(entry, offset)

    @work(thread=True, exclusive=True, group="load")
    def load_stored(self, article: Article) -> None:
        release_large_blocks()
        stored = self.library.reading(article)
        self.tell(self.show_stored, stored)
        gc.freeze()
        release_holes()

    @work(thread=True, exclusive=True, group="survey")
    def survey_library(self) -> None:
        worker = get_current_worker()

        def post(outcomes: list[Outcome]) -> None:
            self.tell(self.surveying.take, outcomes)

        self.tell(self.count_highlights)
        self.tell(self.show_notices)
        survey(self.surveying.files(), post, lambda: worker.is_cancelled)

    @work(thread=True, exclusive=True, group="speakers")
    def collect_speakers(self) -> None:
        from reader.quotations import gather

        analyses = list(self.surveying.analyses.values())
        found = gather(analyses)
        self.library.corrections.over(found, analyses)  # finds their places here, so that showing them never waits
        if not get_current_worker().is_cancelled:
            self.tell(self.correcting.take, found)
        gc.freeze()
        release_holes()

    @work(thread=True, exclusive=True, group="counts")
    def count_highlights(self) -> None:
        counts: Counter[str] = Counter()
        uses = TagUses()
        for annotation in self.library.annotations():
            counts[annotation.article_id] += 1
            uses.add(annotation)
        uses.complete = True
        self.tell(self.show_counts, counts, uses)

    def show_counts(self, highlights: Mapping[str, int], uses: TagUses) -> None:
        """What is marked in the whole library has been counted; the article on the screen may be further by now."""
        self.tag_uses = uses
        self.surveying.count_highlights(highlights)
        self.watch_reading(self.reading)

    def show_notices(self) -> None:
        """What the library has to say, each thing once; where it is, the bottom line says."""
        for notice in self.library.notices[self._told :]:
            if notice != self.library.whereabouts:
                self.notify(notice, markup=False, timeout=10)
        self._told = len(self.library.notices)

    def show_article(self, article: Article, offset: int) -> None:
        """An article has been read: its text is shown before anything else is known of it."""
        self.changing.forget_made()
        if self.said == self.pane.problem:  # anything else that was said is about what the user just did
            self.said = ""
        self.pane.problem = ""
        tags = self.reading.codebook if self.reading else Codebook()
        self.reading = Reading(article, codebook=tags)
        if article.notices:
            self.say("; ".join(article.notices))
        self.shelf.stand_on(article.id)
        self.pane.put(offset, self.opening.focused_before(article.id, offset))
        self.show_state()

    def show_stored(self, stored: Reading) -> None:
        """What was marked in it is known now."""
        if self.reading is not None and self.reading.article is stored.article:
            self.reading = self.changing.replayed(stored)
            self.show_state()

    def watch_reading(self, reading: Reading | None) -> None:
        if reading is not None:
            self.surveying.count(reading.article.id, len(reading.annotations))
            self.tag_uses.put(reading.article.id, reading.annotations)

    def show_problem(self, entry: Entry, reason: str) -> None:
        self.surveying.problem(entry.id, reason)
        self.pane.problem = f"{entry.id}: {reason}"
        self.reading = None
        self.say(f"{entry.id}: {reason}")
