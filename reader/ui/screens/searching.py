"""Searching in the article on the screen: found a few blocks at a time, so that no key ever waits for a search."""

from __future__ import annotations

from contextlib import aclosing
from time import monotonic
from typing import TYPE_CHECKING

from reader.layout.hits import Hits
from reader.layout.matcher import GivenUp
from reader.layout.query import BadQuery, Query
from reader.layout.search import Search
from reader.text import Span
from reader.text.scripts import is_unspaced
from reader.ui.screens.search_history import History
from reader.ui.screens.search_slices import go_on, in_slices
from reader.ui.slices import AT_ONCE

if TYPE_CHECKING:
    from reader.ui.panes.search_bar import SearchBar
    from reader.ui.screens.reading_screen import ReadingScreen

SHOWN_EVERY = 0.1
"""Seconds between two counts on the screen."""


class Searching:
    """`/ n N *`: one search at a time; the next key that changes what is searched ends the one before."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.history = History()
        self._query = Query("")
        self._began = 0
        """Where the search began: giving up goes back there."""
        self._before: tuple[Hits, Span | None] = (Hits(), None)
        """What was found before the present search."""
        self._confirmed = False
        """While it is still being typed, nothing is said about it but in the bar."""

    # commands
    async def action_search(self) -> None:
        from reader.ui.panes.search_bar import SearchBar

        pane = self.screen.pane
        self._began, self._before = self._here, (pane.hits, pane.current_hit)
        self._query, self._confirmed = Query(""), False
        await self.screen.mount(SearchBar(self.history.queries))

    def action_hit(self, command: str) -> None:
        """The next or previous hit, around the ends; the latest search again where nothing has been searched."""
        pane = self.screen.pane
        if not pane.hits and pane.hits.searched == 1:
            self._again()
            return
        forward, here = command == "next-hit", self._here
        hit = pane.hits.following(here + 1) if forward else pane.hits.preceding(here)
        if hit is None and pane.hits.searched < 1:
            self.screen.say(f"still searching: {pane.counted()}")
        elif hit is None:
            self._show(pane.hits[0 if forward else -1])
            self.screen.say("past the end: on from the top" if forward else "past the top: on from the end")
        else:
            self._show(hit)

    def _again(self) -> None:
        if self.history.queries:
            self._search_now(self.history.queries[0])
        else:
            self.screen.say("no search yet: / starts one")

    def action_search_word(self) -> None:
        """Open the speaker whose name stands here, else search the word, at the start of a sentence or inside it."""
        pane = self.screen.pane
        if pane.navigator is None:
            return
        word = pane.displayed_words(pane.navigator.word)
        if (speaker := self.screen.finding.speaker_named(word)) is not None:
            self.screen.open_speaker(speaker)
        elif word:
            self._search_now(Query(word.lower(), whole=not is_unspaced(word[-1])))

    def _search_now(self, query: Query) -> None:
        """Search from where one is, without a bar."""
        self._began, self._query = self._here, Query("")
        self.ask(query, confirmed=True)

    # what the bar says
    def ask(self, query: Query, confirmed: bool) -> None:
        """Search while one types; enter keeps what was found, or repeats the latest search if nothing was typed."""
        if confirmed and not query and self.history.queries:
            query = self.history.queries[0]
        try:
            query.pattern()
        except BadQuery as problem:
            self._query, self.screen.pane.hits = query, Hits()
            self._tell(f"no regular expression: {problem}")
            return
        self._confirmed = confirmed
        if confirmed:
            self._close_bar()
            self.history.add(query)
        if query != self._query:
            self._query = query
            self._begin()
        elif confirmed and self.screen.pane.hits.searched == 1:
            self._end()

    def give_up(self) -> None:
        """Leave everything as it was before the bar was opened."""
        pane = self.screen.pane
        self._close_bar()
        hits, hit = self._before
        pane.hits = hits if hits.searched == 1 else Hits()  # a search that was going on has ended
        pane.current_hit = hit if pane.hits else None
        pane.go_to(Span(self._began, self._began))

    def show_found(self, query: Query, hit: Span) -> None:
        """Search the whole article for what was found elsewhere, at `hit`."""
        self._query, self._began, self._confirmed = query, hit.start, False
        self.history.add(query)
        self._begin()

    # searching
    def _begin(self) -> None:
        pane, reading = self.screen.pane, self.screen.reading
        pane.hits = Hits()
        if reading is None or not self._query:
            pane.go_to(Span(self._began, self._began))
            self._count()
            return
        search = Search(reading.article, self._query, self._began)
        pane.hits = search.hits
        if not self._query.regex:
            go_on(search, AT_ONCE)
        self._show_first()
        if search.done:
            self._end()
        else:
            self.screen.run_worker(self._go_on(search), group="search", exclusive=True)

    async def _go_on(self, search: Search) -> None:
        """The rest of a search, as long as its hits are those that are shown."""
        pane, counted_at = self.screen.pane, monotonic()
        problem = ""
        try:
            async with aclosing(in_slices(search)) as slices:
                async for _ in slices:
                    if pane.hits is not search.hits:
                        return
                    if monotonic() - counted_at > SHOWN_EVERY or (search.hits and pane.current_hit is None):
                        counted_at = monotonic()
                        self._show_first()
        except GivenUp as reason:
            problem = f"{reason}: given up"
            search.hits.searched = 1.0
        if pane.hits is search.hits:
            self._show_first()
            self._end(problem)

    def _show_first(self) -> None:
        """Go to the first hit from where the search began, as soon as it is known; count the others."""
        pane = self.screen.pane
        if pane.current_hit is None and pane.hits:
            self._show(pane.hits.following(self._began) or pane.hits[0])
        pane.mark_hits()
        self._count()

    def _end(self, problem: str = "") -> None:
        pane = self.screen.pane
        if not pane.hits:
            pane.go_to(Span(self._began, self._began))
        self._count()
        if problem or (self._confirmed and not pane.hits):
            self._tell(problem or f"not found: {self._query.words}")

    # showing
    def _show(self, hit: Span) -> None:
        self.screen.pane.current_hit = hit
        self.screen.pane.go_to(hit)

    def _count(self) -> None:
        pane = self.screen.pane
        if (bar := self._bar) is not None:
            bar.show(pane.counted() or ("not found" if self._query else ""), problem=not pane.hits)
        self.screen.show_state()

    def _tell(self, problem: str) -> None:
        if (bar := self._bar) is not None:
            bar.show(problem, problem=True)
        else:
            self.screen.say(problem)

    @property
    def _bar(self) -> SearchBar | None:
        from reader.ui.panes.search_bar import SearchBar

        return next((bar for bar in self.screen.query(SearchBar) if not bar.closing), None)

    def _close_bar(self) -> None:
        if (bar := self._bar) is not None:
            bar.close()
            self.screen.pane.focus()

    @property
    def _here(self) -> int:
        pane = self.screen.pane
        if pane.current_hit is not None and not pane.selecting:
            return pane.current_hit.start
        return pane.navigator.here if pane.navigator else 0
