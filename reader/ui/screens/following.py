"""Following links: to an address, to a footnote or heading of the article, to another article of the library."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.article import Article
from reader.layout.links import looking_for
from reader.layout.navigator import Navigator
from reader.reading import Reading
from reader.text import Span
from reader.text.safe import safe_line
from reader.ui.known import reading_to
from reader.ui.safety import safe_link

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen


class Following:
    """`f`: labels on the links of the screen, and what happens when one is chosen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._wanted: tuple[str, str] | None = None
        """An article that is being opened, and the heading to go to in it."""
        screen.watch(screen, "reading", self._arrive, init=False)

    def action_follow_link(self) -> None:
        number = self.screen.pane.label_links()
        self.screen.pane.focus()
        said = "type the letters of a link  · any other key leaves" if number else "no links on this screen"
        self.screen.say(said)

    def follow(self, target: str) -> None:
        """Go where a link leads."""
        if target.startswith(("#", "^")):
            self._look_for(target)
        elif safe_link(target) and urlsplit(target).scheme:
            self.screen.app.open_url(target)
            self.screen.say(f"opening {safe_line(target)}")
        elif (article := self._article(target)) is not None:
            self._wanted = (article, posixpath.basename(target).partition("#")[2])
            self.screen.opening.open(article)
            self._arrive(self.screen.reading)
        else:
            self.screen.say(f"nothing here to open {safe_line(target)}")

    def _look_for(self, target: str) -> None:
        """Go to a place in the article on the screen, once it has been read as far as that."""
        if (at := self.screen.pane.navigator) is not None:
            steps = _reading_to(at.article, target)
            self.screen.pane.when_found(steps, lambda at, place: self._go_to(at, place, target))

    def _go_to(self, at: Navigator, place: int | None, target: str) -> None:
        if place is None:
            self.screen.say(f"{safe_line(target)} is nowhere in this article")
        else:
            at.go_to(Span(place, place))
            self.screen.say("ctrl+o goes back")

    def _article(self, target: str) -> str | None:
        """The article of the library that a path in the present one means."""
        reading = self.screen.reading
        path = unquote(target.partition("#")[0])
        here = posixpath.dirname(reading.article.id) if reading else ""
        wanted = posixpath.normpath(posixpath.join(here, path))
        return wanted if path and wanted in self.screen.titles else None

    def _arrive(self, reading: Reading | None) -> None:
        """Go to the heading, once the article is on the screen."""
        if self._wanted is None or reading is None or reading.article.id != self._wanted[0]:
            return
        heading, self._wanted = self._wanted[1], None
        if heading:
            self.screen.call_after_refresh(self.follow, f"#{heading}")


def _reading_to(article: Article, target: str) -> Iterator[int | None]:
    """Look for a place, and read on until it can be shown: None after each step, last the place if there is one."""
    for place in looking_for(article, target):
        if place is not None:
            yield from (None for there in reading_to(article, place) if not there)
        yield place
