"""What others do to the library while it is open: another window's annotations, an article edited elsewhere."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

EVERY = 1.0
"""Seconds between two looks; a look costs a few `stat` calls in a thread."""


class Watching:
    """Looks at the store and at the article on the screen, and has shown what is new."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._looking = False

    def begin(self) -> None:
        self.screen.set_interval(EVERY, self._look)

    def _look(self) -> None:
        if not self._looking:  # on a busy machine a look may take longer than it is to the next
            self._looking = True
            self.screen.run_worker(self._find_out, thread=True, group="watch")

    def _find_out(self) -> None:
        """Called in a thread."""
        try:
            self._take_in()
        finally:
            self._looking = False

    def _take_in(self) -> None:
        screen, tell = self.screen, self.screen.tell
        reading = screen.reading
        if reading is None or self._reread(reading.article.id):
            return
        changed = screen.library.refresh()
        if not changed:
            return
        tell(screen.count_highlights)
        tell(screen.reviewing.take_in)
        tell(screen.collect_speakers)  # corrections may be among what is new
        if reading.article.id in changed:
            tell(screen.show_stored, screen.library.reading(reading.article))

    def _reread(self, article_id: str) -> bool:
        """Read the article on the screen again if its file has changed; True if it has."""
        entry = next((listing.entry for listing in self.screen.listings if listing.entry.id == article_id), None)
        if entry is None:
            return False
        try:
            now = os.stat(entry.path)
        except OSError:
            return False
        if (now.st_size, now.st_mtime) == (entry.size, entry.modified):
            return False
        fresh = replace(entry, size=now.st_size, modified=now.st_mtime)
        self.screen.tell(self.screen.opening.read_again, fresh)
        return True
