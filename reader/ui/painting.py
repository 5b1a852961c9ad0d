"""Runs of text with roles in, strips of styled cells out."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.widget import Widget

from reader.text.width import cells
from reader.ui.looks import LOOKS
from reader.ui.pieces import Piece, Roles


class Palette:
    """The styles of roles on one widget's background; combinations are made once and kept."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[Roles, Style] = {}
        self._parts: dict[str, VisualStyle] = {}

    def forget(self) -> None:
        """Call when the theme may have changed (`notify_style_update`)."""
        self._styles.clear()
        self._parts.clear()

    def style(self, roles: Roles = ()) -> Style:
        """The widget's own style with each role laid over it in turn."""
        found = self._styles.get(roles)
        if found is None:
            visual = self._widget.visual_style
            for role in roles:
                visual += self._part(role)
            found = self._styles[roles] = visual.rich_style
        return found

    def _part(self, role: str) -> VisualStyle:
        """Only what the role itself sets.

        Not component classes: Textual computes all of a widget's at every change of any style, 60 roles in six panes
        took longer than everything else at the start.
        """
        part = self._parts.get(role)
        if part is None:
            app = self._widget.app
            part = VisualStyle.parse(LOOKS[role], app.theme_variables)
            self._parts[role] = part = part + _sign(role) if app.no_color else part
        return part

    def strip(self, pieces: Iterable[Piece], width: int, fill: Roles = ()) -> Strip:
        """One row of exactly `width` cells: pieces from the left, cut or filled at the right."""
        segments: list[Segment] = []
        used = 0
        for piece in pieces:
            if piece.text:
                segments.append(Segment(piece.text, self.style(piece.roles)))
                used += cells(piece.text)
        if used < width:
            segments.append(Segment(" " * (width - used), self.style(fill)))
            return Strip(segments, width)
        strip = Strip(segments, used)
        return strip if used == width else strip.crop(0, width)


def _sign(role: str) -> VisualStyle:
    """Without colours, what they say is said by lines and reversal."""
    if role in ("selection", "hit-current", "cursor"):
        return VisualStyle(reverse=True)
    return VisualStyle(underline=role.startswith("annotation-") or role in ("speaker", "hit") or None)
