"""Where words and sentences begin and end: displayed text of one block in, spans out.

Both are single passes over the text, so a block of any length takes time in proportion.  Sentence ends follow the
usual rules for edited English (abbreviations, initials, quotations), with the full stops of other scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reader.text.span import Span

_CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Signs that belong to the letter before them; `\w` does not know them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0971-\u0e3a\u0e40-\u0e4e\u0eb0-\u0ecd"
    "\u0f18-\u0fbc\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u302a-\u302f"
    "\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
)
_PLAIN_WORD = rf"[^\W{_CJK}]++(?:[{_MARKS}]++[^\W{_CJK}]*+)*+"
_JOINT = r"['’‘ʼ\-‐‑·]|(?<=\d)[.,:](?=\d)|(?<=[A-Z])\.(?=[A-Z])"

_STOPS = re.compile(
    r"""(?P<stops>[.!?…؟۔।॥](?:[ \u00a0]?[.!?…])*)
        (?P<closing>(?:["'”’“‘»›«‹)\]}]|[\u00a0\u202f]»|\[\d{1,3}\]|[¹²³⁰⁴-⁹])*)
      | (?P<wide>[。！？｡．]+) (?P<wide_closing>[」』”’）)】》〉"]*)""",
    re.VERBOSE,
)
_BEFORE_FIRST_WORD = re.compile(r"""[\s"'“‘„‚«»‹›(\[{¿¡–—-]*""")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = frozenset("\"'”’“‘»›«‹")
_OPENING = "\"'“‘„«‹([{¿¡"
_WIDE_CONTINUES = frozenset("とっ，、,")
_LONGEST_ABBREVIATION = 24
_LONGEST_MARKER = 8


def words(text: str) -> list[Span]:
    """Every word, in order: with inner apostrophes, hyphens and decimal points; Chinese and Japanese signs one by one.

    well-known  Ana’s  1,000.5  U.S  新|聞|紙
    """
    return [Span(*match.span()) for match in _word().finditer(text)]


def sentences(text: str) -> list[Span]:
    """Every sentence, in order; together they hold all that is not white space around them.

    Closing quotation marks and brackets stay with their sentence.  A quotation with a stop inside and a lower-case
    word (or a name and "said") after it goes on: “Why now?” he asked.
    """
    found = []
    start = _after_space(text, 0)
    for end in _ends(text):
        if end > start:
            found.append(Span(start, end))
            start = _after_space(text, end)
    if start < len(text):
        found.append(Span(start, len(text.rstrip())))
    return found


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _STOPS.finditer(text):
        if match["wide"]:
            ends = not (match["wide_closing"] and text[match.end() : match.end() + 1] in _WIDE_CONTINUES)
        else:
            ends = text[match.end() : match.end() + 1].isspace() and _is_end(text, start, match)
        if ends:
            start = match.end()
            yield start


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Does the stop in `match` end the sentence that began at or after `start`?"""
    first = _BEFORE_FIRST_WORD.match(text, match.end())
    after = first.end() if first else match.end()
    if text[after : after + 1].islower():
        return False
    before = text[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
    if before.endswith(("(", "[")):
        return False  # […] and (!) stand inside sentences
    if match["stops"] == "." and not match["closing"]:
        return not _is_abbreviation(before.split()[-1:], text, after) and not _is_marker(text, start, match.start())
    if match["stops"][-1] in "!?" and not _QUOTES.isdisjoint(match["closing"]):
        return not _name_and_saying().match(text, after)
    return True


def _is_abbreviation(token: list[str], text: str, after: int) -> bool:
    """Does the full stop after `token` only shorten it, given what stands at `after`?"""
    word = token[0].lstrip(_OPENING).rpartition("-")[2] if token else ""
    if word in _group("inside"):
        return True
    if word in _group("before-number"):
        return text[after : after + 1].isdigit()
    initial = len(word) == 1 and word.isupper() and word != "I"
    dotted = "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))
    if initial or dotted or word in _group("perhaps-last"):
        following = _FIRST_WORD.match(text, after)
        return following is not None and following[0] not in _group("beginning")
    return False


def _is_marker(text: str, start: int, end: int) -> bool:
    """Does the sentence so far hold only the "1" or "b" of a numbered paragraph?"""
    if end - start > _LONGEST_MARKER:
        return False
    marker = text[start:end].strip(_OPENING + " \n\t\u00a0")
    return marker.isdigit() or (len(marker) == 1 and marker.isalpha())


def _after_space(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


@cache
def _word() -> re.Pattern[str]:
    """Compiled when the first word is asked for: that takes 7 ms, which no first screen should wait for."""
    return re.compile(rf"[{_CJK}][{_MARKS}]*+|{_PLAIN_WORD}(?:(?:{_JOINT}){_PLAIN_WORD})*")


@cache
def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("abbreviations.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, listed = line.partition(":")
            groups.setdefault(name, set()).update(listed.split())
    return {name: frozenset(members) for name, members in groups.items()}


def _group(name: str) -> frozenset[str]:
    return _groups()[name]


@cache
def _name_and_saying() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][\w’'.-]{0,40}\s+"
    return re.compile(rf"(?:{name}){{1,3}}(?:{'|'.join(sorted(_group('saying')))})\b")
