"""The note of a highlight: several lines, saved with one key; in the user's own editor with another."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from reader.ui.dialogs.dialog import Dialog


class NoteArea(TextArea):
    """The text; `end` stays for what ctrl+e does in other text areas."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "screen.edit_elsewhere", "In your editor")]


class NoteDialog(Dialog[str]):
    """Answers with the note's text; an empty one removes the note.  Leaving saves, too: undo takes it back."""

    # not with priority: a key with priority overtakes letters that were typed before it
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,ctrl+j,alt+enter", "save", "Save")]

    def __init__(self, passage: str, note: str, title: str = "Note") -> None:
        super().__init__()
        self._passage = passage
        self._note = note
        self._title = title

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            box.border_subtitle = "ctrl+s or esc saves · ctrl+e in your editor · U undoes"
            yield Static(Content(self._passage), classes="passage")
            yield NoteArea(self._note, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
            yield Static(id="problem", classes="error")

    def on_mount(self) -> None:
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_leave(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        self._answer(self.query_one(NoteArea).text)

    def action_edit_elsewhere(self) -> None:
        """What the editor saves is saved at once; where it fails, everything stays as it is."""
        from reader.ui.editor import EditorProblem, rewritten

        try:
            self._answer(rewritten(self.app, self.query_one(NoteArea).text))
        except EditorProblem as problem:
            self.query_one("#problem", Static).update(Content(str(problem)))

    def _answer(self, text: str) -> None:
        """The text as it is, but for blanks and empty lines around it: indented first lines mean something."""
        kept = text.rstrip().lstrip("\n") if text.strip() else ""
        self.dismiss(kept if kept != self._note else None)
