"""Searching the whole library: asked in a screen of its own, answered by a process, gone on with in the text."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from reader.layout.query import BadQuery, Query
from reader.library.findings import Answer, Finding, Note
from reader.library.seeker import Seeker
from reader.reading import Reading

if TYPE_CHECKING:
    from reader.ui.screens.library_search_screen import LibrarySearchScreen
    from reader.ui.screens.reading_screen import ReadingScreen

MOST = 5000
"""Findings that are listed."""


class Seeking:
    r"""`\`: one search of the library at a time; what it found stays until the next one."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.query = Query("")
        self.findings: list[Finding] = []
        self.cursor = 0
        """Which finding was opened last."""
        self.said = ""
        """How far the search is, and what it found."""
        self._number = 0
        """Of the latest question: answers to earlier ones come to nothing."""
        self._complete = True
        self._hits = self._articles = 0
        self._seeker: Seeker | None = None
        self._shown: LibrarySearchScreen | None = None
        self._chosen: Finding | None = None
        """Where to go as soon as its article is on the screen."""
        screen.watch(screen, "reading", self._go_on, init=False)

    async def action_search_library(self) -> None:
        from reader.ui.screens.library_search_screen import LibrarySearchScreen

        self._shown = LibrarySearchScreen(self, self.screen.searching.history.queries)
        self._begin()
        await self.screen.app.push_screen(self._shown, self._close)

    # asking
    def ask(self, query: Query) -> None:
        """Search for something else; what was found for the question before is forgotten."""
        if query == self.query and (self._complete or not query):
            return
        busy = not self._complete and self.query.regex
        self.query, self.findings, self.cursor = query, [], 0
        self._hits = self._articles = 0
        self._complete = not query
        self._number += 1
        if busy:  # whether an expression ever ends, nobody knows
            self._seeker = None
            self._begin()
        self.said = "" if not query else "searching…"
        try:
            query.pattern()
        except BadQuery as problem:
            self._complete, self.said = True, f"no regular expression: {problem}"
        if not self._complete and self._seeker is not None:
            self._seeker.ask(self._number, query)
        self._show()

    def _begin(self) -> None:
        """Start the process; one that is there ends."""
        self.screen.run_worker(self._listen(), group="seek", exclusive=True)

    async def _listen(self) -> None:
        """Have the notes read by a thread, articles searched by another process, and await the answers."""
        files = self.screen.surveying.files()
        seeker = Seeker(files, await asyncio.to_thread(self._notes))
        self._seeker = seeker
        if not self._complete:
            seeker.ask(self._number, self.query)
        async with aclosing(seeker.answers()) as answers:
            async for answer in answers:
                self._take(answer, len(files))

    def _notes(self) -> list[Note]:
        return [Note(a.article_id, a.span, a.note) for a in self.screen.library.annotations() if a.note]

    # showing
    def _take(self, answer: Answer, articles: int) -> None:
        if answer.number != self._number or self._complete:
            return
        self.findings += answer.findings[: max(0, MOST - len(self.findings))]
        self._articles += sum(bool(finding.opens) for finding in answer.findings)
        self._hits += sum(finding.opens for finding in answer.findings)
        self._complete = answer.looked_at == articles
        self.said = self._summary(answer, articles)
        self._show()

    def _summary(self, answer: Answer, articles: int) -> str:
        found = f"{self._hits:,} in {self._articles:,} of {articles:,} articles" if self._hits else "nothing"
        parts = [found if self._hits or self._complete else ""]
        parts += [f"searching {100 * answer.looked_at // articles}%"] if not self._complete else []
        parts += [f"the first {MOST:,} are listed"] if len(self.findings) >= MOST else []
        parts += [f"{answer.unread} cannot be read"] if answer.unread and self._complete else []
        return " · ".join(part for part in parts if part)

    def _show(self) -> None:
        if self._shown is not None:
            self._shown.show()

    # going there
    def _close(self, finding: Finding | None) -> None:
        self._shown = self._seeker = None
        self.screen.workers.cancel_group(self.screen, "seek")
        if finding is None:
            return
        self.screen.searching.history.add(self.query)
        self._chosen = finding
        self.screen.go_to(finding.article_id, finding.span.start)
        self._go_on(self.screen.reading)

    def _go_on(self, reading: Reading | None) -> None:
        """Search the article with the chosen finding, once it is on the screen."""
        finding = self._chosen
        if finding is not None and reading is not None and reading.article.id == finding.article_id:
            self._chosen = None
            self.screen.call_after_refresh(self._arrive, finding)

    def _arrive(self, finding: Finding) -> None:
        if finding.in_note:
            self.screen.pane.go_to(finding.span)
        else:
            self.screen.searching.show_found(self.query, finding.span)
        self.screen.say(f"{self.cursor + 1} of {len(self.findings)} in the library  · \\ back to the list")
