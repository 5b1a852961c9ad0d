"""How well letters can be told from what is behind them, and letters that can be.

Colours in, ratios and colours out.  Relative luminance and contrast as WCAG 2.2 defines them (success criterion 1.4.3:
at least 4.5 for text).  Pure, so that it holds wherever colours come from.
"""

from __future__ import annotations

from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]

READABLE = 4.5
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_STEPS = 20
"""Parts of the way to black or white in which letters are moved."""


def contrast(one: Rgb, other: Rgb) -> float:
    """From 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(letters: Rgb, behind: Rgb, least: float = READABLE) -> Rgb:
    """The colour nearest to `letters`, on its way to black or white, that can be read on `behind`."""
    goal = max(_BLACK, _WHITE, key=lambda pole: contrast(pole, behind))
    for step in range(_STEPS):
        moved = _between(letters, goal, step / _STEPS)
        if contrast(moved, behind) >= least:
            return moved
    return goal


def _between(one: Rgb, other: Rgb, part: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(color: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
