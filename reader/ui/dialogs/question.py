"""A question before something large is done: what it is about in, yes or no out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.ui.dialogs.dialog import Dialog


class Question(Dialog[bool]):
    """Answers with True for enter; None for everything that leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "agree", "Yes"),
        Binding("n,q", "leave", "No"),
    ]

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self._title = title
        self._about = about

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            box.border_subtitle = "enter does it · U would undo it · esc leaves"
            yield Static(Content(self._about))

    def action_agree(self) -> None:
        self.dismiss(True)
