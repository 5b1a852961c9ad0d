"""What all dialogs share: a box in the middle, escape to leave without an answer."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip

from reader.ui.stylesheets import stylesheet

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """Asks one thing; the answer is None if the user left."""

    CSS_PATH = stylesheet("dialogs")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-middle"), (30, "-high")]  # noqa: RUF012 - Textual declares no ClassVar
    """Rows of the screen from which on the stylesheet leaves lists and passages more room."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def __init__(self) -> None:
        super().__init__()
        self._behind: list[Strip] = []
        """The screen behind the box, row by row: painted once, as nothing that happens there matters now."""
        self._behind_for = Size()

    def render_line(self, y: int) -> Strip:
        if self._behind_for != self.size or not self._behind:
            self._behind_for = self.size
            self._behind = [super(Dialog, self).render_line(row) for row in range(self.size.height)]
        return self._behind[y]

    def notify_style_update(self) -> None:
        self._behind = []
        super().notify_style_update()

    def action_leave(self) -> None:
        self.dismiss(None)
