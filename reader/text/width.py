"""Cells of a terminal: how wide text is and where a caret may stand in it.

Text in, columns and grapheme clusters out.  The only place that knows widths: the table is Rich's, because Rich paints,
and it is imported only for text that needs it (Western text never does).

text    a   e + U+0301   👨 + ZWJ + 👩   世
cells   1        1             2         2
"""

from __future__ import annotations

import re

TAB = 8
"""Cells from one tab stop to the next."""

_NARROW = re.compile(
    "["
    "\x20-\x7e\xa0-\xac\xae-\u02ff"  # Latin and phonetic letters, without the soft hyphen
    "\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"  # Greek, Cyrillic
    "\u0531-\u0556\u0561-\u0586\u10d0-\u10fa"  # Armenian, Georgian
    "\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u0660-\u066f"  # Hebrew and Arabic letters and digits, unpointed
    "\u1e00-\u1eff\u2010-\u2027\u202f\u2030-\u205e"  # Latin with accents, dashes, quotation marks, ellipsis
    "\u2070\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u218b\u2190-\u21ff"  # raised and lowered, money, arrows
    "\u2200-\u22ff\u2400-\u2426\u2500-\u25fc\ufffd"  # mathematics, control pictures, lines and boxes
    "]*"
)
"""Text of code points that are surely one cell each and stand alone.  Leaving some out costs time, never a mistake."""

_JOINERS = "\u200d\ufe0f"
_EMOJI = re.compile("[\xa9\xae\u203c-\u3299\U0001f000-\U0001faff](?=.*[\u200d\ufe0f\U0001f3fb-\U0001f3ff])")

Cluster = tuple[int, int, int]
"""(start, end, cells) of one grapheme: what the caret steps over and what must not be torn apart."""


def is_narrow(text: str) -> bool:
    """True if every code point is one cell and one grapheme, so that columns are indexes."""
    return _NARROW.fullmatch(text) is not None


def cells(text: str) -> int:
    """Cells that `text` takes when it starts in column 0."""
    return len(text) if is_narrow(text) else sum(cluster[2] for cluster in graphemes(text))


def graphemes(text: str, column: int = 0) -> list[Cluster]:
    """The clusters of `text`, in order and without gaps, when its first character stands in `column`.

    A cluster of no cells is joined to the one before, or else after it, so that every cluster has cells of its own
    unless the whole text has none.  A tab reaches to the next multiple of 8.
    """
    if is_narrow(text):
        return [(index, index + 1, 1) for index in range(len(text))]
    clusters: list[Cluster] = []
    for start, end, width in _split(text):
        if text[start] == "\t":
            width = TAB - column % TAB
        column += width
        if clusters and (not width or not clusters[-1][2]):
            first, _, before = clusters.pop()
            clusters.append((first, end, before + width))
        else:
            clusters.append((start, end, width))
    return clusters


def grapheme_starts(text: str) -> list[int]:
    """Where the clusters of `text` start."""
    return list(range(len(text))) if is_narrow(text) else [start for start, _, _ in graphemes(text)]


def painted(cluster: str, width: int) -> str:
    """What to send to a terminal for a cluster of `width` cells.

    Terminals disagree about emoji that are joined, coloured or made wide by what follows them: of those only the first
    sign is shown.  A tab becomes blanks.
    """
    if len(cluster) == 1 and cluster != "\t":
        return cluster
    if not width:
        return ""
    if "\t" in cluster:
        return " " * width
    shown = cluster[0] if _EMOJI.match(cluster) else cluster.strip(_JOINERS)
    while cells(shown) > width:
        shown = shown[:-1]
    return shown + " " * (width - cells(shown))


def _split(text: str) -> list[Cluster]:
    """Rich's clusters, with every tab on its own."""
    from rich.cells import split_graphemes

    clusters: list[Cluster] = []
    base = 0
    for part in text.split("\t"):
        if base:
            clusters.append((base - 1, base, 0))
        clusters += [(base + start, base + end, width) for start, end, width in split_graphemes(part)[0]]
        base += len(part) + 1
    return clusters
