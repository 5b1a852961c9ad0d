"""Commands that find: in the article, by speaker, by what stands at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.search import find
from reader.quotations import Quotation, Speaker
from reader.text import Span

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

NAMES = {"highlight": "highlight", "quotation": "quotation", "of-speaker": "quotation of this speaker"}


class Finding:
    """Searching, and going from one thing to the next."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._began = 0
        """Where the search began: giving up goes back there."""

    # in the article
    def action_search(self) -> None:
        from reader.ui.panes.search_bar import SearchBar

        self._began = self._here
        self.screen.mount(SearchBar())

    def search(self, words: str, final: bool) -> None:
        """Hits are shown while one types; a search that is given up leaves everything as it was."""
        pane, reading = self.screen.pane, self.screen.reading
        pane.hits = tuple(find(reading.article, words)) if reading and words else ()
        if pane.hits:
            self._show_hit(next((hit for hit in pane.hits if hit.start >= self._began), pane.hits[0]))
        else:
            pane.go_to(Span(self._began, self._began))
        if final:
            pane.focus()
            if words and not pane.hits:
                self.screen.say(f"not found: {words}")

    def action_hit(self, command: str) -> None:
        """The next or previous hit, around the ends."""
        hits, here = self.screen.pane.hits, self._here
        if not hits:
            self.screen.say("no search yet: / starts one")
        elif command == "next-hit":
            self._show_hit(next((hit for hit in hits if hit.start > here), hits[0]))
        else:
            self._show_hit(next((hit for hit in reversed(hits) if hit.start < here), hits[-1]))

    def _show_hit(self, hit: Span) -> None:
        self.screen.pane.current_hit = hit
        self.screen.pane.go_to(hit)

    @property
    def _here(self) -> int:
        pane = self.screen.pane
        if pane.current_hit is not None and not pane.selecting:
            return pane.current_hit.start
        return pane.navigator.here if pane.navigator else 0

    def action_search_word(self) -> None:
        """Open the speaker whose name stands here, else search the word."""
        pane = self.screen.pane
        if pane.navigator is None:
            return
        word = pane.displayed_words(pane.navigator.word)
        if (speaker := self._speaker_named(word)) is not None:
            self.screen.open_speaker(speaker)
        elif word:
            self._began = self._here
            self.search(word, final=True)

    def _speaker_named(self, word: str) -> Speaker | None:
        wanted = word.casefold()
        known = ((speaker, " ".join((speaker.name, *speaker.aliases))) for speaker in self.screen.speakers)
        return next((speaker for speaker, names in known if wanted in names.casefold().split()), None)

    # places to go
    def action_go(self, command: str) -> None:
        """Go to the next or previous thing that the command names."""
        forward = command.startswith("next-")
        kind = command.partition("-")[2]
        pane = self.screen.pane
        if pane.navigator is None:
            return
        if kind in ("paragraph", "heading"):
            pane.navigator.step_block(kind, forward)
            pane.travelled()
            return
        here, places = pane.navigator.here, self._places(kind)
        ahead = [p for p in places if p.start > here] if forward else [p for p in reversed(places) if p.start < here]
        if ahead:
            pane.go_to(ahead[0])
        else:
            self.screen.say(f"no {'further' if forward else 'earlier'} {NAMES[kind]} here")

    def _places(self, kind: str) -> list[Span]:
        if kind == "highlight":
            annotations = self.screen.reading.annotations if self.screen.reading else ()
            return sorted(a.span for a in annotations if a.anchor.placed)
        said = self.quotations_here()
        if kind == "of-speaker" and (speaker := self._speaker_in_focus()) is not None:
            theirs = set(speaker.quotations)
            said = [quotation for quotation in said if quotation in theirs]
        return [quotation.span for quotation in said]

    def _speaker_in_focus(self) -> Speaker | None:
        """The chosen speaker, else the one of the quotation in focus."""
        said = self.quotation_in_focus()
        if self.screen.speaker is not None or said is None:
            return self.screen.speaker
        return self.screen.quoting.speaker_of(said)

    def quotations_here(self) -> list[Quotation]:
        """Those of the article on the screen, in document order."""
        here = self.screen.reading.article.id if self.screen.reading else ""
        said = (q for speaker in self.screen.speakers for q in speaker.quotations if q.article_id == here)
        return sorted(said, key=lambda quotation: quotation.span)

    def quotation_in_focus(self) -> Quotation | None:
        """The shortest quotation at the caret, else that the passage in focus touches."""
        pane = self.screen.pane
        if pane.navigator is None or (passage := pane.passage) is None:
            return None
        said = self.quotations_here()
        at_caret = [quotation for quotation in said if pane.selecting and quotation.span.has(pane.navigator.here)]
        touching = at_caret or [quotation for quotation in said if quotation.span.overlaps(passage)]
        return min(touching, key=lambda quotation: quotation.span.length, default=None)
