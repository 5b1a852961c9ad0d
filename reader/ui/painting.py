"""Runs of text with roles in, strips of styled cells out."""

from __future__ import annotations

from collections.abc import Iterable

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.widget import Widget

from reader.text.width import cells
from reader.ui.contrast import readable
from reader.ui.looks import ANSI, DECORATION, LOOKS, SIGNS
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
        """The widget's own style with each role laid over it in turn, readable whatever that comes to."""
        found = self._styles.get(roles)
        if found is None:
            visual = self._widget.visual_style
            for role in roles:
                visual += self._part(role)
            found = visual.rich_style if DECORATION.intersection(roles) else _readable(visual.rich_style)
            self._styles[roles] = found
        return found

    def _part(self, role: str) -> VisualStyle:
        """Only what the role itself sets.

        Not component classes: Textual computes all of a widget's at every change of any style, 60 roles in six panes
        took longer than everything else at the start.
        """
        part = self._parts.get(role)
        if part is None:
            app = self._widget.app
            look = ANSI.get(role, LOOKS[role]) if app.native_ansi_color else LOOKS[role]
            sign = SIGNS.get(role, "") if app.no_color else ""
            if "reverse" in sign:  # of what lies below, and not of colours of its own
                look = ""
            part = VisualStyle.parse(look, app.theme_variables) + VisualStyle.parse(sign)
            self._parts[role] = part
        return part

    def strip(self, pieces: Iterable[Piece], width: int, fill: Roles = (), bar: Piece | None = None) -> Strip:
        """One row of exactly `width` cells: pieces from the left, cut or filled at the right, with `bar` (one cell)
        in the last one.
        """
        edge = [] if bar is None else [Segment(bar.text, self.style(bar.roles))]
        room = width - len(edge)
        segments: list[Segment] = []
        used = 0
        for piece in pieces:
            if piece.text:
                segments.append(Segment(piece.text, self.style(piece.roles)))
                used += cells(piece.text)
        if used < room:
            segments.append(Segment(" " * (room - used), self.style(fill)))
        elif used > room:
            segments = [*Strip(segments, used).crop(0, room)]
        return Strip(segments + edge, width)


def _readable(style: Style) -> Style:
    """The letters moved towards black or white until they can be read; the terminal's own colours are left alone."""
    front, behind = style.color, style.bgcolor
    if front is None or behind is None or not (front.triplet and behind.triplet):
        return style
    moved = readable(front.triplet, behind.triplet)
    return style if moved == tuple(front.triplet) else style + Style(color=Color.from_rgb(*moved))
