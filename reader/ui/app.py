"""The app: theme, stylesheets, the terminal's protection and the first screen.  Small for ever."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter

from reader.ui import looks, theme
from reader.ui.first_page import FirstPage
from reader.ui.safety import TerminalSafety
from reader.ui.screens.reading_screen import ReadingScreen
from reader.ui.start import Start
from reader.ui.stylesheets import stylesheet

LOOK_FOR_TERMINAL = 2.0
"""Seconds between two looks whether the terminal is still there."""


class ReaderApp(App[None]):
    """Close Reader on one library."""

    TITLE = "Close Reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", priority=True, show=False)]

    def __init__(self, start: Start, first_page: FirstPage | None = None) -> None:
        super().__init__(driver_class=_driver(), css_path=stylesheet("screens"))
        self.start = start
        self.first_page = first_page
        """What stands on the terminal already."""
        self._safety = TerminalSafety()
        for known in theme.THEMES:
            self.register_theme(known)
        wanted = start.settings.theme
        self.theme = wanted if wanted in self.available_themes else theme.LAMP.name

    def on_mount(self) -> None:
        self.set_interval(LOOK_FOR_TERMINAL, self._leave_with_the_terminal)

    def _leave_with_the_terminal(self) -> None:
        """A window that was closed takes the app with it; without this, it would wait for keys for ever."""
        if getattr(self._driver, "is_gone", False):
            self.exit()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return looks.variables(self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._safety]

    def get_default_screen(self) -> ReadingScreen:
        """The first screen in place of Textual's empty one: pushed on top of that, it would come a frame later."""
        return ReadingScreen(self.start)


def run(start: Start, first_page: FirstPage) -> int:
    """Stay in the app until the user quits; the exit status."""
    app = ReaderApp(start, first_page)
    app.run()
    return app.return_code or 0


def _driver() -> type[Driver] | None:
    """None lets Textual choose."""
    if sys.platform == "win32":
        return None
    from reader.ui.driver import SeamlessDriver

    return SeamlessDriver
