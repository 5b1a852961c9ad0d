"""The palette: every command with its key, every article, tag and speaker, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.text.width import cells
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.matching import best_matches
from reader.ui.pieces import clipped

MOST_SHOWN = 50
WIDTH, FRAME = 64, 6
"""Cells of the dialog, as the stylesheet has it, and what its border and scroll bar take of them."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Something to be found: what it is called, what stands at the right, and the value to answer with."""

    label: str
    aside: str
    value: object


class PaletteDialog(Dialog[object]):
    """Answers with the chosen entry's value."""

    def __init__(self, entries: Sequence[PaletteEntry]) -> None:
        super().__init__()
        self._entries = {f"{entry.label}": entry for entry in reversed(entries)}
        self._labels = [entry.label for entry in entries]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = "Commands, articles, speakers, tags"
            yield Input(placeholder="a few letters of it", select_on_focus=False)
            yield OptionList()

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._show("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def choose(self) -> None:
        matches = self.query_one(OptionList)
        if matches.highlighted is not None:
            self._answer(matches.get_option_at_index(matches.highlighted))

    @on(OptionList.OptionSelected)
    def choose_clicked(self, event: OptionList.OptionSelected) -> None:
        self._answer(event.option)

    def on_key(self, event: events.Key) -> None:
        matches = self.query_one(OptionList)
        moves: dict[str, Callable[[], None]] = {
            "down": matches.action_cursor_down,
            "up": matches.action_cursor_up,
            "pagedown": matches.action_page_down,
            "pageup": matches.action_page_up,
        }
        if event.key in moves:
            moves[event.key]()
            event.stop()
            event.prevent_default()

    def _answer(self, option: Option) -> None:
        self.dismiss(self._entries[str(option.id)].value)

    def _show(self, typed: str) -> None:
        matches = self.query_one(OptionList)
        matches.clear_options()
        found = best_matches(typed, self._labels, MOST_SHOWN)
        for label in dict.fromkeys(found):
            matches.add_option(Option(self._row(self._entries[label]), id=label))
        matches.highlighted = 0 if found else None
        self.query_one(Vertical).border_subtitle = "" if found else "nothing is called that"

    def _row(self, entry: PaletteEntry) -> Content:
        """One line, the key at its right end."""
        room = min(WIDTH, self.app.size.width * 96 // 100) - FRAME
        label = clipped(entry.label, max(8, room - 2 - cells(entry.aside)))
        gap = " " * max(1, room - cells(label) - cells(entry.aside))
        return Content(label + gap + entry.aside)
