"""What all dialogs share: a box in the middle, escape to leave without an answer."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.ui.stylesheets import stylesheet

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """Asks one thing; the answer is None if the user left."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def action_leave(self) -> None:
        self.dismiss(None)
