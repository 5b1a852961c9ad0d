"""Commands for highlights whose text has changed: looking at what changed, accepting it, putting lost ones back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from reader.annotations import Annotation, Change, describe, editing
from reader.annotations.since import Since, since
from reader.annotations.together import accepted, can_be_accepted
from reader.reading import Reading
from reader.sources import Unreadable

if TYPE_CHECKING:
    from reader.ui.dialogs.changes_dialog import Wish
    from reader.ui.screens.reading_screen import ReadingScreen

Present: TypeAlias = "tuple[Reading, list[Annotation]]"
"""An article with some of its highlights, each where it stands in the present text."""


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
            self._with_present((marked,), self._compare)

    def _compare(self, present: Sequence[Present]) -> None:
        from reader.ui.dialogs.changes_dialog import ChangesDialog

        for reading, (annotation, *_) in present:
            found = since(reading.article, annotation)
            self.screen.app.push_screen(ChangesDialog(found), partial(self._answered, found))

    def _answered(self, found: Since, wish: Wish | None) -> None:
        if wish == "accept":
            self._with_present((found.annotation,), self._accept)
        elif wish == "go":
            self.screen.go_to(found.annotation.article_id, found.places[0].offset)

    # accepting
    def action_accept(self) -> None:
        """Say of the highlight in focus, or of all that are marked, that they stand where they should."""
        panel, marked = self.screen.annotations_panel, self.screen.aiming.in_focus()
        chosen = panel.chosen() if panel.has_focus else (marked,) if marked else ()
        if any(map(can_be_accepted, chosen)):
            self._with_present(chosen, self._accept)
        elif chosen and not chosen[0].anchor.placed:
            self.screen.say("it has no place to accept  · p puts it on the sentence in focus or the selection")
        else:
            self.screen.say("nothing to accept: it stands on the words that were marked" if chosen else "no highlight")

    def _accept(self, present: Sequence[Present]) -> None:
        change = accepted((reading.article, annotations) for reading, annotations in present)
        if change.edits:
            self.screen.annotations_panel.marked = frozenset()
            self.screen.reviewing.apply(change)

    def _with_present(self, chosen: Sequence[Annotation], do: Callable[[Sequence[Present]], None]) -> None:
        """Do something with highlights as they stand in the present text; a thread reads the articles of others."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for annotation in chosen:
            wanted[annotation.article_id].add(annotation.id)
        if self.screen.reading is not None and wanted.keys() == {self.screen.reading.article.id}:
            do(list(self._present(wanted)))
        else:
            self.screen.run_worker(lambda: self._read(wanted, do), thread=True, exclusive=True, group="present")

    def _read(self, wanted: Mapping[str, set[str]], do: Callable[[Sequence[Present]], None]) -> None:
        """Called in a thread."""
        self.screen.tell(do, list(self._present(wanted)))

    def _present(self, wanted: Mapping[str, set[str]]) -> Iterator[Present]:
        for article_id, ids in wanted.items():
            reading = self._reading(article_id)
            found = [annotation for annotation in reading.annotations if annotation.id in ids] if reading else []
            if reading is not None and found:
                yield reading, found

    def _reading(self, article_id: str) -> Reading | None:
        shown = self.screen.reading
        if shown is not None and shown.article.id == article_id:
            return shown
        try:
            return self.screen.library.reading(self.screen.library.read(article_id))
        except Unreadable as problem:
            self.screen.tell(self.screen.say, str(problem))
            return None

    # putting back
    def action_put_here(self) -> None:
        """Let a highlight that lost its place mark the selection or the sentence in focus."""
        lost, found = self._lost(), self.screen.aiming.passage()
        if lost is None or found is None:
            return
        reading, span = found
        if self._is_gone(lost):
            edits = editing.moved(lost, reading.article.id, describe(reading.article, span))
            label = f"Attached {editing.in_marks(lost.passage.exact)} in “{editing.shortened(reading.article.title)}”"
            self.screen.reviewing.apply(Change(label, edits))
        elif lost.article_id != reading.article.id:
            title = self.screen.titles.get(lost.article_id, lost.article_id)
            self.screen.say(f"this highlight belongs to “{title}”: enter opens it")
        else:
            self.screen.changing.apply(reading.resize(lost, span))

    def _lost(self) -> Annotation | None:
        """The lost highlight under the list's cursor, else the only one of this article."""
        panel, reading = self.screen.annotations_panel, self.screen.reading
        listed = panel.current if panel.display else None
        lost = [a for a in reading.annotations if not a.anchor.placed] if reading else []
        if listed is not None and (self._is_gone(listed) or listed in lost):
            return listed
        if panel.has_focus and listed is not None:
            if not listed.anchor.placed:
                return listed
            self.screen.say("this highlight has its place  · o sorts the lost ones to the top")
            return None
        if len(lost) != 1:
            self.screen.say(
                "choose the lost highlight in the list: T" if lost else "no highlight of this article is lost"
            )
            return None
        return lost[0]

    def _is_gone(self, annotation: Annotation) -> bool:
        """Is there no article any more that it could stand in?"""
        return not self.screen.reviewing.has_article(annotation.article_id)
