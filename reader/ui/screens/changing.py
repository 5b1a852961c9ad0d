"""Changes: shown at once, stored in the background, undone and done again."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change
from reader.reading import Reading

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen


class Changing:
    """The one way for changes from commands to the screen and to the library."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._made: list[Change] = []
        """Changes since the article was opened."""

    def apply(self, change: Change) -> None:
        """Show a change at once and have it stored; what is typed or marked is never waited for."""
        if not change.edits:
            return
        stored = self.screen.library.commit(change)
        self.screen.pane.end_selection()
        self.screen.say(f"{change.label}  · U undoes")
        self._show(change)
        stored.add_done_callback(partial(self._stored, change))

    def _show(self, change: Change) -> None:
        """Let whatever is on the screen follow; there need not be an article."""
        if self.screen.reading is not None:
            self._made.append(change)
            self.screen.reading = self.screen.reading.after(change)
        else:
            self.screen.coding.follow()
        self.screen.correcting.follow(change)
        self.screen.reviewing.follow(change)

    def replayed(self, stored: Reading) -> Reading:
        """What the store knows of an article, with the changes that were made while it was being asked."""
        for change in self._made:
            stored = stored.after(change)
        return stored

    def forget_made(self) -> None:
        """Another article is being opened."""
        self._made.clear()

    def _stored(self, change: Change, done: Future[None]) -> None:
        """Called by the thread that writes."""
        problem = done.exception()
        tell = self._saved if problem is None else self._not_saved
        self.screen.tell(tell, change, str(problem))

    def _saved(self, change: Change, _: str) -> None:
        if self.screen.said.startswith(change.label):
            self.screen.say(f"{change.label}  · saved · U undoes")

    def _not_saved(self, change: Change, reason: str) -> None:
        said = f"{change.label}: not saved yet: {reason}"
        self.screen.notify(said, severity="error", timeout=30, markup=False)

    def action_undo(self) -> None:
        self._travel(self.screen.library.undo(), "Undone", "ctrl+r does it again", "nothing to undo")

    action_undo_caret = action_undo

    def action_redo(self) -> None:
        self._travel(self.screen.library.redo(), "Done again", "U undoes", "nothing to do again")

    def _travel(self, change: Change | None, verb: str, hint: str, nothing: str) -> None:
        if change is None:
            self.screen.say(nothing)
        else:
            self._show(change)
            elsewhere = self._other_articles(change)
            where = f" in “{elsewhere[0]}”" if elsewhere else ""
            self.screen.say(f"{verb}{where}: {change.label}  · {hint}")
            if elsewhere:
                self.screen.count_highlights()

    def _other_articles(self, change: Change) -> list[str]:
        """Titles of articles, other than the one on the screen, that a change is about."""
        here = self.screen.reading.article.id if self.screen.reading else ""
        records = (edit.record for edit in change.edits)
        ids = {record.article_id for record in records if isinstance(record, Annotation)} - {here}
        return sorted(self.screen.titles.get(article_id, article_id) for article_id in ids)
