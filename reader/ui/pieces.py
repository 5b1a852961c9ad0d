"""Runs of text with roles, of which rows are made.  A role is a meaning (“title”) with a look in looks.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.width import cells

Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one row: text and the roles it plays, weakest first."""

    text: str
    roles: Roles = ()


def clipped(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    kept = used = 0
    while kept < len(text) and used + cells(text[kept]) < width:
        used += cells(text[kept])
        kept += 1
    return text[:kept].rstrip() + "…"


def total(pieces: Sequence[Piece]) -> int:
    """Cells that the pieces take."""
    return sum(cells(piece.text) for piece in pieces)
