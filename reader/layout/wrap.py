"""Text in, rows out: where a paragraph breaks at a given width.

Greedy, with blanks hanging over the margin (as `pre-wrap` does), so that every character belongs to exactly one row;
never inside a grapheme; East Asian text between any two characters but those that may not start or end a row.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.text import Span
from reader.text.width import TAB, Cluster, cells, graphemes, is_narrow

_ZERO_WIDTH_SPACE = "\u200b"
_BLANKS = " \t\u2002\u2003\u2009\u3000" + _ZERO_WIDTH_SPACE
_BREAK_BEHIND = "-–—/\u2010\u00ad"
"""A word may be divided behind these, if a letter follows."""
_NOT_AT_START = "、。，．：；！？）］｝〉》」』】〕〗’”…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〻,.:;!?)]}%°"
_NOT_AT_END = "（［｛〈《「『【〔〖‘“([{"
_ORPHAN = 6
"""Cells of a word that is too short to stand alone in a paragraph's last row."""


def wrap(text: str, width: int, *, prose: bool = True) -> list[Span]:
    """The rows of `text` at `width` cells (at least 2): neighbouring spans, a newline ending the row before it.

    A row is wider only by blanks at its end or if a single grapheme is.  A newline is in no row.  `prose` avoids a
    short word alone in the last row.
    """
    rows: list[Span] = []
    start = 0
    for line in text.split("\n"):
        found = list(_narrow_rows(line, width) if is_narrow(line) else _wide_rows(line, width))
        if prose and len(found) > 1:
            _keep_company(line, found)
        rows += [Span(start + row.start, start + row.end) for row in found]
        start += len(line) + 1
    return rows


def _narrow_rows(line: str, width: int) -> Iterator[Span]:
    """The fast way, where characters are cells."""
    start, length = 0, len(line)
    while length - start > width:
        cut = _break_behind(line, start, width)
        while cut < length and line[cut] == " ":
            cut += 1
        yield Span(start, cut)
        start = cut
    if start < length or not length:
        yield Span(start, length)


def _break_behind(line: str, start: int, width: int) -> int:
    """The last place to break so that what stands before it, without blanks at its end, fits."""
    end = start + width
    if line[end] == " ":
        return end
    cut = line.rfind(" ", start, end) + 1
    for sign in _BREAK_BEHIND:
        at = line.rfind(sign, max(cut, start), end)
        # "--", "3-4" and "-x" are not divided
        if at > start and line[at - 1].isalpha() and line[at + 1].isalpha():
            cut = max(cut, at + 1)
    if cut <= start or not line[start:cut].strip(" "):
        return end
    return cut


def _wide_rows(line: str, width: int) -> Iterator[Span]:
    """The exact way, cluster by cluster."""
    clusters = graphemes(line)
    first = 0
    while first < len(clusters):
        behind = _row_end(line, clusters, first, width)
        yield Span(clusters[first][0], clusters[behind - 1][1])
        first = behind
    if not clusters:
        yield Span(0, 0)


def _row_end(line: str, clusters: list[Cluster], first: int, width: int) -> int:
    """Which cluster opens the row after the one that `first` opens."""
    column, best = 0, first
    for index in range(first, len(clusters)):
        start, end, taken = clusters[index]
        column += TAB - column % TAB if line[start] == "\t" else taken
        if column > width and index > first and line[start:end].strip(_BLANKS):
            return best if best > first else index
        if index + 1 < len(clusters) and _may_break(line, clusters[index], clusters[index + 1]):
            best = index + 1
    return len(clusters)


def _may_break(line: str, left: Cluster, right: Cluster) -> bool:
    """May a row end between two neighbouring clusters?"""
    here, after = line[left[0] : left[1]], line[right[0] : right[1]]
    if not after.strip(_BLANKS):
        return False
    if not here.strip(_BLANKS) or here.endswith(_ZERO_WIDTH_SPACE):
        return True
    if here in _BREAK_BEHIND:
        return after.isalpha() and left[0] > 0
    return 2 in (left[2], right[2]) and here[0] not in _NOT_AT_END and after[0] not in _NOT_AT_START


def _keep_company(line: str, rows: list[Span]) -> None:
    """Take a word from the row before, if the last row would be one short word and the one before has plenty."""
    before, last = rows[-2:]
    alone = last.of(line).rstrip()
    if " " in alone or cells(alone) > _ORPHAN or before.of(line).count(" ") < 3 or not before.of(line).endswith(" "):
        return
    cut = before.of(line).rstrip().rfind(" ") + 1
    if cut > before.length // 2:
        rows[-2:] = [Span(before.start, before.start + cut), Span(before.start + cut, last.end)]
