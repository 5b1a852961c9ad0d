"""What is known about every article of the folder: found by a process in the background, shown as it comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from reader.library import Entry
from reader.library.analyses import Analysed, File, Outcome
from reader.library.analyst import Analyst
from reader.library.listing import Listing
from reader.quotations import Analysis, QuotationKind

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

PATIENCE = 0.3
"""Seconds between two looks at the screen at the least, so that a large folder does not flicker."""


class Surveying:
    """Keeps listings, analyses and speakers of the whole library."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.analyses: dict[str, Analysis] = {}
        self._listings: dict[str, Listing] = {}
        self.homeless: frozenset[str] = frozenset()
        """Ids of articles that have highlights and are not in the folder."""

    def list_entries(self, entries: Sequence[Entry]) -> None:
        """List what is in the folder; what is known of an unchanged file stays."""
        before = self._listings
        self._listings = {}
        for entry in entries:
            known = before.get(entry.id)
            unchanged = known is not None and known.entry == entry
            self._listings[entry.id] = known if known and unchanged else _fresh(entry, known)
        self._show()

    def count_highlights(self, counts: Mapping[str, int]) -> None:
        """Highlights by article id, of the whole library."""
        self.homeless = frozenset(counts.keys() - self._listings.keys())
        for article_id, listing in self._listings.items():
            self._listings[article_id] = replace(listing, highlights=counts.get(article_id, 0))
        self._show()

    def count(self, article_id: str, highlights: int) -> None:
        """The highlights of one article."""
        listing = self._listings.get(article_id)
        if listing is not None and listing.highlights != highlights:
            self._listings[article_id] = replace(listing, highlights=highlights)
            self._show()

    def update(self, entry: Entry) -> None:
        """Take down that a file has changed."""
        if entry.id in self._listings:
            self._listings[entry.id] = replace(self._listings[entry.id], entry=entry)
            self._show()

    def problem(self, article_id: str, reason: str) -> None:
        if article_id in self._listings:
            self._listings[article_id] = replace(self._listings[article_id], problem=reason)
            self._show()

    def _show(self) -> None:
        self.screen.listings = tuple(self._listings.values())
        self.screen.titles = {article_id: listing.title for article_id, listing in self._listings.items()}

    def files(self) -> list[File]:
        """What there is to survey."""
        return [File(listing.entry.path, self.screen.library.root) for listing in self._listings.values()]

    def take(self, outcomes: Sequence[Outcome]) -> None:
        """Show what has been found out about some articles."""
        for outcome in outcomes:
            if outcome.article_id in self._listings:
                listing = self._listings[outcome.article_id]
                self._listings[outcome.article_id] = _completed(listing, outcome)
            if isinstance(outcome, Analysed) and outcome.failure:
                self.screen.notify(f"{outcome.article_id}: {outcome.failure}", severity="warning", markup=False)
            if isinstance(outcome, Analysed):
                self.analyses[outcome.article_id] = outcome.analysis
        self._show()
        self.screen.collect_speakers()


def survey(files: Sequence[File], post: Callable[[list[Outcome]], None], cancelled: Callable[[], bool]) -> None:
    """Have all `files` analysed by a process of its own, posting outcomes as they are known.

    Runs in a thread that only waits: if it worked, it would take its time from the screen's.
    """
    analyst = Analyst(files)
    found: list[Outcome] = []
    posted = monotonic()
    try:
        for outcomes in analyst:
            found += outcomes
            if cancelled():
                return
            if monotonic() - posted > PATIENCE:
                post(found)
                found, posted = [], monotonic()
        post(found)
    finally:
        analyst.dismiss()


def _fresh(entry: Entry, known: Listing | None) -> Listing:
    if known is not None:
        return replace(known, entry=entry)
    return Listing(entry, entry.path.stem, problem=entry.problem)


def _completed(listing: Listing, outcome: Outcome) -> Listing:
    if not isinstance(outcome, Analysed):
        return replace(listing, problem=outcome.reason)
    marked = sum(q.kind is not QuotationKind.REPORTED for q in outcome.analysis.quotations)
    return replace(
        listing,
        title=outcome.title,
        publisher=outcome.publisher,
        published=outcome.published,
        url=outcome.url,
        words=outcome.words,
        read=True,
        quotations=marked,
        reported=len(outcome.analysis.quotations) - marked,
        problem="",
    )
