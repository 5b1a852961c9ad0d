"""Inline tokens to displayed words: markup goes, words stay, and each keeps its place.

raw         See [the *report*](a.pdf) &amp; more
displayed   See the report & more           emphases: link "the report" -> a.pdf, em "report"
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article.builder import Builder
from reader.article.definitions import Definitions
from reader.article.inline_parser import parse_inline
from reader.text.safe import safe_line
from reader.text.scripts import is_unspaced

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKUP = re.compile(r"[\\`*_\[<&]|~~|  \n")
"""Without any of these, Markdown shows what is written."""
IMAGE_SIGN = "▣ "
LONGEST_ADDRESS = 80
"""Characters of an image's address that are shown."""

_NEAR = 9
"""Characters around the end of a line, markup included, that say how it is joined to the next."""
_DELIMITERS = "*_~`[] "
_ROLES = {"em": "em", "strong": "strong", "s": "strike"}


@dataclass(frozen=True, slots=True)
class Place:
    """`length` characters from `raw` on in the raw content stand in the source from `source` on."""

    raw: int
    source: int
    length: int


def show_inline(raw: str, places: list[Place], known: Definitions, builder: Builder) -> None:
    """Parse `raw` and show its words; `places` cover all of it, in order."""
    _Words(raw, places, builder).show(parse_inline(raw, known))


def joint(line: str, following: str) -> str:
    """What joins two lines of a paragraph: a blank, but nothing between Chinese or Japanese characters."""
    last, first = line.rstrip(_DELIMITERS)[-1:], following.lstrip(_DELIMITERS)[:1]
    return "" if is_unspaced(last) and is_unspaced(first) else " "


class _Words:
    """Reads tokens and shows their words."""

    def __init__(self, raw: str, places: list[Place], builder: Builder) -> None:
        self._raw = raw
        self._places = places
        self._builder = builder
        self._cursor = 0
        """Where in `raw` the next plain text stands."""
        self._open: list[tuple[int, str]] = []
        """Displayed start and target of what has been opened and not closed."""

    def show(self, tokens: list[Token]) -> None:
        for token in tokens:
            start, self._cursor = token.map or (self._cursor, self._cursor)
            match token.type:
                case "text":
                    self._add(token.content, self._cursor)
                    self._cursor += len(token.content)
                case "softbreak":
                    self._soft_break(start)
                case "hardbreak":
                    self._stand_in("\n", start + self._raw.startswith("\\", start), 1)
                case "code_inline":
                    self._code(token, start)
                case "text_special":
                    self._special(token, start)
                case "html_inline":
                    at = self._builder.length
                    self._add(token.content.replace("\n", " "), start)
                    self._builder.mark(at, "html")
                case "image":
                    self._image(token, start)
                case "footnote_ref":
                    at = self._builder.length
                    self._add("[", start)
                    self._add(f"{token.content}]", start + 2)
                    self._builder.mark(at, "link", f"^{token.content}")
                case "link_open":
                    self._open.append((self._builder.length, safe_line(str(token.attrs.get("href", "")))))
                    self._cursor = start + 1
                case "link_close":
                    at, target = self._open.pop()
                    self._builder.mark(at, "link", target)
                case _:
                    self._delimiter(token)

    def _delimiter(self, token: Token) -> None:
        self._cursor += len(token.markup)
        if token.nesting > 0:
            self._open.append((self._builder.length, ""))
        elif token.nesting < 0:
            at, _ = self._open.pop()
            self._builder.mark(at, _ROLES[token.tag])

    def _soft_break(self, start: int) -> None:
        line = self._raw[max(0, start - _NEAR) : start]
        self._add(joint(line, self._raw[self._cursor : self._cursor + _NEAR]), start)

    def _code(self, token: Token, start: int) -> None:
        """One blank at both ends of a code span belongs to its markup."""
        width = len(token.markup)
        padded = self._cursor - start - 2 * width > len(token.content)
        at = self._builder.length
        self._add(token.content, start + width + padded)
        self._builder.mark(at, "code")

    def _special(self, token: Token, start: int) -> None:
        if token.info == "escape":
            self._add(token.content, start + len(token.markup) - len(token.content))
        else:
            self._stand_in(safe_line(token.content), start, len(token.markup))

    def _image(self, token: Token, start: int) -> None:
        """The text that describes the image, and its address behind it."""
        target = safe_line(str(token.attrs.get("src", "")))
        at = self._builder.length
        self._builder.put(IMAGE_SIGN)
        if token.content:
            self._add(token.content.replace("\n", " "), start + 2)
        shown = target if len(target) <= LONGEST_ADDRESS else target[: LONGEST_ADDRESS - 1] + "…"
        self._builder.put(f" ({shown})" if token.content else shown)
        self._builder.mark(at, "image", target)

    def _stand_in(self, text: str, start: int, spelled: int) -> None:
        self._builder.stand_in(text, self._source(start), spelled)

    def _source(self, at: int) -> int:
        place = self._places[self._place(at)]
        return place.source + at - place.raw

    def _place(self, at: int) -> int:
        return max(0, bisect_right(self._places, at, key=lambda place: place.raw) - 1)

    def _add(self, text: str, at: int) -> None:
        """Show characters of `raw` from `at` on, cut where they are not neighbours in the source."""
        while text:
            place = self._places[self._place(at)]
            room = max(1, place.raw + place.length - at)
            self._builder.add(text[:room], self._source(at))
            text, at = text[room:], at + room
