"""Articles that were renamed or moved outside: their highlights are found again before anybody opens them.

The library recognises an article when it is read, by its text; so whatever may be one of those is read once.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.sources import Unreadable

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

MOST = 300
"""Articles that are read at the most."""


class Recognizing:
    """Wakes up where there are highlights of articles that are not in the folder."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._tried: frozenset[str] = frozenset()
        """Articles without highlights, when they were looked through last."""
        screen.watch(screen, "listings", self._consider, init=False)

    def _consider(self) -> None:
        listings = self.screen.listings
        if not self.screen.surveying.homeless or not all(one.read or one.problem for one in listings):
            return
        free = frozenset(one.entry.id for one in listings if one.read and not one.highlights)
        if not free <= self._tried:
            self._tried = free
            self.screen.run_worker(lambda: self._read(free), thread=True, exclusive=True, group="recognizing")

    def _read(self, free: frozenset[str]) -> None:
        """Called in a thread: articles first that have exactly a text that was annotated."""
        library, worker = self.screen.library, get_current_worker()
        homeless = set(self.screen.surveying.homeless)
        texts = {a.anchor.text_sha256 for a in library.annotations() if a.article_id in homeless}
        known = self.screen.surveying.analyses
        likely = sorted(free, key=lambda i: (i not in known or known[i].text_sha256 not in texts, i))
        found = 0
        for article_id in likely[:MOST]:
            if worker.is_cancelled or found == len(homeless):
                break
            with suppress(Unreadable):
                found += bool(library.reading(library.read(article_id)).annotations)
        if found:
            self.screen.tell(self.screen.count_highlights)
            self.screen.tell(self.screen.reviewing.take_in)
