"""What the first dialog would have to wait for, made beforehand: its code read by a thread, its styles while one reads.

Neither is wanted for the first text, so both come after it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

AFTER = 0.8
"""Seconds: sooner, hardly anybody asks for a dialog."""
WANTED = (
    "reader.ui.dialogs.tag_prompt",
    "reader.ui.dialogs.note_dialog",
    "reader.ui.dialogs.color_prompt",
    "reader.ui.dialogs.export_dialog",
    "reader.ui.dialogs.palette",
)


class Warming:
    """Gets ready for dialogs."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def begin(self) -> None:
        self.screen.set_timer(AFTER, lambda: self.screen.run_worker(self._read, thread=True, group="warming"))

    def _read(self) -> None:
        """Called in a thread."""
        for name in WANTED:
            import_module(name)
        self.screen.tell(self._read_styles)

    def _read_styles(self) -> None:
        from reader.ui.stylesheets import stylesheet

        styles, path = self.screen.app.stylesheet, stylesheet("dialogs")
        if not styles.has_source(str(path)):  # else a dialog has been quicker
            styles.read(path)
            styles.parse()
