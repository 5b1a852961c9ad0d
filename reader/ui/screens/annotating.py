"""Commands that change annotations: passage and wish in, a change out; applied to the screen, stored, undoable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change
from reader.layout.motions import grown, shrunk
from reader.reading import Reading
from reader.text import Span
from reader.ui.screens.aiming import NO_HIGHLIGHT, exactly_marked

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen


class Annotating:
    """Marking, noting, resizing, deleting."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def action_highlight(self) -> None:
        if (found := self.screen.aiming.passage()) is None:
            return
        reading, span = found
        if exactly_marked(reading.annotations, reading.article.text, span) is not None:
            self.screen.pane.end_selection()
            self.screen.say("already highlighted  · x deletes it, t tags it, a notes")
            return
        self.screen.changing.apply(reading.annotate(span, creator=self.screen.author))

    def action_note(self) -> None:
        reading, found = self.screen.reading, self.screen.aiming.meant()
        if reading is None or found is None:
            return
        marked, span = found
        from reader.ui.dialogs.note_dialog import NoteDialog

        words = words_of(reading, marked or span)
        dialog = NoteDialog(words, marked.note if marked else "")
        self.screen.app.push_screen(dialog, lambda note: self._note(note, marked, span))

    action_note_caret = action_note

    def _note(self, note: str | None, marked: Annotation | None, span: Span) -> None:
        if note is None or self.screen.reading is None:
            return
        if marked is not None:
            self.screen.changing.apply(self.screen.reading.set_note(marked, note))
        elif note:
            self.screen.changing.apply(self.screen.reading.annotate(span, note=note, creator=self.screen.author))

    def action_important(self) -> None:
        """Flag a highlight or take the flag away; a passage that is not highlighted is."""
        reading, found = self.screen.reading, self.screen.aiming.meant()
        if reading is None or found is None:
            return
        marked, span = found
        if marked is not None:
            self.screen.changing.apply(reading.set_important(marked, not marked.important))
        else:
            self.screen.changing.apply(reading.annotate(span, important=True, creator=self.screen.author))

    def action_color(self) -> None:
        """Ask for a colour of the highlight's own; a passage that is not highlighted is."""
        reading, found = self.screen.reading, self.screen.aiming.meant()
        if reading is None or found is None:
            return
        marked, span = found
        from reader.ui.dialogs.color_prompt import ColorPrompt

        by_tags = reading.codebook.color(marked.tags if marked else ())
        prompt = ColorPrompt(words_of(reading, marked or span), marked.color if marked else "", by_tags)
        self.screen.app.push_screen(prompt, lambda color: self._color(color, marked, span))

    def _color(self, color: str | None, marked: Annotation | None, span: Span) -> None:
        reading = self.screen.reading
        if color is None or reading is None:
            return
        if marked is not None and marked.color == color:
            self.screen.say(f"{color} already")
        elif marked is not None:
            self.screen.changing.apply(reading.set_color(marked, color))
        else:
            self.screen.changing.apply(reading.annotate(span, color=color, creator=self.screen.author))

    def action_resize(self, command: str) -> None:
        move = grown if command == "grow" else shrunk
        self._change(lambda reading, marked: reading.resize(marked, move(reading.article, marked.span)))

    def action_delete(self) -> None:
        self._change(lambda reading, marked: reading.remove((marked.id,)))

    action_delete_caret = action_delete

    def _change(self, change: Callable[[Reading, Annotation], Change]) -> None:
        """Change the highlight in focus."""
        reading, marked = self.screen.reading, self.screen.aiming.in_focus()
        if reading is None or marked is None:
            self.screen.say(NO_HIGHLIGHT)
            return
        self.screen.changing.apply(change(reading, marked))


def words_of(reading: Reading, where: Annotation | Span) -> str:
    """What a question is about: the words of a highlight or of a span."""
    return where.passage.exact if isinstance(where, Annotation) else " ".join(where.of(reading.article.text).split())
