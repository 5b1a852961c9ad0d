"""The settings while the app runs: what is saved in their file counts at once, and a mistake in it changes nothing."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from reader.settings import Settings, SettingsError, read_settings, settings_file, write_default_settings
from reader.text.safe import safe_line
from reader.ui.keymap import Keymap
from reader.ui.screens.editing import edit_file
from reader.ui.wishes import keys_of, theme_of

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

EVERY = 1.0
"""Seconds between two looks at the file."""


class Wishing:
    """Looks at the file of settings, and has them in force."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._file = settings_file()
        self._seen = self._stamp()

    def begin(self) -> None:
        self.screen.set_interval(EVERY, self._look)

    def action_settings(self) -> None:
        """The file in the user's editor; one that changes nothing is made if there is none."""
        try:
            written = write_default_settings(self._file)
        except OSError as problem:
            self.screen.say(f"no settings: {safe_line(str(problem))}")
            return
        if edit_file(self.screen, self._file) and written:
            self.screen.say(f"the settings are in {self._file}")

    def _look(self) -> None:
        self.screen.run_worker(self._find_out, thread=True, group="settings", exclusive=True)

    def _find_out(self) -> None:
        """Called in a thread."""
        stamp = self._stamp()
        if stamp == self._seen:
            return
        self._seen = stamp
        tell = self.screen.tell
        try:
            settings = read_settings(self._file)
            theme, keymap = theme_of(settings), keys_of(settings)
        except SettingsError as problem:
            tell(self._complain, f"{problem} – the settings stay as they were")
        else:
            tell(self._take, settings, theme, keymap)

    def _stamp(self) -> tuple[int, int] | None:
        """Something that changes when the file does."""
        try:
            now = os.stat(self._file)
        except OSError:
            return None
        return now.st_mtime_ns, now.st_size

    def _complain(self, problem: str) -> None:
        self.screen.notify(safe_line(problem), title="Settings", severity="warning", timeout=15, markup=False)

    def _take(self, settings: Settings, theme: str, keymap: Keymap) -> None:
        """Only what has changed: a column that was made wider by a key stays so when the theme changes."""
        screen, before = self.screen, self.screen.start.settings
        changed = [
            field.name for field in fields(Settings) if getattr(settings, field.name) != getattr(before, field.name)
        ]
        screen.start = replace(screen.start, settings=settings)
        if "theme" in changed:
            screen.app.theme = theme
        if "measure" in changed:
            screen.pane.measure = screen.pane.usual_measure = settings.measure
        if "preset" in changed or "keys" in changed:
            screen.keymap = keymap
        screen.show_state()
        if changed:
            screen.say(f"the settings have changed: {', '.join(changed)}")
