"""What has become of a passage's words: the words as marked and as they stand now in, pieces to show out.

Rates [rose] {were raised} again      [gone] {new}
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_PIECE = re.compile(r"\s*\S+")


class Fate(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Wording:
    """Some words in a row, with the space before them, and what has become of them."""

    fate: Fate
    text: str


def compared(marked: str, present: str) -> tuple[Wording, ...]:
    """The words of both, word by word; gone ones before the new ones in their place."""
    from rapidfuzz.distance import Indel

    old, new = _PIECE.findall(marked), _PIECE.findall(present)
    blocks = Indel.opcodes([word.strip() for word in old], [word.strip() for word in new]).as_matching_blocks()
    pieces: list[Wording] = []
    at, place = 0, 0
    for block in blocks:  # the last one is empty and stands at the end
        pieces.append(Wording(Fate.GONE, "".join(old[at : block.a])))
        pieces.append(Wording(Fate.NEW, "".join(new[place : block.b])))
        pieces.append(Wording(Fate.SAME, "".join(new[block.b : block.b + block.size])))
        at, place = block.a + block.size, block.b + block.size
    return tuple(piece for piece in pieces if piece.text)
