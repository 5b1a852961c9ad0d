"""Which quotation marks belong together: paragraphs of prose in, marked stretches out.

Each paragraph is walked once by an automaton with three states: outside, inside, and inside a nested quotation.  A
mark may open, close, do both (a mark was forgotten) or be no quotation mark at all; each reading has a price that
depends on the glyph and on its neighbours, and the cheapest way through the paragraph wins.  Why: real articles mix
glyphs, forget closing marks and turn them the wrong way round; a price list never gives up, and a walk is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.quotations.prose import Prose

DOUBLE = '"“”„‟«»″＂〝〞'
SINGLE = "'‘’‚‛`´"
_OPENING = frozenset("“„‟«〝‘‚‛`")
_CLOSING = frozenset("”»〞’´")
_BEFORE_OPENING = frozenset(" ([{—–-/\n\u200b…:;,")
_AFTER_CLOSING = frozenset(" )]}—–-/\n\u200b…,.;:!?")
_WORD = re.compile(r"[^\W_]")
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|n|bout|round)\b")
"""What follows an apostrophe that stands for letters left out: "'em"."""
_STRONG_SINGLE = re.compile(r"(?:(?<=[\s(\[—–])|^)['‘](?=[\w“\"])|[,.?!]['’](?=[\s)\]—–]|$)", re.MULTILINE)

OPEN, CLOSE, NONE, TURN, DOWN, UP = range(6)
"""What one mark can be.  TURN closes one stretch and opens the next, because a mark was forgotten between them; DOWN
and UP open and close a quotation inside a quotation."""
_BACK = {OPEN: -1, CLOSE: 1, NONE: 0, TURN: 0, DOWN: -1, UP: 1}
"""Depth before a mark, less the depth behind it."""
_Pair = tuple[int, int, bool]
"""Start, end, and whether a mark closes it."""
_IMPOSSIBLE = 1e9
_FORGOTTEN, _NESTING, _UNCLOSED, _NEXT_OPENS, _DEAF = 2.2, 0.6, 2.5, 0.6, 0.1
"""Prices: a forgotten mark, a nested quotation, a paragraph that ends inside, one that the next goes on with, and a
mark that is passed over inside a quotation."""


@dataclass(frozen=True, slots=True)
class Stretch:
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


class _Mark(NamedTuple):
    """One mark with the prices of its readings."""

    start: int
    end: int
    opens: float
    closes: float
    ignored: float


@dataclass(frozen=True, slots=True)
class _Style:
    """One way of marking: how its marks are found and priced, and what must be there for it to be worth a look."""

    marks: re.Pattern[str]
    price: Callable[[str, int, int, int, int], _Mark]
    first_look: re.Pattern[str]


def marked_stretches(prose: Prose) -> list[Stretch]:
    """Every marked stretch that holds a word, in order; stretches never overlap."""
    text = prose.text
    style, second_style = _styles(text)
    found: list[Stretch] = []
    open_before = False
    for index, paragraph in enumerate(prose.paragraphs):
        start, end = paragraph.start, paragraph.end
        outer = _pairs(text, start, end, style, end)
        extra: set[_Pair] = set()
        if second_style.first_look.search(text, start, end) and not (outer and style is _SINGLE):
            gaps = _gaps(outer, start, end)
            extra = {pair for a, b in gaps for pair in _pairs(text, a, b, second_style, b) if pair[2]}
        pairs = sorted({*outer, *extra}) if extra else outer
        for pair in pairs:
            a, b, closed = pair
            if _WORD.search(text, a, b):
                continues = open_before and pair is pairs[0] and not text[start:a].strip()
                inner = _inside(text, pair, style)
                found.append(Stretch(a, b, *inner, index, closed, continues, pair in extra))
        open_before = bool(pairs) and not pairs[-1][2]
    return found


def _inside(text: str, pair: _Pair, style: _Style) -> tuple[int, int]:
    """Where the words between the marks of `pair` begin and end."""
    start, end, closed = pair
    opening = 2 if text.startswith("``", start) else 1
    closing = (2 if style is _TYPEWRITTEN and text.endswith("''", start, end) else 1) if closed else 0
    inner_start = min(start + opening, end)
    return inner_start, max(inner_start, end - closing)


def _gaps(pairs: Iterable[_Pair], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of `[start, end)` that no pair covers."""
    gaps = []
    for a, b, _ in pairs:
        gaps.append((start, a))
        start = b
    return [*gaps, (start, end)]


def _styles(text: str) -> tuple[_Style, _Style]:
    """How the article marks quotations, and how it marks the rest: British papers begin with single marks."""
    if "``" in text:
        return _TYPEWRITTEN, _SINGLE
    doubles = len(_DOUBLE.marks.findall(text))
    if text.count("'") + text.count("‘") + text.count("’") <= max(2, doubles):
        return _DOUBLE, _SINGLE
    return (_SINGLE, _DOUBLE) if len(_STRONG_SINGLE.findall(text)) > max(2, doubles) else (_DOUBLE, _SINGLE)


def _pairs(text: str, start: int, end: int, style: _Style, paragraph_end: int) -> list[_Pair]:
    """The marked stretches in `text[start:end]`, found in one style of marks."""
    if not style.first_look.search(text, start, end):
        return []
    marks = [style.price(text, *match.span(), start, end) for match in style.marks.finditer(text, start, end)]
    follows = text[paragraph_end + 1 : paragraph_end + 3].lstrip(" ")[:1]
    next_opens = follows != "" and (follows in _OPENING or follows in "\"'")
    return _read_off(marks, _cheapest(marks, _NEXT_OPENS if next_opens else _UNCLOSED), end)


def _cheapest(marks: Sequence[_Mark], unclosed: float) -> list[int]:
    """What each mark is on the cheapest way through the paragraph; `unclosed` is the price of ending inside."""
    outside, inside, nested = 0.0, _IMPOSSIBLE, _IMPOSSIBLE
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


def _read_off(marks: Sequence[_Mark], roles: Sequence[int], end: int) -> list[_Pair]:
    pairs: list[_Pair] = []
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


def _price_double(text: str, start: int, end: int, first: int, last: int) -> _Mark:
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
        ignored = 1.0
    return _Mark(start, end, opens, closes, ignored)


def _price_single(text: str, start: int, end: int, first: int, last: int) -> _Mark:
    """Prices of a single mark, which is an apostrophe more often than not."""
    glyph = text[start]
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    opens = closes = _IMPOSSIBLE
    ignored = 0.0
    if (before in _BEFORE_OPENING or before in DOUBLE or before in SINGLE) and not after.isspace():
        opens, ignored = (0.2, 0.9) if after.isalnum() and glyph == "'" else (0.0, 2.0)
        if glyph == "’" or after.isdigit() or _ELISION.match(text, end):
            opens, ignored = 1.5, 0.0
    if before not in " \n" and not after.isalnum() and glyph not in _OPENING:
        closes = 0.0 if before in ",.?!…" or after in ",.;:?!" or after in SINGLE else 0.2
        ignored = min(ignored, 0.8) if before in ",.?!" else 0.0 if before == "s" and after == " " else 0.3
    return _Mark(start, end, opens, closes, ignored)


_DOUBLE_MARK = re.compile(f"[{DOUBLE}]")
_TYPEWRITTEN_MARK = re.compile(f"[{DOUBLE}]|``|''")
_DOUBLE = _Style(_DOUBLE_MARK, _price_double, _DOUBLE_MARK)
_TYPEWRITTEN = _Style(_TYPEWRITTEN_MARK, _price_double, _TYPEWRITTEN_MARK)
"""For texts that open with two grave accents and close with two apostrophes."""
_SINGLE = _Style(re.compile(f"[{SINGLE}]"), _price_single, re.compile(r"['‘‚‛`](?<![^\W_].)(?=\S)"))
"""Single marks are worth a look where one could open: most are apostrophes."""
