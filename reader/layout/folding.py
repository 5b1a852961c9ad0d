"""Stretches of site furniture and front matter that are shown as one row."""

from __future__ import annotations

from reader.article import Blocks, Kind
from reader.layout.row import Decoration, Row
from reader.text import Span

_FOLDED = {Kind.CHROME: "site furniture", Kind.FRONT_MATTER: "front matter"}
_FEWEST = 2
"""Lines that are worth a fold."""


def can_fold(blocks: Blocks) -> bool:
    """Whether there is anything worth a fold, as far as the blocks are known."""
    folds = Folds(blocks)
    return any(block.kind in _FOLDED and folds.around(index) is not None for index, block in enumerate(blocks))


class Folds:
    """Which blocks fold together; found once for every stretch."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._known: dict[int, range] = {}

    def around(self, index: int) -> range | None:
        """The blocks that fold into one row with block `index`; None if it is shown as it is."""
        if self._blocks[index].kind not in _FOLDED:
            return None
        if index not in self._known:
            stretch = self._stretch(index)
            self._known.update(dict.fromkeys(stretch, stretch))
        stretch = self._known[index]
        return stretch if self._lines(stretch) >= _FEWEST else None

    def row(self, stretch: range) -> Row:
        """The one row that stands for all of `stretch`."""
        first, last = self._blocks[stretch[0]], self._blocks[stretch[-1]]
        text = f"··· {self._lines(stretch)} lines of {_FOLDED[first.kind]} ···"
        return Row(first, Span(first.span.start, last.span.end), (Decoration(text, "fold"),))

    def _lines(self, stretch: range) -> int:
        return sum(len(self._blocks[index].pieces) for index in stretch)

    def _stretch(self, index: int) -> range:
        kind = self._blocks[index].kind
        first = last = index
        while first > 0 and self._blocks[first - 1].kind is kind:
            first -= 1
        while self._blocks.has(last + 1) and self._blocks[last + 1].kind is kind:
            last += 1
        return range(first, last + 1)
