"""Statements that several articles report: speakers in, their versions on the screen; compared in the background."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.worker import get_current_worker

from reader.quotations import Quotation, Speaker
from reader.ui.panes.speakers_versions import Retold, key, retold

if TYPE_CHECKING:
    from reader.quotations.statements import Statements
    from reader.ui.screens.reading_screen import ReadingScreen

PATIENCE = 0.5
"""Seconds: in a large folder comparing takes longer than that, and a thread at work makes keys wait."""


class Comparing:
    """Knows which quotations of the library report one statement."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._turn = Lock()
        """Whoever compares: what was compared before is kept, and only one thread may add to it."""
        self._statements: Statements | None = None
        self._waiting: Timer | None = None

    # in the background
    def compare(self, speakers: Sequence[Speaker]) -> None:
        """Find the statements among all that is said now, unless soon more is: by the next correction, or a survey."""
        if self._waiting is not None:
            self._waiting.stop()
        if self._statements is None:
            self._begin(speakers)
        else:
            self._waiting = self.screen.set_timer(PATIENCE, lambda: self._begin(speakers))

    def _begin(self, speakers: Sequence[Speaker]) -> None:
        # No partial: a worker is described by what it prints like, and thousands of quotations print for seconds.
        self.screen.run_worker(lambda: self._compare(speakers), thread=True, exclusive=True, group="statements")

    def _compare(self, speakers: Sequence[Speaker]) -> None:
        from reader.quotations.statements import Statements

        worker = get_current_worker()
        with self._turn:
            if worker.is_cancelled:
                return
            self._statements = self._statements or Statements()
            found = retold(self._statements.among(speakers), speakers)
        if not worker.is_cancelled:
            self.screen.tell(self._show, found)

    def _show(self, found: Retold) -> None:
        self.screen.speakers_panel.retold = found

    # going from one to the other
    def go(self, command: str) -> None:
        """Go to the next or previous version of the statement in focus, in whichever article that is."""
        said = self.screen.quoting.in_focus()
        if said is None:
            return
        panel = self.screen.speakers_panel
        if not panel.retold.elsewhere(said):
            self.screen.say("no other article here reports this statement  · ]q goes to the next quotation")
            return
        versions = [told for _, told in panel.told(said)]
        here = next(n for n, told in enumerate(versions) if key(told.quotation) == key(said))
        there = (here + (1 if command.startswith("next") else -1)) % len(versions)
        manner = versions[there].version.manner.value
        self._go_to(versions[there].quotation, f"version {there + 1} of {len(versions)}", manner)

    def _go_to(self, said: Quotation, which: str, manner: str) -> None:
        self.screen.go_to(said.article_id, said.span.start)
        self.screen.finding.note_gone_to(said.article_id, said.span)
        title = self.screen.titles.get(said.article_id, said.article_id)
        self.screen.say(f"{which}, {manner}: {title}  · ]= [= go on, ctrl+o goes back")
