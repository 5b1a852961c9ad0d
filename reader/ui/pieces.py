"""Runs of text with roles, of which rows are made.  A role is a meaning (“title”) with a look in looks.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.text.width import cells, graphemes

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


def fitted(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """A row of exactly `width` cells: cut at the right, or filled with blanks."""
    row: list[Piece] = []
    left = width
    for piece in pieces:
        if cells(piece.text) > left:
            piece = Piece(_first_cells(piece.text, left), piece.roles)
            row.append(piece)
            left -= cells(piece.text)
            break
        row.append(piece)
        left -= cells(piece.text)
    return [*row, Piece(" " * left)] if left else row


def slid(pieces: Sequence[Piece], shift: int, room: int, fixed: int = 0) -> list[Piece]:
    """What `room` cells show of a row that is wider: `fixed` cells as they are, then those after `shift` more.

    A sign says at each end that something is cut off.
    """
    behind = total(pieces) - shift - room
    if shift <= 0 and behind <= 0:
        return list(pieces)
    first, last = fixed + shift + (shift > 0), shift + room - (behind > 0)
    row = _between(pieces, 0, fixed)
    row += [Piece("‹", ("cut",))] if shift > 0 else []
    row += _between(pieces, first, last)
    return [*row, Piece("›", ("cut",))] if behind > 0 else row


def _between(pieces: Sequence[Piece], first: int, last: int) -> list[Piece]:
    """Some cells of a row."""
    row: list[Piece] = []
    at = 0
    for piece in pieces:
        row.append(Piece(_cells_between(piece.text, first - at, last - at), piece.roles))
        at += cells(piece.text)
    return [piece for piece in row if piece.text]


def _cells_between(text: str, first: int, last: int) -> str:
    """The characters in some cells of `text`; blanks for the half of one that is torn."""
    at = 0
    found = ""
    for start, end, width in graphemes(text):
        inside = min(at + width, last) - max(at, first)
        if inside > 0:
            found += text[start:end] if inside == width else " " * inside
        at += width
    return found


def _first_cells(text: str, width: int) -> str:
    while cells(text) > width:
        text = text[:-1]
    return text
