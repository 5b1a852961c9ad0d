"""Text made comparable: how it was typed no longer counts, and every place in it still has its place in the source.

source   “Stop …  now”        folded   "stop ... now"        (quotes, dashes, dots, white space, letters)

Search and anchors compare folded text: two copies of one article rarely agree about quotation marks and line breaks.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from reader.text.span import Span

_ALIKE = {
    "'": "‘’‚‛′ʼ`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    " ": "\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
}
_ONE_FOR_ONE = {sign: plain for plain, signs in _ALIKE.items() for sign in signs}
_ASCII = {ord(sign): plain for sign, plain in _ONE_FOR_ONE.items() if sign.isascii()}
_ONE = re.compile(f"[{re.escape(''.join(_ONE_FOR_ONE))}]")

_LONGER = {
    "…": "...",
    "‥": "..",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ß": "ss",
    "ẞ": "ss",
    "İ": "i",
}
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SPACE_OR_INVISIBLE = frozenset(" " + _INVISIBLE)
_COMBINING = frozenset(map(chr, range(0x300, 0x370)))
_MARKS = "\u0300-\u036f"
# After the first pass white space is plain spaces.
_LENGTH_CHANGES = re.compile(f"[ {_INVISIBLE}]{{2,}}|[{''.join(_LONGER)}{_INVISIBLE}]|[{_MARKS}]+")
_ASCII_LENGTH_CHANGES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and its way back.

    The text is a row of stretches, one for one with the source or replaced as a whole: stretch k begins at
    `starts[k]` here and at `sources[k]` there.  The last entry of both is the end.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def to_source(self, index: int) -> int:
        """Where folded character `index` (or the end) stands in the source; ascends with `index`."""
        return self._place(index, self.starts, self.sources)

    def to_folded(self, offset: int) -> int:
        """Where the character at source `offset` (or the end) stands here; ascends with `offset`."""
        return self._place(offset, self.sources, self.starts)

    def source_span(self, span: Span) -> Span:
        """The source of folded `span`, whole stretches where they were replaced."""
        start = self.to_source(span.start)
        if not span.length:
            return Span(start, start)
        last = span.end - 1
        k = bisect_right(self.starts, last) - 1
        end = self.sources[k + 1] if self._is_replaced(k) else self.sources[k] + span.end - self.starts[k]
        return Span(start, max(start, end))

    def _place(self, offset: int, ours: tuple[int, ...], theirs: tuple[int, ...]) -> int:
        k = bisect_right(ours, offset) - 1
        if k + 1 >= len(ours) or self._is_replaced(k):
            return theirs[k]
        return theirs[k] + offset - ours[k]

    def _is_replaced(self, k: int) -> bool:
        return self.starts[k + 1] - self.starts[k] != self.sources[k + 1] - self.sources[k]


def fold(text: str, *, case: bool = False, diacritics: bool = False) -> Folded:
    """`text` with plain quotes, dashes, dots and single spaces, without invisible characters, accents composed.

    `case` makes it lower case too, `diacritics` takes accents away.
    """
    plain = _one_for_one(text, case, diacritics)
    changes = _ASCII_LENGTH_CHANGES if plain.isascii() else _LENGTH_CHANGES
    parts: list[str] = []
    starts, sources = [0], [0]
    length = read = 0
    for match in changes.finditer(plain):
        start = _start_of_letter(plain, match.start(), read)
        replacement = _replacement(plain[start : match.end()], diacritics)
        length += start - read
        parts += plain[read:start], replacement
        starts += length, length + len(replacement)
        sources += start, match.end()
        length += len(replacement)
        read = match.end()
    folded = "".join([*parts, plain[read:]]) if parts else plain
    return Folded(folded, (*starts, len(folded)), (*sources, len(text)))


def _one_for_one(text: str, case: bool, diacritics: bool) -> str:
    """Everything that can be done without moving a single character."""
    if text.isascii():
        plain = text.translate(_ASCII)
        return plain.lower() if case else plain
    plain = _ONE.sub(lambda match: _ONE_FOR_ONE[match[0]], text)
    if diacritics:
        plain = _without_accents(plain)
    return _lower(plain) if case else plain


def _start_of_letter(plain: str, start: int, read: int) -> int:
    """Where the letter stands that a mark at `start` belongs to."""
    if plain[start] in _COMBINING and start > read and not plain[start - 1].isspace():
        return start - 1
    return start


def _replacement(found: str, diacritics: bool) -> str:
    if found[0] in _SPACE_OR_INVISIBLE:
        return " " if " " in found else ""
    if found in _LONGER:
        return _LONGER[found]
    return found[0] if diacritics else unicodedata.normalize("NFC", found)


def _lower(text: str) -> str:
    """Lower case of the same length: the one letter that would grow waits for the second pass."""
    return "İ".join(part.lower() for part in text.split("İ")).replace("ς", "σ")


def _without_accents(text: str) -> str:
    for character in set(text):
        if not character.isascii():
            decomposed = unicodedata.normalize("NFD", character)
            if len(decomposed) > 1 and all(map(unicodedata.combining, decomposed[1:])):
                text = text.replace(character, decomposed[0])
    return text
