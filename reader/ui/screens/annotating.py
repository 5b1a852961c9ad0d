"""Commands that change annotations: passage and wish in, a change out; applied to the screen, stored, undoable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Tag
from reader.layout.motions import grown, shrunk
from reader.reading import Reading
from reader.text import Span
from reader.ui.looks import ANNOTATION_COLORS

if TYPE_CHECKING:
    from reader.ui.dialogs.tag_prompt import TagsChosen
    from reader.ui.screens.reading_screen import ReadingScreen


class Annotating:
    """Marking, tagging, noting, undoing."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.last_tag = ""
        """Id of the tag used last."""
        self.recent_tags: tuple[str, ...] = ()
        """Ids, latest first."""

    # what commands apply to
    def passage(self) -> tuple[Reading, Span] | None:
        """The reading and the selection or focused sentence, if there are words to mark."""
        span, reading = self.screen.pane.passage, self.screen.reading
        if reading is None or span is None:
            return None
        if not self.screen.pane.displayed_words(span).strip():
            self.screen.say("there are no words to mark here")
            return None
        return reading, span

    def in_focus(self) -> Annotation | None:
        """The highlight that commands mean: the one chosen in the list, else the innermost one in the passage."""
        if (chosen := self.screen.annotation_in_list()) is not None:
            return chosen
        if (found := self.passage()) is None:
            return None
        reading, span = found
        if self.screen.pane.selecting and (under := reading.at(span.start)):
            return under[0]
        touching = [a for a in reading.annotations if a.anchor.placed and a.span.overlaps(span)]
        return min(touching, key=lambda a: (a.span.length, a.id), default=None)

    def exactly_marked(self, reading: Reading, span: Span) -> Annotation | None:
        """The highlight of just these words, surrounding space apart."""
        words = span.of(reading.article.text).strip()
        inside = (a for a in reading.annotations if a.anchor.placed and span.contains(a.span))
        return next((a for a in inside if a.span.of(reading.article.text) == words), None)

    # commands
    def action_highlight(self) -> None:
        if (found := self.passage()) is None:
            return
        reading, span = found
        if self.exactly_marked(reading, span) is not None:
            self.screen.pane.end_selection()
            self.screen.say("already highlighted  · x deletes it, t tags it, a notes")
            return
        self.screen.changing.apply(reading.annotate(span))

    def action_highlight_last_tag(self) -> None:
        tag = self.screen.reading.codebook.tags.get(self.last_tag) if self.screen.reading else None
        if tag is None or tag.deleted:
            self.action_highlight()
        else:
            self._toggle(tag)

    def action_highlight_with_tag(self, key: str) -> None:
        if self.screen.reading is None:
            return
        tag = self.screen.reading.codebook.pinned(int(key))
        if tag is not None:
            self._toggle(tag)
        else:
            self.screen.say(f"no tag on key {key} yet: choose the one it shall mean")
            self._ask_tags(pin=int(key))

    def _toggle(self, tag: Tag) -> None:
        if (found := self.passage()) is None:
            return
        reading, span = found
        self._remember((tag,))
        self.screen.changing.apply(reading.toggle_tag(self.exactly_marked(reading, span) or span, tag))

    def action_tag(self) -> None:
        self._ask_tags()

    def _ask_tags(self, pin: int | None = None) -> None:
        found = self.passage()
        if self.screen.reading is None or found is None:
            return
        span = found[1]
        marked = self.screen.annotation_in_list() or self.exactly_marked(self.screen.reading, span)
        if marked is None and not self.screen.pane.selecting:
            marked = self.in_focus()
        words = marked.target.exact if marked else " ".join(span.of(self.screen.reading.article.text).split())
        chosen = self.screen.reading.codebook.names(marked.tags) if marked and pin is None else ()
        from reader.ui.dialogs.tag_prompt import TagPrompt

        prompt = TagPrompt(words, self.screen.reading.codebook, chosen, self.recent_tags)
        self.screen.app.push_screen(prompt, lambda answer: self._tag(answer, marked, span, pin))

    def _tag(self, answer: TagsChosen | None, marked: Annotation | None, span: Span, pin: int | None) -> None:
        reading = self.screen.reading
        if answer is None or reading is None or not (answer.names or marked):
            return
        tags = [self._tag_named(reading, name, pin if n == 0 else None) for n, name in enumerate(answer.names)]
        self._remember(tags)
        if marked is None:
            self.screen.changing.apply(reading.annotate(span, tags))
        elif pin is not None and tags:
            self.screen.changing.apply(reading.toggle_tag(marked, tags[0]))
        else:
            self.screen.changing.apply(reading.set_tags(marked, tags))

    def _tag_named(self, reading: Reading, name: str, pin: int | None) -> Tag:
        """The tag of that name; a new one gets a colour of its own and a free key, or the key it was chosen for."""
        tag = reading.tag(name)
        if tag.id in reading.codebook.tags:
            return tag if pin is None else replace(tag, key=pin, rev=tag.rev + 1)
        used = [other.color for other in reading.codebook]
        color = min(ANNOTATION_COLORS, key=used.count)
        taken = {other.key for other in reading.codebook}
        free = next((key for key in range(1, 10) if key not in taken), None)
        return replace(tag, color=color, key=pin or free)

    def _remember(self, tags: list[Tag] | tuple[Tag, ...]) -> None:
        if tags:
            self.last_tag = tags[0].id
            kept = [i for i in self.recent_tags if i not in {tag.id for tag in tags}]
            self.recent_tags = (*(tag.id for tag in tags), *kept)

    def action_note(self) -> None:
        found = self.passage()
        if self.screen.reading is None or found is None:
            return
        span = found[1]
        exact = self.exactly_marked(self.screen.reading, span)
        marked = exact if self.screen.pane.selecting and not self.screen.annotation_in_list() else self.in_focus()
        words = marked.target.exact if marked else " ".join(span.of(self.screen.reading.article.text).split())
        from reader.ui.dialogs.note_dialog import NoteDialog

        dialog = NoteDialog(words, marked.note if marked else "")
        self.screen.app.push_screen(dialog, lambda note: self._note(note, marked, span))

    action_note_caret = action_note

    def _note(self, note: str | None, marked: Annotation | None, span: Span) -> None:
        if note is None or self.screen.reading is None:
            return
        if marked is not None:
            self.screen.changing.apply(self.screen.reading.set_note(marked, note))
        elif note:
            self.screen.changing.apply(self.screen.reading.annotate(span, note=note))

    def action_resize(self, command: str) -> None:
        marked = self.in_focus()
        if self.screen.reading is None or marked is None:
            self.screen.say("no highlight here")
            return
        move = grown if command == "grow" else shrunk
        self.screen.changing.apply(self.screen.reading.resize(marked, move(self.screen.reading.article, marked.span)))

    def action_delete(self) -> None:
        marked = self.in_focus()
        if self.screen.reading is None or marked is None:
            self.screen.say("no highlight here")
            return
        self.screen.changing.apply(self.screen.reading.remove((marked.id,)))

    action_delete_caret = action_delete
