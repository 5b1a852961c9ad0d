"""What was marked and thought: highlights to go through, to go to, and to choose from for commands."""

from __future__ import annotations

from dataclasses import replace

from textual.message import Message

from reader.annotations import Annotation
from reader.ui.panes.annotations_list import AnnotationsList


class AnnotationsPanel(AnnotationsList):
    """`enter` asks to go to a highlight; `space` marks several for one command."""

    class AnnotationChosen(Message):
        def __init__(self, annotation: Annotation) -> None:
            super().__init__()
            self.annotation = annotation

    # what others ask
    def chosen(self) -> tuple[Annotation, ...]:
        """What a command is for: the marked highlights that are shown, else the one under the cursor."""
        several = tuple(annotation for annotation in self.deck.items if annotation.id in self.marked)
        return several or ((self.current,) if self.current else ())

    def shown(self) -> tuple[Annotation, ...]:
        """The highlights that are shown: the marked ones, if any are."""
        return tuple(a for a in self.deck.items if a.id in self.marked) or tuple(self.deck.items)

    def stand_on(self, annotation_id: str) -> None:
        """Put the cursor on a highlight, if it is shown."""
        self.cursor = self._arranged.places.get(annotation_id, self.cursor)

    def step_back(self) -> bool:
        """Give up the filter, then the marks: one may be marking what several filters find."""
        if super().step_back():
            return True
        given_up = bool(self.marked)
        self.marked = frozenset()
        return given_up

    # commands
    def action_scroll(self, command: str) -> None:
        super().action_scroll(command.removesuffix("-listed"))

    def action_open(self) -> None:
        if (annotation := self.current) is not None:
            self.post_message(self.AnnotationChosen(annotation))

    def action_sort_highlights(self) -> None:
        self.view = replace(self.view, order=self.view.order.next)

    def action_mark(self) -> None:
        """Mark the highlight under the cursor, or take the mark away, and go on to the next."""
        if self.current is not None:
            self.marked = self.marked ^ {self.current.id}
            self.cursor += 1

    def action_mark_all(self) -> None:
        """Mark all that are shown; where they are marked already, none."""
        shown = frozenset(annotation.id for annotation in self.deck.items)
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown
