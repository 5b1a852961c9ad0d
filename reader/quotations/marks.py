"""The marked stretches of an article: prose in, every stretch between quotation marks out.

How an article marks quotations is decided once (double marks, single ones, typewriter style), then its paragraphs are
looked at one by one.  Most are in order, mark for mark, which one search of the whole text shows; where glyphs are
mixed, turned round or forgotten, each mark gets a price for everything it could be, and the cheapest reading wins
(pairing.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reader.quotations.pairing import IMPOSSIBLE, Mark, Pair, pairs_of
from reader.quotations.prose import Prose

DOUBLE = '"“”„‟«»″＂〝〞'
SINGLE = "'‘’‚‛`´"
_OPENING = frozenset("“„‟«〝‘‚‛`")
_CLOSING = frozenset("”»〞’´")
_BEFORE_OPENING = frozenset(" ([{—–-/\n\u200b…:;,")
_AFTER_CLOSING = frozenset(" )]}—–-/\n\u200b…,.;:!?")
_WORD = re.compile(r"[^\W_]")
_FEET = re.compile(r"\d'\d+$")
"""What stands before the mark for inches: 6'2."""
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|n|bout|round)\b")
"""What follows an apostrophe that stands for letters left out: "'em"."""
_STRONG_SINGLE = re.compile(
    r"['‘’](?:(?<=[,.?!]['’])(?=[\s)\]—–]|$)|(?<=['‘])(?<![^\s(\[—–].)(?=[\w“\"]))", re.MULTILINE
)


class Stretch(NamedTuple):
    """A marked stretch of prose, marks included; one quotation over three paragraphs is three stretches."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    """Index into `Prose.paragraphs`."""
    closed: bool
    continues: bool
    """True where the stretch goes on with a quotation that the paragraph before left open."""
    second_style: bool = False
    """True for single marks in an article that quotes in double ones, or the other way round."""


@dataclass(frozen=True, slots=True)
class _Style:
    """One way of marking: how its marks are found and priced, and what must be there for it to be worth a look."""

    marks: re.Pattern[str]
    price: Callable[[str, int, int, int, int], Mark]
    glyphs: str
    around: str = ""
    """A pattern of what is around a glyph that makes it worth a look."""


def marked_stretches(prose: Prose) -> list[Stretch]:
    """Every marked stretch that holds a word, in order; stretches never overlap."""
    text = prose.text
    doubles = _places(_DOUBLE, text)
    style, second_style = _styles(text, len(doubles))
    starts = [paragraph.start for paragraph in prose.paragraphs]
    outer = _orderly_pairs(prose, starts, doubles) if style is _DOUBLE else _weighed_pairs(prose, style)
    second = {bisect_right(starts, place) - 1 for place in _places(second_style, text)}
    found: list[Stretch] = []
    left_open = -2
    for index in sorted(outer.keys() | second):
        start, end = prose.paragraphs[index].start, prose.paragraphs[index].end
        pairs = outer.get(index, [])
        extra: set[Pair] = set()
        if index in second and not (pairs and style is _SINGLE):
            gaps = _gaps(pairs, start, end)
            extra = {pair for a, b in gaps for pair in _pairs(text, a, b, second_style) if pair[2]}
            pairs = sorted({*pairs, *extra})
        for pair in pairs:
            a, b, closed = pair
            if _WORD.search(text, a, b):
                continues = left_open == index - 1 and pair is pairs[0] and not text[start:a].strip()
                found.append(Stretch(a, b, *_inside(text, pair, style), index, closed, continues, pair in extra))
        left_open = index if pairs and not pairs[-1][2] else -2
    return found


def _places(style: _Style, text: str) -> list[int]:
    """Where marks stand that are worth a look.  Only the glyphs that are there are looked for: one or two, mostly."""
    there = "".join(glyph for glyph in style.glyphs if glyph in text)
    return [match.start() for match in _first_look(there, style.around).finditer(text)] if there else []


def _orderly_pairs(prose: Prose, starts: list[int], marks: list[int]) -> dict[int, list[Pair]]:
    """The pairs of double `marks`, by paragraph; only those of paragraphs with a mark out of order are weighed."""
    counted = Counter([bisect_right(starts, mark) - 1 for mark in marks])
    pairs: dict[int, list[Pair]] = {index: [] for index in counted}
    paired = -1
    for mark in marks:
        if mark >= paired and (match := _ORDERLY.match(prose.text, mark)):
            paired = match.end()
            pairs[bisect_right(starts, mark) - 1].append((mark, paired, True))
    for index, count in counted.items():
        if 2 * len(pairs[index]) != count:
            paragraph = prose.paragraphs[index]
            pairs[index] = _pairs(prose.text, paragraph.start, paragraph.end, _DOUBLE)
    return pairs


def _weighed_pairs(prose: Prose, style: _Style) -> dict[int, list[Pair]]:
    """The pairs of marks of any other style, by paragraph."""
    paragraphs = enumerate(prose.paragraphs)
    found = {index: _pairs(prose.text, paragraph.start, paragraph.end, style) for index, paragraph in paragraphs}
    return {index: pairs for index, pairs in found.items() if pairs}


def _inside(text: str, pair: Pair, style: _Style) -> tuple[int, int]:
    """Where the words between the marks of `pair` begin and end."""
    start, end, closed = pair
    opening = 2 if text.startswith("``", start) else 1
    closing = (2 if style is _TYPEWRITTEN and text.endswith("''", start, end) else 1) if closed else 0
    inner_start = min(start + opening, end)
    return inner_start, max(inner_start, end - closing)


def _gaps(pairs: Iterable[Pair], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of `[start, end)` that no pair covers."""
    gaps = []
    for a, b, _ in pairs:
        gaps.append((start, a))
        start = b
    return [*gaps, (start, end)]


def _styles(text: str, doubles: int) -> tuple[_Style, _Style]:
    """How an article with so many double marks quotes, and how it marks the rest: British papers begin with single
    marks."""
    if "``" in text:
        return _TYPEWRITTEN, _SINGLE
    if text.count("'") + text.count("‘") + text.count("’") <= max(2, doubles):
        return _DOUBLE, _SINGLE
    return (_SINGLE, _DOUBLE) if len(_STRONG_SINGLE.findall(text)) > max(2, doubles) else (_DOUBLE, _SINGLE)


def _pairs(text: str, start: int, end: int, style: _Style) -> list[Pair]:
    """The marked stretches in `text[start:end]`, a paragraph or a part of it, found in one style of marks."""
    if not _first_look(style.glyphs, style.around).search(text, start, end):
        return []
    marks = [style.price(text, *match.span(), start, end) for match in style.marks.finditer(text, start, end)]
    follows = text[end + 1 : end + 3].lstrip(" ")[:1]
    return pairs_of(marks, end, next_opens=follows != "" and (follows in _OPENING or follows in "\"'"))


def _price_double(text: str, start: int, end: int, first: int, last: int) -> Mark:
    """Prices of a double mark: the glyph speaks loudest, then the white space around it."""
    glyph = text[start]
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    fits_open = before in _BEFORE_OPENING and after not in " \n"
    fits_close = after in _AFTER_CLOSING and before not in " \n"
    opens = 0.0 if fits_open else 0.5 if before in _BEFORE_OPENING else 1.2
    closes = 0.0 if fits_close else 0.5 if after in _AFTER_CLOSING else 1.2
    if glyph in _OPENING:
        closes += 1.5
    elif glyph in _CLOSING:
        opens += 1.5
    ignored = 2.8 if fits_open else 2.4
    if before.isdigit() and glyph in '"″' and after in _AFTER_CLOSING:
        ignored = 0.0 if _FEET.search(text, first, start) else 1.0
        opens += 1.5
    return Mark(start, end, opens, closes, ignored)


def _price_single(text: str, start: int, end: int, first: int, last: int) -> Mark:
    """Prices of a single mark, which is an apostrophe more often than not."""
    glyph = text[start]
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    opens = closes = IMPOSSIBLE
    ignored = 0.0
    if (before in _BEFORE_OPENING or before in DOUBLE or before in SINGLE) and not after.isspace():
        opens, ignored = (0.2, 0.9) if after.isalnum() and glyph == "'" else (0.0, 2.0)
        if glyph == "’" or after.isdigit() or _ELISION.match(text, end):
            opens, ignored = 1.5, 0.0
    if before not in " \n" and not after.isalnum() and glyph not in _OPENING:
        closes = 0.0 if before in ",.?!…" or after in ",.;:?!" or after in SINGLE else 0.2
        ignored = min(ignored, 0.8) if before in ",.?!" else 0.0 if before == "s" and after == " " else 0.3
    return Mark(start, end, opens, closes, ignored)


def _any_of(characters: Iterable[str], *, but: Iterable[str] = "") -> str:
    return "".join(re.escape(character) for character in characters if character not in frozenset(but))


_ORDERLY = re.compile(
    f"[{_any_of(DOUBLE, but=_CLOSING)}](?<![^{_any_of(_BEFORE_OPENING)}].)(?=[^ \n])"
    f"[^\n{DOUBLE}]*"
    f"(?<![ \n])[{_any_of(DOUBLE, but=_OPENING)}](?![^{_any_of(_AFTER_CLOSING)}])"
)
"""Two double marks whose every reading but the obvious one has a price: where a paragraph has no others, these are its
pairs, and nothing has to be weighed."""


@cache
def _first_look(glyphs: str, around: str) -> re.Pattern[str]:
    return re.compile(f"[{glyphs}]{around}")


_DOUBLE = _Style(re.compile(f"[{DOUBLE}]"), _price_double, DOUBLE)
_TYPEWRITTEN = _Style(re.compile(f"[{DOUBLE}]|``|''"), _price_double, DOUBLE + "`'")
"""For texts that open with two grave accents and close with two apostrophes."""
_SINGLE = _Style(re.compile(f"[{SINGLE}]"), _price_single, "'‘‚‛`", r"(?<![^\W_].)(?=\S)")
"""Single marks are worth a look where one could open: most are apostrophes."""
