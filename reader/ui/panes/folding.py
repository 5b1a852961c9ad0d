"""Words of a card folded into a few rows."""

from __future__ import annotations

from reader.layout.wrap import wrap
from reader.ui.pieces import clipped


def folded(text: str, width: int, most: int) -> list[str]:
    """`text` on at most `most` rows of `width` cells, with an ellipsis where something was left out."""
    flat = " ".join(text.split())
    rows = [flat[line.start : line.end].rstrip() for line in wrap(flat, max(4, width))]
    if len(rows) > most:
        rows = rows[:most]
        rows[-1] = clipped(rows[-1] + " " * width, width)
    return rows
