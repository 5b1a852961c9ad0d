"""List items: a bullet needs a neighbour, a number or letter needs its neighbour in sequence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.sources.structure.draft import Draft

_BULLETS = "-*•‣◦▪●–·∙"
_SURE_BULLETS = "•‣◦▪●∙"
_MARKER = re.compile(
    rf"(?:[{_BULLETS}]|\(?(?:\d{{1,3}}|[a-zA-Z])(?:[.)]|、))(?P<space>[ \t\u00a0\u3000]+|(?<=、))(?=\S)"
)
_BEHIND_LETTER = ".)、"
# Two items may have one line between them that belongs to the first.
_REACH = 2


@dataclass(frozen=True, slots=True)
class _Marked:
    index: int
    place: tuple[int, int]
    content: int
    sign: str
    ordinal: int | None
    """The number, or the letter's code; None for bullets."""


def mark_lists(source: str, drafts: list[Draft]) -> None:
    """Turn drafts that begin with a marker into items where their neighbours agree."""
    marked = list(filter(None, (_marked(source, index, draft) for index, draft in enumerate(drafts))))
    confirmed = {one.index: one for one in marked if one.sign in _SURE_BULLETS}
    for one, other in pairwise(marked):
        if _are_near(drafts, one, other) and _follows(one, other):
            confirmed |= {one.index: one, other.index: other}
    for index, one in confirmed.items():
        drafts[index].become_item(source, one.place, one.content)


def shown_marker(written: str) -> str:
    """What a reader sees before an item: one round bullet for all, numbers and dashes as written."""
    return "•" if written in "*-‣●∙·" else written


def _marked(source: str, index: int, draft: Draft) -> _Marked | None:
    if draft.text[0].isalpha() and draft.text[1:2] not in _BEHIND_LETTER:
        return None  # as nearly every paragraph begins
    found = _MARKER.match(source, *draft.pieces[0])
    if not found:
        return None
    start, end = found.start(), found.start("space")
    sign = source[start:end].strip("().、") or source[start:end]
    ordinal = int(sign) if sign.isdecimal() else ord(sign) if sign.isalpha() else None
    return _Marked(index, (start, end), found.end(), sign, ordinal)


def _are_near(drafts: list[Draft], one: _Marked, other: _Marked) -> bool:
    """Side by side, or with one block between them that goes on with the first (and is not the text of a heading)."""
    if other.index - one.index < _REACH:
        return True
    return other.index - one.index == _REACH and not (drafts[one.index].size <= 12 and drafts[one.index + 1].is_prose)


def _follows(one: _Marked, other: _Marked) -> bool:
    if one.ordinal is None or other.ordinal is None:
        return one.sign == other.sign
    return one.sign.isdecimal() == other.sign.isdecimal() and other.ordinal == one.ordinal + 1
