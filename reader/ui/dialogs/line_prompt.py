"""A line to be typed, and below it what that would do; answers with the line."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reader.text.safe import safe_line
from reader.ui.dialogs.dialog import Dialog


class LinePrompt(Dialog[str]):
    """`preview` says, for what is typed so far, what `enter` will do; ValueError: why it cannot be done."""

    def __init__(self, title: str, typed: str, preview: Callable[[str], str]) -> None:
        super().__init__()
        self._title = title
        self._typed = typed
        self._preview = preview

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            box.border_subtitle = "enter does it · esc leaves"
            yield Input(self._typed, select_on_focus=False)
            yield Static(id="preview")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._possible()

    @on(Input.Changed)
    def look_ahead(self) -> None:
        self._possible()

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        if self._possible():
            self.dismiss(safe_line(" ".join(event.value.split())))

    def _possible(self) -> bool:
        """Show what would be done; False, and why, if nothing can be."""
        static = self.query_one("#preview", Static)
        try:
            said, possible = self._preview(self.query_one(Input).value), True
        except ValueError as problem:
            said, possible = str(problem), False
        static.update(Content(said))
        static.set_class(not possible, "error")
        return possible
