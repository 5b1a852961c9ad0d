"""Which marks of one paragraph belong together: the prices of each mark in, pairs out.

An automaton with three states walks the paragraph once: outside, inside, and inside a nested quotation.  A mark may
open, close, do both (a mark was forgotten) or be no quotation mark at all; each reading has a price, and the cheapest
way through the paragraph wins.  Why: real articles mix glyphs, forget closing marks and turn them the wrong way round;
a price list never gives up, and a walk is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

OPEN, CLOSE, NONE, TURN, DOWN, UP = range(6)
"""What one mark can be.  TURN closes one stretch and opens the next, because a mark was forgotten between them; DOWN
and UP open and close a quotation inside a quotation."""
_BACK = {OPEN: -1, CLOSE: 1, NONE: 0, TURN: 0, DOWN: -1, UP: 1}
"""Depth before a mark, less the depth behind it."""
IMPOSSIBLE = 1e9
_FORGOTTEN, _NESTING, _UNCLOSED, _NEXT_OPENS, _DEAF = 2.2, 0.6, 2.5, 0.6, 0.1
"""Prices: a forgotten mark, a nested quotation, a paragraph that ends inside, one that the next goes on with, and a
mark that is passed over inside a quotation."""

Pair = tuple[int, int, bool]
"""Start, end, and whether a mark closes it."""


class Mark(NamedTuple):
    """One mark with the prices of its readings."""

    start: int
    end: int
    opens: float
    closes: float
    ignored: float


def pairs_of(marks: Sequence[Mark], end: int, next_opens: bool) -> list[Pair]:
    """The pairs that `marks` make in a paragraph that ends at `end`; does the next one open with a mark?"""
    return _read_off(marks, _cheapest(marks, _NEXT_OPENS if next_opens else _UNCLOSED), end)


def _cheapest(marks: Sequence[Mark], unclosed: float) -> list[int]:
    """What each mark is on the cheapest way through the paragraph; `unclosed` is the price of ending inside."""
    outside, inside, nested = 0.0, IMPOSSIBLE, IMPOSSIBLE
    ways: list[tuple[int, int, int]] = []
    for mark in marks:
        out = ((outside + mark.ignored, NONE), (inside + mark.closes, CLOSE))
        within = (
            (outside + mark.opens, OPEN),
            (inside + mark.ignored + _DEAF, NONE),
            (inside + mark.opens + _FORGOTTEN, TURN),
            (nested + mark.closes, UP),
        )
        deeper = ((nested + mark.ignored + _DEAF, NONE), (inside + mark.opens + _NESTING, DOWN))
        chosen = min(out), min(within), min(deeper)
        (outside, _), (inside, _), (nested, _) = chosen
        ways.append((chosen[0][1], chosen[1][1], chosen[2][1]))
    ends = (outside, inside + unclosed, nested + unclosed + _FORGOTTEN)
    return _walked_back(ways, ends.index(min(ends)))


def _walked_back(ways: Sequence[tuple[int, int, int]], depth: int) -> list[int]:
    """The roles of the marks on the way that ends at `depth`."""
    roles = []
    for way in reversed(ways):
        role = way[depth]
        roles.append(role)
        depth += _BACK[role]
    return roles[::-1]


def _read_off(marks: Sequence[Mark], roles: Sequence[int], end: int) -> list[Pair]:
    pairs: list[Pair] = []
    opened: int | None = None
    for mark, role in zip(marks, roles, strict=True):
        if role == CLOSE and opened is not None:
            pairs.append((opened, mark.end, True))
            opened = None
        elif role == TURN and opened is not None:
            pairs.append((opened, mark.start, False))
            opened = mark.start
        elif role == OPEN:
            opened = mark.start
    if opened is not None:
        pairs.append((opened, end, False))
    return pairs
