"""Textual's driver for a terminal on which the first page stands already: it is painted over, not cleared."""

from __future__ import annotations

import select
from typing import TYPE_CHECKING, cast

from textual.drivers.linux_driver import LinuxDriver

from reader.ui.first_page import ALTERNATE_SCREEN

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class SeamlessDriver(LinuxDriver):
    """Takes the terminal over from the first page; later (after a suspension) as Textual does."""

    _keeps_screen = False

    def start_application_mode(self) -> None:
        page = cast("ReaderApp", self._app).first_page
        taking_over = page is not None and page.on_screen
        self._keeps_screen = taking_over
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves this one untyped
        self._keeps_screen = False
        if page is not None and taking_over:
            self.attrs_before = page.hand_over()

    @property
    def is_gone(self) -> bool:
        """Whether whoever held the other end of the terminal has let go of it: nobody will press a key again."""
        asked = select.poll()
        asked.register(self.fileno, 0)  # a hang-up is told without being asked for
        return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in asked.poll(0))

    def write(self, data: str) -> None:
        if not (self._keeps_screen and data == ALTERNATE_SCREEN):
            super().write(data)
