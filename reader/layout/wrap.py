"""Text in, rows out: where a paragraph breaks at a given width.

Greedy, with blanks hanging over the margin (as `pre-wrap` does), so that every character belongs to exactly one row;
never inside a grapheme; East Asian text between any two characters but those that may not start or end a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.text import Span
from reader.text.scripts import is_unspaced
from reader.text.width import TAB, Cluster, cells, graphemes, is_narrow

_ZERO_WIDTH_SPACE = "\u200b"
BLANKS = " \t\u2002\u2003\u2009\u3000" + _ZERO_WIDTH_SPACE
"""What may hang over the margin at the end of a row."""
_DIVISION = re.compile(r"(?<=[^\W\d_])[-/\u2010–\u00ad](?=[^\W\d_])|(?<=\S)—(?=\S)")
"""A word may be divided behind these signs."""
_NOT_AT_START = "、。，．：；！？）］｝〉》」』】〕〗’”…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〻,.:;!?)]}%°"
_NOT_AT_END = "（［｛〈《「『【〔〖‘“([{"
_PLENTY = 4
"""Words of a row that can do without its last."""
_ORPHAN = 6
"""Cells of a word that is too short to stand alone in a paragraph's last row."""
_FEWEST_SIGNS = 3
"""Signs of Chinese or Japanese, punctuation apart, that may stand alone there."""


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
    cut = max(start, line.rfind(" ", start, end) + 1)
    for division in _DIVISION.finditer(line, cut, end + 1):
        cut = division.end()
    return cut if line[start:cut].strip(" ") else end


def _wide_rows(line: str, width: int) -> Iterator[Span]:
    """The exact way, cluster by cluster."""
    clusters = graphemes(line)
    divisions = {division.end() for division in _DIVISION.finditer(line)}
    first = 0
    while first < len(clusters):
        behind = _row_end(line, clusters, divisions, first, width)
        yield Span(clusters[first][0], clusters[behind - 1][1])
        first = behind
    if not clusters:
        yield Span(0, 0)


def _row_end(line: str, clusters: list[Cluster], divisions: set[int], first: int, width: int) -> int:
    """Which cluster opens the row after the one that `first` opens."""
    column, best = 0, first
    has_words = False
    for index in range(first, len(clusters)):
        start, end, taken = clusters[index]
        is_blank = not line[start:end].strip(BLANKS)
        column += TAB - column % TAB if line[start] == "\t" else taken
        if column > width and index > first and not is_blank:
            return best if best > first else index
        has_words = has_words or not is_blank
        if has_words and (end in divisions or _may_break(line, clusters[index : index + 2])):
            best = index + 1
    return len(clusters)


def _may_break(line: str, neighbours: list[Cluster]) -> bool:
    """May a row end between two neighbouring clusters, word divisions apart?"""
    here, after = (line[start:end] for start, end, _ in neighbours) if len(neighbours) == 2 else ("", "")
    if not after.strip(BLANKS):
        return False
    if not here.strip(BLANKS) or here.endswith(_ZERO_WIDTH_SPACE):
        return True
    is_wide = any(taken == 2 for _, _, taken in neighbours)
    is_in_word = (_is_hangul(here[0]) and after[0].isalnum()) or (_is_hangul(after[0]) and here[0].isalnum())
    if is_in_word and not (is_unspaced(here[0]) or is_unspaced(after[0])):
        return False
    return is_wide and here[0] not in _NOT_AT_END and after[0] not in _NOT_AT_START


def _is_hangul(character: str) -> bool:
    """Korean is written with blanks between words, and broken there."""
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff" or "\u3131" <= character <= "\u318e"


def _keep_company(line: str, rows: list[Span]) -> None:
    """Let the row before give something to the last row, if that would be one short word or sign alone."""
    before, last = rows[-2:]
    is_unspaced_text = is_unspaced(line[last.start]) and is_unspaced(line[before.end - 1])
    cut = (_last_signs if is_unspaced_text else _last_word)(line, before, last)
    is_half_full = cut - before.start > before.length // 2
    if cut < before.end and is_half_full and cells(line[cut : last.end]) < cells(before.of(line).rstrip()):
        rows[-2:] = [Span(before.start, cut), Span(cut, last.end)]


def _last_word(line: str, before: Span, last: Span) -> int:
    """Where a row's last word begins, if it has plenty and the last row needs it; else the end of the row."""
    words = [word for word in before.of(line).split(" ") if word]
    alone = last.of(line).rstrip()
    if " " in alone or cells(alone) > _ORPHAN or len(words) < _PLENTY or not before.of(line).endswith(" "):
        return before.end
    cut = line.rindex(words[-1], before.start, before.end)
    return before.end if is_unspaced(line[cut]) else cut


def _last_signs(line: str, before: Span, last: Span) -> int:
    """Where so many of a row's signs begin that the last row has enough with them; else the end of the row."""
    found = _signs(last.of(line))
    clusters = [(before.start + start, before.start + end, taken) for start, end, taken in graphemes(before.of(line))]
    for index in range(len(clusters) - 1 if found < _FEWEST_SIGNS else 0, 0, -1):
        start, end, _ = clusters[index]
        found += _signs(line[start:end])
        if found >= _FEWEST_SIGNS and _may_break(line, clusters[index - 1 : index + 1]):
            return start
    return before.end


def _signs(text: str) -> int:
    """How many characters mean something, punctuation and blanks apart."""
    return sum(sign not in _NOT_AT_START and sign not in _NOT_AT_END and not sign.isspace() for sign in text)
