"""Text without the differences that do not matter: text in, folded text and the way back out.

text     “Rates   rose,”          folded   "rates rose,"
                                  places   0 1 2 3 4 5 6 9 10 11 …   (one per folded character, and the end)

Re-saving a page changes quotes, dashes and spaces; a passage has not changed by that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.text import Span

_SAME = str.maketrans(
    dict.fromkeys("“”„‟«»″〝〞", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-") | {"…": "."}
)
_GAP = re.compile(r"[\s\u200b\u00ad\ufeff]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with, for every folded character and for the end, its offset in the text it came from."""

    text: str
    places: tuple[int, ...]

    def source_span(self, start: int, end: int) -> Span:
        """The span of the unfolded text that folded `[start, end)` stands for."""
        first = self.places[start]
        return Span(first, max(first, self.places[end - 1] + 1 if end > start else first))


def fold(text: str) -> Folded:
    """`text` with one kind of quotes and dashes, runs of white space as one space; upper and lower case stay."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for gap in _GAP.finditer(text):
        pieces.append(text[at : gap.start()])
        places.extend(range(at, gap.start()))
        if not gap.group().strip("\u200b\u00ad\ufeff"):
            at = gap.end()
            continue
        pieces.append(" ")
        places.append(gap.start())
        at = gap.end()
    pieces.append(text[at:])
    places.extend(range(at, len(text) + 1))
    return Folded("".join(pieces).translate(_SAME), tuple(places))
