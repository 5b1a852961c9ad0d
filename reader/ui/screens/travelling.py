"""Going back to where one was: the list of jumps, and places marked with a letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.layout import objects
from reader.library.place_marks import PlaceMark, PlaceMarks, place_mark
from reader.memory import Memory
from reader.sources import Unreadable
from reader.text import Span
from reader.ui.commands import Command

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

Spot = tuple[str, int]
"""Article id and source offset."""

JUMPING = {
    "top",
    "bottom",
    "top-caret",
    "bottom-caret",
    "search",
    "hit",
    "search-word",
    "search-library",
    "follow-link",
    "go",
    "open",
    "go-to-place-mark",
}
"""Commands (or families) that go further than the eye can follow."""
LONGEST = 100


@dataclass
class Jumps:
    """Where jumps began, oldest first, and where going back came from."""

    behind: list[Spot] = field(default_factory=list)
    ahead: list[Spot] = field(default_factory=list)

    def leave(self, here: Spot) -> None:
        """A jump begins here; what lay ahead is forgotten."""
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
        del self.behind[:-LONGEST]
        self.ahead.clear()

    def back(self, here: Spot) -> Spot | None:
        return _step(self.behind, self.ahead, here)

    def forward(self, here: Spot) -> Spot | None:
        return _step(self.ahead, self.behind, here)


def _step(source: list[Spot], other: list[Spot], here: Spot) -> Spot | None:
    while source:
        spot = source.pop()
        if spot != here:
            other.append(here)
            return spot
    return None


class Travelling:
    """Remembers where one was in this session, and the places that have a letter for good."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._jumps = Jumps()

    @cached_property
    def _marks(self) -> PlaceMarks:
        return PlaceMarks(self.screen.library.root, Memory())

    def before(self, command: Command) -> None:
        """Called before every command."""
        here = self._here
        if here is not None and {command.id, command.does} & JUMPING:
            self._jumps.leave(here)

    @property
    def _here(self) -> Spot | None:
        reading, navigator = self.screen.reading, self.screen.pane.navigator
        return (reading.article.id, navigator.here) if reading and navigator else None

    def action_back(self) -> None:
        self._travel(self._jumps.back, "nowhere further back")

    def action_forward(self) -> None:
        self._travel(self._jumps.forward, "nowhere further forward")

    def _travel(self, step: Callable[[Spot], Spot | None], nothing: str) -> None:
        spot = step(self._here) if self._here else None
        if spot is None:
            self.screen.say(nothing)
        else:
            self.screen.go_to(*spot)

    def action_set_place_mark(self, letter: str) -> None:
        reading, navigator = self.screen.reading, self.screen.pane.navigator
        if reading is None or navigator is None:
            return
        if not (letter.isalpha() and len(letter) == 1):
            self.screen.say("a place mark is a letter; a capital is one place in the whole library")
            return
        here, sentence = navigator.here, objects.sentence(reading.article, navigator.here)
        try:
            self._marks.set(place_mark(letter, reading.article, Span(here, max(here, sentence.end if sentence else 0))))
        except ValueError:
            self.screen.say("there are no words to mark here")
        else:
            self.screen.say(f"place {letter} set  · '{letter} comes back here")

    def action_go_to_place_mark(self, letter: str) -> None:
        reading = self.screen.reading
        if letter == "apostrophe":
            self.action_back()
        elif reading is None or (mark := self._marks.find(letter, reading.article.id)) is None:
            self.screen.say(f"no place {letter} yet: m{letter} sets it")
        elif mark.article_id == reading.article.id and mark.target.text_sha256 == reading.article.sha256:
            self.screen.show_offset(mark.target.span.start)
        else:
            self.screen.run_worker(partial(self._find, mark), thread=True, group="load", exclusive=True)

    def _find(self, mark: PlaceMark) -> None:
        """Called in a thread: read the text of a place, and find the place again in what has become of it."""
        tell = self.screen.tell
        try:
            offset = mark.offset_in(self.screen.library.read(mark.article_id))
        except Unreadable as problem:
            tell(self.screen.say, f"place {mark.letter}: {problem}")
            return
        if offset is None:
            tell(self.screen.say, f"place {mark.letter}: its words are no longer there")
        else:
            tell(self.screen.go_to, mark.article_id, offset)
