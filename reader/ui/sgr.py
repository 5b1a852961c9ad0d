"""Roles as a terminal's own words for colours and letters (SGR): what Textual makes of looks.py, without Textual.

ECMA-48, Select Graphic Rendition; 38;2;r;g;b and 38;5;n as in ISO 8613-6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.ui import looks
from reader.ui.pieces import Piece, Roles

_ATTRIBUTES = {"bold": "1", "italic": "3", "underline": "4", "reverse": "7", "strike": "9"}
Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Colors:
    """Colours by name, and how many the terminal knows."""

    named: Mapping[str, str]
    """As #rrggbb."""
    many: bool = True
    """True for 16 million, False for 256."""


def colors_of(theme: str, environment: Mapping[str, str]) -> Colors | None:
    """The colours for a theme of ours ("" is the first one); None for others and for terminals with fewer than 256."""
    ours = {"": looks.LAMP, "lamp": looks.LAMP, "paper": looks.PAPER}.get(theme)
    if ours is None or environment.keys() & {"NO_COLOR", "TEXTUAL_COLOR_SYSTEM"}:
        return None
    named = {**ours, **looks.variables(dark=ours is looks.LAMP)}
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Colors(named)
    return Colors(named, many=False) if environment.get("TERM", "").endswith("-256color") else None


class Sgr:
    """Writes pieces in colours; sequences are made once for each combination of roles."""

    def __init__(self, colors: Colors) -> None:
        self._colors = colors
        self._made: dict[Roles, str] = {}

    def text(self, pieces: Iterable[Piece]) -> str:
        return "".join(self._style(piece.roles) + piece.text for piece in pieces) + "\x1b[0m"

    def blank(self, cells: int) -> str:
        """Nothing, on the colour of panels."""
        return f"\x1b[0;{self._color(48, self._rgb('panel'))}m" + " " * cells if cells else ""

    def _style(self, roles: Roles) -> str:
        if roles not in self._made:
            self._made[roles] = self._sequence(roles)
        return self._made[roles]

    def _sequence(self, roles: Roles) -> str:
        background, color, strength = self._rgb("background"), self._rgb("foreground"), 100
        attributes: list[str] = []
        for role in roles:
            before, _, behind = f" {looks.LOOKS[role]} ".partition(" on ")
            for word in before.split():
                if word in _ATTRIBUTES:
                    attributes.append(_ATTRIBUTES[word])
                elif word.startswith("$"):
                    color, strength = self._rgb(word[1:]), 100
                else:
                    strength = int(word.rstrip("%"))
            if behind.strip():
                background = self._rgb(behind.strip()[1:])
        front = _blended(background, color, strength)
        codes = ["0", *dict.fromkeys(attributes), self._color(38, front), self._color(48, background)]
        return f"\x1b[{';'.join(codes)}m"

    def _rgb(self, name: str) -> Rgb:
        value = int(self._colors.named[name][1:], 16)
        return value >> 16, value >> 8 & 0xFF, value & 0xFF

    def _color(self, which: int, rgb: Rgb) -> str:
        if self._colors.many:
            return f"{which};2;{rgb[0]};{rgb[1]};{rgb[2]}"
        from rich.color import Color, ColorSystem

        return f"{which};5;{Color.from_rgb(*rgb).downgrade(ColorSystem.EIGHT_BIT).number}"


def _blended(background: Rgb, color: Rgb, percent: int) -> Rgb:
    """`color` with that opacity, as Textual rounds it."""
    r, g, b = (int(low + (high - low) * percent / 100) for low, high in zip(background, color, strict=True))
    return r, g, b
