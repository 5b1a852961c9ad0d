"""The article in the user's own editor, at the line that is being read; read again on return."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.text.safe import safe_line

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

EDITORS = ("VISUAL", "EDITOR")


class Editing:
    """Hands the terminal to an editor and takes it back."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def action_edit(self) -> None:
        reading, navigator = self.screen.reading, self.screen.pane.navigator
        if reading is None or navigator is None:
            return
        entry = next((x.entry for x in self.screen.listings if x.entry.id == reading.article.id), None)
        editor = next((os.environ[name] for name in EDITORS if os.environ.get(name)), "vi")
        if entry is None:
            return
        line = reading.article.text.count("\n", 0, navigator.here) + 1
        try:
            with self.screen.app.suspend():
                subprocess.run([*shlex.split(editor), f"+{line}", os.fspath(entry.path)], check=False)
        except (SuspendNotSupported, OSError, ValueError) as problem:
            self.screen.say(f"no editor: {safe_line(str(problem) or editor)}")
            return
        self.screen.opening.action_reload()
