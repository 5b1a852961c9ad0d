"""The note of a highlight: several lines, saved with one key."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from reader.ui.dialogs.dialog import Dialog


class NoteDialog(Dialog[str]):
    """Answers with the note's text; an empty one removes the note.  Leaving saves, too: undo takes it back."""

    # not with priority: a key with priority overtakes letters that were typed before it
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,ctrl+j,alt+enter", "save", "Save")]

    def __init__(self, passage: str, note: str, title: str = "Note") -> None:
        super().__init__()
        self._title = title
        self._passage = passage
        self._note = note

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            box.border_subtitle = "ctrl+s or esc saves · U undoes"
            yield Static(Content(self._passage), classes="passage")
            yield TextArea(self._note, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_leave(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        text = self.query_one(TextArea).text.strip()
        self.dismiss(text if text != self._note.strip() else None)
