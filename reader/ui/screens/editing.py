"""The article in the user's own editor, at the line that is being read; read again on return."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen


class Editing:
    """Hands the terminal to an editor and takes it back."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def action_edit(self) -> None:
        reading, navigator = self.screen.reading, self.screen.pane.navigator
        if reading is None or navigator is None:
            return
        entry = next((x.entry for x in self.screen.listings if x.entry.id == reading.article.id), None)
        line = reading.article.text.count("\n", 0, navigator.here) + 1
        if entry is not None and edit_file(self.screen, entry.path, line):
            self.screen.opening.action_reload()


def edit_file(screen: ReadingScreen, path: Path, line: int = 1) -> bool:
    """Let the user edit `path`; False, and the reason on the screen, if that cannot be done."""
    from reader.ui.editor import EditorProblem, edit

    try:
        edit(screen.app, path, line)
    except EditorProblem as problem:
        screen.say(str(problem))
        return False
    return True
