"""The app: theme, stylesheets, the terminal's protection and the first screen.  Small for ever."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from reader.library import Library, LibraryError
from reader.settings import Memory, Settings, SettingsError, bundled, read_settings
from reader.text.safe import safe_line
from reader.ui import looks, theme
from reader.ui.presets import UnknownCommand, keymap
from reader.ui.safety import TerminalSafety
from reader.ui.screens.reading_screen import ReadingScreen
from reader.ui.stylesheets import stylesheet


class ReaderApp(App[None]):
    """Close Reader on one library."""

    TITLE = "Close Reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", priority=True, show=False)]

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__(css_path=stylesheet("screens"))
        self.library = library
        self.settings = settings
        self._safety = TerminalSafety()
        for known in theme.THEMES:
            self.register_theme(known)
        self.theme = settings.theme if settings.theme in self.available_themes else theme.LAMP.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return looks.variables(self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._safety]

    def get_default_screen(self) -> ReadingScreen:
        """The first screen in place of Textual's empty one: pushed on top of that, it would come a frame later."""
        return ReadingScreen(self.library, self.settings)


def run(path: Path | None) -> int:
    """Open the app on `path`, else on the last library, at first on the bundled sample corpus; the exit status."""
    try:
        settings = read_settings()
        keymap(settings.preset, settings.keys)
        library = Library.open(path or _last_library())
    except (LibraryError, SettingsError, UnknownCommand) as problem:
        print(f"reader: {safe_line(str(problem))}", file=sys.stderr)
        return 2
    try:
        app = ReaderApp(library, settings)
        app.run()
    finally:
        library.close()
    return app.return_code or 0


def _last_library() -> Path:
    return Memory().last_library or bundled("sample_corpus")
