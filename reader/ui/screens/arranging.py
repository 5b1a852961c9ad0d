"""How the panes share the screen: by its width, by what has the focus, and by what the user wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.memory import Memory
from reader.ui.arrangement import NARROW, SNUG, TINY, WIDE, Widths, widths
from reader.ui.command import PANELS
from reader.ui.commands import Place

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

STEP = 4
"""Cells by which a key makes a pane wider."""


class Arranging:
    """Widths of panes and which of them are shown; classes on the screen, styles/screens.tcss does the rest."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._wished = screen.start.widths

    @property
    def is_tiny(self) -> bool:
        """Whether only one pane is shown at a time."""
        return self.screen.has_class("-tiny")

    def fit(self, columns: int) -> None:
        """Choose the arrangement for a screen of that width."""
        self.screen.set_class(columns < SNUG, "-snug")
        self.screen.set_class(columns < NARROW, "-narrow")
        self.screen.set_class(columns < TINY, "-tiny")
        self.screen.set_class(columns >= WIDE, "-wide")
        self._share(columns)
        self.show_focused()

    def _share(self, columns: int) -> None:
        found = widths(columns, self._wished)
        self.screen.shelf.styles.width = "1fr" if self.is_tiny else found.shelf
        self.screen.side.styles.width = "1fr" if self.is_tiny else found.side

    def show_side(self, is_open: bool) -> None:
        self.screen.side.set_class(is_open, "-open")
        self.screen.set_class(is_open, "-side")

    def show_focused(self) -> None:
        """Where only one pane fits, it is the one with the focus; elsewhere no style depends on that."""
        place = self.screen.place if self.is_tiny else None
        if self.is_tiny and place is None:  # something is typed: what was on the screen stays there
            return
        self.screen.set_class(place is Place.LIBRARY, "-in-library")
        self.screen.set_class(place in (Place.READING, Place.CARET, Place.SELECTION), "-in-text")
        self.screen.set_class(place in PANELS, "-in-side")

    def action_zen(self) -> None:
        self.screen.set_class(not self.screen.has_class("-zen"), "-zen")
        self.screen.pane.focus()

    # widths
    def action_pane_width(self, command: str) -> None:
        """Make the list that has the focus wider, narrower, or as wide as usual."""
        by = {"wider-pane": STEP, "narrower-pane": -STEP}.get(command)
        shelf = self.screen.shelf
        pane = shelf if shelf.has_focus else self.screen.side
        self._wish(pane is shelf, 0 if by is None else pane.outer_size.width + by)

    def drag_edge(self, pane: Widget, column: int) -> None:
        """The edge of a list is wanted at that column of the screen."""
        if pane is self.screen.shelf:
            self._wish(True, max(1, column + 1))
        else:
            self._wish(False, max(1, self.screen.size.width - column))

    def _wish(self, for_shelf: bool, cells: int) -> None:
        if self.is_tiny:
            return
        columns = self.screen.size.width
        wished = self._wished._replace(**{"shelf" if for_shelf else "side": cells})
        granted = widths(columns, wished)
        self._wished = Widths(wished.shelf and granted.shelf, wished.side and granted.side)
        self._share(columns)

    def remember(self) -> None:
        """Keep the widths for the next time."""
        if self._wished != self.screen.start.widths:
            Memory().remember_widths(*self._wished)
