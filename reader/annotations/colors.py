"""The colours that highlights and tags can have, by name.  How they look is the screen's business."""

from __future__ import annotations

COLORS = ("yellow", "green", "blue", "pink", "orange", "purple", "red", "teal", "brown", "grey")


def color_named(name: str) -> str:
    """The colour called so, upper and lower case alike; ValueError, with the nearest or all of them, for none."""
    wanted = name.strip().casefold()
    if wanted in COLORS:
        return wanted
    from difflib import get_close_matches

    near = get_close_matches(wanted, COLORS, 1)
    raise ValueError(
        f"“{name}” is no colour; " + (f"did you mean {near[0]}?" if near else f"there are {', '.join(COLORS)}")
    )
