"""The bottom line: what the keys do here, or the chord that is going on; at the right where you are."""

from __future__ import annotations

from typing import Any

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.text.width import cells
from reader.ui.commands import Command
from reader.ui.keymap import Pressed, spelled
from reader.ui.painting import Palette
from reader.ui.pieces import Piece, clipped, total

SHORTEST = 16
"""Cells of what happened, for whose sake rather the end of the line is cut off."""


class StatusBar(Widget):
    """Shows values given to it; decides nothing."""

    ALLOW_SELECT = False

    commands: reactive[tuple[Command, ...]] = reactive(())
    pending: reactive[Pressed] = reactive(Pressed())
    said: reactive[str] = reactive("")
    """What just happened; stands in place of the hints."""
    mode: reactive[str] = reactive("")
    """"SELECT" while there is a caret."""
    state: reactive[str] = reactive("")
    """At the right: place in the article, hits, progress of work."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.palette = Palette(self)

    def notify_style_update(self) -> None:
        self.palette.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        state = Piece(clipped(f"  {self.state}  ? help ", width), ("muted",))
        left: list[Piece] = [Piece(f" {self.mode} ", ("mode",))] if self.mode else []
        for piece_pair in self._hints(width - total([*left, state])):
            if total([*left, *piece_pair, state]) > width:
                break
            left += piece_pair
        gap = Piece(" " * (width - total([*left, state])))
        return self.palette.strip([*left, gap, state], width)

    def _hints(self, room: int) -> list[list[Piece]]:
        if self.pending.pending:
            said = [[Piece(f" {self.pending.pending} ", ("pending",))]]
            return said + [
                [Piece(f" {key} ", ("key",)), Piece(title, ("muted",))] for key, title in self.pending.choices
            ]
        if self.said:
            return [[Piece(" " + _shortened(self.said, max(8, room - 1)), ("key",))]]
        firsts = {command.hint: command for command in reversed(self.commands)}
        return [
            [Piece(f" {spelled(command.keys[0])} ", ("key",)), Piece(command.hint, ("muted",))]
            for command in self.commands
            if command.hint and command is firsts[command.hint] and command.id != "help"
        ]


def _shortened(said: str, room: int) -> str:
    """What happened may lose its end; what to press next, behind the first “  ·”, stays if it can."""
    happened, gap, keys = said.partition("  · ")
    left = room - cells(gap + keys)
    return clipped(happened, left) + gap + keys if gap and left >= SHORTEST else clipped(said, room)
