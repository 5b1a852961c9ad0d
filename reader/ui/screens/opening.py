"""Opening articles: an id in, a reading on the screen; the text first, what is stored about it when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.article import Article
from reader.library import Entry
from reader.memory import Memory
from reader.sources import Unreadable

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen
    from reader.ui.start import Start


class Opening:
    """Knows which article is shown and where one was in the others."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._memory = Memory()
        self._place: tuple[str, int] | None = None
        """Article and offset at the top of the screen."""
        self._focused: dict[str, tuple[int, int]] = {}
        """Of articles that were left: that offset, and where the sentence in focus began."""

    def open(self, article_id: str, offset: int | None = None) -> None:
        """Show an article at `offset`, else where one was in it last time."""
        reading = self.screen.reading
        if reading is not None and reading.article.id == article_id:
            if offset is not None:
                self.screen.show_offset(offset)
            return
        self.remember_place()
        found = next((listing for listing in self.screen.listings if listing.entry.id == article_id), None)
        if found is not None:
            self.screen.load(found.entry, offset)

    def read(self, entry: Entry, offset: int | None) -> None:
        """Called in a thread: read the file, then the store, and show each when it is there."""
        article = self._article(entry)
        if article is not None:
            tell = self.screen.tell
            tell(self.screen.show_article, article, self._offset(entry, offset))
            if offset is not None:  # somebody wants to be at these words, wherever on the screen they are
                tell(self.screen.show_offset, offset)
            tell(self.screen.show_stored, self.screen.library.reading(article))

    def _article(self, entry: Entry) -> Article | None:
        try:
            return self.screen.library.read(entry)
        except Unreadable as problem:
            self.screen.call_later(self.screen.show_problem, entry, str(problem))
            return None

    def _offset(self, entry: Entry, offset: int | None) -> int:
        return self._memory.position(self.screen.library.root, entry.id) if offset is None else offset

    def read_again(self, entry: Entry) -> None:
        """The file of the article on the screen has changed: show what it holds now, where one is."""
        self.screen.surveying.update(entry)
        self.remember_place()
        self.screen.load(entry, None)
        self.screen.survey_library()
        self.screen.say("the article has changed and was read again")

    def note_place(self) -> None:
        """Take down where one is, but not while one is on the way to where one was; cheap enough for every key."""
        reading, navigator = self.screen.reading, self.screen.pane.navigator
        if reading is not None and navigator is not None and not self.screen.pane.is_going:
            self._place = reading.article.id, navigator.view.first_offset
            if navigator.sentence is not None:
                self._focused[reading.article.id] = navigator.view.first_offset, navigator.sentence.start

    def focused_before(self, article_id: str, top: int) -> int | None:
        """Where the sentence in focus began when the article was last left at that place."""
        left_at, sentence = self._focused.get(article_id, (None, None))
        return sentence if left_at == top else None

    def remember_place(self) -> None:
        """Keep it for the next time."""
        if self._place is not None:
            self._memory.remember_position(self.screen.library.root, *self._place)

    def begin(self, start: Start) -> None:
        """Remember the library as the last one, and open its first article."""
        self._memory.remember_library(start.library.root)
        if len(start.entries) == 1:
            self.screen.pane.focus()
        if start.article is not None:
            self.screen.show_article(start.article, start.offset)
            self.screen.load_stored(start.article)
        elif start.entries:
            self.screen.load(start.entries[0], None)

    def say_where(self, start: Start) -> None:
        """Say what one may wonder at: that an article does not begin at its top, and where annotations are kept."""
        known = "; ".join(start.article.notices) if start.article else ""
        if self.screen.said != known:  # the user has done something already
            return
        at = self.screen.pane.navigator
        stopped = self.screen.pane.has_focus and at is not None and at.view.top != at.view.page.first()
        words = [known, "where you stopped" if stopped else "", start.library.whereabouts]
        self.screen.say("; ".join(filter(None, words)) + ("  · g goes to the top" if stopped else ""))

    def action_reload(self) -> None:
        """Look at the folder and at the article again."""
        screen = self.screen
        entries = screen.library.entries()
        screen.surveying.list_entries(entries)
        reading = screen.reading
        here = next((entry for entry in entries if reading and entry.id == reading.article.id), None)
        screen.survey_library()
        if here is not None:
            self.remember_place()
            screen.load(here, None)
        elif reading is not None:
            screen.say(f"{reading.article.id} is no longer there; its text is shown as it was")
            return
        screen.say("reloaded")
