"""Commands for highlights whose text has changed: looking at what changed, accepting it, putting lost ones back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change
from reader.annotations.since import Since, since
from reader.annotations.together import accepted, can_be_accepted
from reader.reading import Reading
from reader.sources import Unreadable

if TYPE_CHECKING:
    from reader.ui.dialogs.changes_dialog import Wish
    from reader.ui.screens.reading_screen import ReadingScreen


class Reattaching:
    """`D` shows what has changed since, `A` accepts it, `p` puts a lost highlight on the passage in focus."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    # what has changed
    def action_what_changed(self) -> None:
        marked = self.screen.aiming.in_focus()
        if marked is None:
            self.screen.say("no highlight here  · ]h goes to the next")
        else:
            self.screen.run_worker(partial(self._compare, marked), thread=True, exclusive=True, group="compare")

    def _compare(self, marked: Annotation) -> None:
        """Called in a thread: the article may have to be read."""
        for reading, found in self._present((marked,)):
            self.screen.app.call_from_thread(self._show, since(reading.article, found[0]))

    def _show(self, found: Since) -> None:
        from reader.ui.dialogs.changes_dialog import ChangesDialog

        self.screen.app.push_screen(ChangesDialog(found), partial(self._answered, found))

    def _answered(self, found: Since, wish: Wish | None) -> None:
        if wish == "accept":
            self._accept((found.annotation,))
        elif wish == "go":
            self.screen.go_to(found.annotation.article_id, found.places[0].offset)

    # accepting
    def action_accept(self) -> None:
        """Say of the highlight in focus, or of all that are marked, that they stand where they should."""
        panel, marked = self.screen.annotations_panel, self.screen.aiming.in_focus()
        chosen = panel.chosen() if panel.has_focus else (marked,) if marked else ()
        if any(map(can_be_accepted, chosen)):
            self._accept(tuple(filter(can_be_accepted, chosen)))
        elif chosen and not chosen[0].anchor.placed:
            self.screen.say("it has no place to accept  · p puts it on the sentence in focus or the selection")
        else:
            self.screen.say("nothing to accept: it stands on the words that were marked" if chosen else "no highlight")

    def _accept(self, chosen: tuple[Annotation, ...]) -> None:
        self.screen.run_worker(partial(self._work_out, chosen), thread=True, group="accept")

    def _work_out(self, chosen: tuple[Annotation, ...]) -> None:
        """Called in a thread: the articles may have to be read."""
        change = accepted((reading.article, found) for reading, found in self._present(chosen))
        if change.edits:
            self.screen.app.call_from_thread(self._apply, change)

    def _apply(self, change: Change) -> None:
        self.screen.annotations_panel.marked = frozenset()
        self.screen.reviewing.apply(change)

    def _present(self, chosen: Iterable[Annotation]) -> Iterator[tuple[Reading, list[Annotation]]]:
        """Readings with those of their highlights that are chosen, each where it stands in the present text."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for annotation in chosen:
            wanted[annotation.article_id].add(annotation.id)
        for article_id, ids in wanted.items():
            if (reading := self._reading(article_id)) is not None:
                found = [annotation for annotation in reading.annotations if annotation.id in ids]
                if found:
                    yield reading, found

    def _reading(self, article_id: str) -> Reading | None:
        shown = self.screen.reading
        if shown is not None and shown.article.id == article_id:
            return shown
        try:
            return self.screen.library.reading(self.screen.library.read(article_id))
        except Unreadable as problem:
            self.screen.app.call_from_thread(self.screen.say, str(problem))
            return None

    # putting back
    def action_put_here(self) -> None:
        """Let a highlight that lost its place mark the selection or the sentence in focus."""
        lost, found = self._lost(), self.screen.aiming.passage()
        if lost is None or found is None:
            return
        reading, span = found
        if lost.article_id != reading.article.id:
            title = self.screen.titles.get(lost.article_id, lost.article_id)
            self.screen.say(f"this highlight belongs to “{title}”: enter opens it")
        else:
            self.screen.changing.apply(reading.resize(lost, span))

    def _lost(self) -> Annotation | None:
        """The lost highlight under the list's cursor, else the only one of this article."""
        panel, reading = self.screen.annotations_panel, self.screen.reading
        listed = panel.current
        lost = [a for a in reading.annotations if not a.anchor.placed] if reading else []
        if listed is not None and not listed.anchor.placed and (panel.has_focus or listed in lost):
            return listed
        if panel.has_focus and listed is not None:
            self.screen.say("this highlight has its place  · o sorts the lost ones to the top")
            return None
        if len(lost) != 1:
            self.screen.say(
                "choose the lost highlight in the list: T" if lost else "no highlight of this article is lost"
            )
            return None
        return lost[0]
