"""Going back to where one was: the list of jumps, and places marked with a letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
    """Remembers places of this session."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._jumps = Jumps()
        self._marks: dict[str, Spot] = {}

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
        if self._here is not None:
            self._marks[letter] = self._here
            self.screen.say(f"place {letter} set  · '{letter} comes back here")

    def action_go_to_place_mark(self, letter: str) -> None:
        if letter == "apostrophe":
            self.action_back()
        elif letter in self._marks:
            self.screen.go_to(*self._marks[letter])
        else:
            self.screen.say(f"no place {letter} yet: m{letter} sets it")
