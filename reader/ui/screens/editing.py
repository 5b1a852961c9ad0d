"""The article in the user's own editor, at the line that is being read; read again on return."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
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
        line = reading.article.text.count("\n", 0, navigator.here) + 1
        if entry is not None and edit_file(self.screen, entry.path, line):
            self.screen.opening.action_reload()


def edit_file(screen: ReadingScreen, path: Path, line: int = 1) -> bool:
    """Let the user edit `path`; False, and the reason on the screen, if that cannot be done."""
    editor = next((os.environ[name] for name in EDITORS if os.environ.get(name)), "vi")
    try:
        with screen.app.suspend():
            subprocess.run([*shlex.split(editor), f"+{line}", os.fspath(path)], check=False)
    except (SuspendNotSupported, OSError, ValueError) as problem:
        screen.say(f"no editor: {safe_line(str(problem) or editor)}")
        return False
    return True
