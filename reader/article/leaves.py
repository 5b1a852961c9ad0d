"""The parser's tokens in, leaf blocks out: lists, quotes and footnotes become the containers of their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from reader.article.block import Block, Container, Kind
from reader.article.block_parser import MAX_NESTING
from reader.article.cuts import Place
from reader.article.lines import LARGEST, Lines, portions
from reader.text import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

ROWS = 200
"""Lines of a table in one block; the lines of a longer one go on in further blocks, which know its line of dashes."""

_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_ITEM = re.compile(r"\s*(?:[-+*]|\d+[.)]|\[\^[^\]]*\]:|[:~])")
_QUOTE = re.compile(r"\s*>")
_BULLETS = "•◦▪"
_VERBATIM = {"fence": Kind.CODE, "code_block": Kind.CODE, "html_block": Kind.HTML}
_CONTAINERS: dict[str, Literal["item", "quote", "footnote", "definition"]] = {
    "list_item": "item",
    "blockquote": "quote",
    "footnote_reference": "footnote",
    "dd": "definition",
}
_LISTS = ("bullet_list", "ordered_list")


@dataclass(slots=True)
class _Open:
    """A container that has been opened; it is shown on the first block inside it."""

    kind: Literal["item", "quote", "footnote", "definition"]
    lines: tuple[int, int]
    marker: str = ""
    checked: bool | None = None
    shown: bool = False


@dataclass(slots=True)
class _List:
    ordinal: int | None
    """The number of its next item; None for bullets."""
    is_new: bool = True


class Leaves:
    """Reads the tokens of one chunk: `part` starts at source offset `base`; of what stands before `origin`, no block
    is made: it is there to open what is open.
    """

    def __init__(self, part: str, base: int, place: Place, origin: int) -> None:
        self._part = part
        self._base = base
        self._origin = origin
        self._lines = Lines(part, base)
        self._place = place
        self._open: list[_Open] = []
        self._lists: list[_List] = []
        self._blocks: list[Block] = []

    def read(self, tokens: list[Token]) -> list[Block]:
        """The leaf blocks, in source order."""
        walk = iter(tokens)
        before: Token | None = None
        for token in walk:
            if token.type == "inline" and before is not None:
                self._words(token, before)
            elif token.type in _VERBATIM:
                self._verbatim(token)
            elif token.type == "hr":
                self._add(Kind.RULE, self._span(token), ())
            elif token.type == "table_open":
                self._table(token, walk)
            elif token.nesting:
                self._around(token)
            before = token
        return self._blocks

    def _around(self, token: Token) -> None:
        """Lists and containers open and close."""
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _LISTS:
            if token.nesting < 0:
                self._lists.pop()
            else:
                first = int(token.attrs.get("start", 1)) if name == "ordered_list" else None
                is_first = self._place is Place.IN_LIST and not self._blocks
                began_before = self._lines.start(_lines(token)[0]) < self._origin
                self._lists.append(_List(first, is_new=not is_first and not began_before))
        elif name in _CONTAINERS:
            if token.nesting < 0:
                self._close(token)
            else:
                self._open.append(_Open(_CONTAINERS[name], _lines(token), self._marker(name, token)))

    def _marker(self, name: str, token: Token) -> str:
        if name == "footnote_reference":
            return f"[{token.meta['label']}]"
        if name != "list_item":
            return ""
        items = self._lists[-1]
        if items.ordinal is None:
            depth = sum(group.ordinal is None for group in self._lists)
            return _BULLETS[(depth - 1) % len(_BULLETS)]
        items.ordinal += 1
        return f"{items.ordinal - 1}{token.markup}"

    def _close(self, token: Token) -> None:
        """An empty container still has its marker to show; in one that lies too deep, the parser dropped the words."""
        container = self._open[-1]
        first, behind = container.lines
        if not container.shown and token.level + 1 >= MAX_NESTING:
            pieces = tuple(self._lines.cut(line, 0) for line in range(first, behind))
            self._add(Kind.PARAGRAPH, self._lines.span(first, behind), pieces)
        elif not container.shown and container.marker:
            self._add(Kind.PARAGRAPH, self._lines.span(first, first + 1), (), gap=self._tight_gap())
        self._open.pop()

    def _words(self, token: Token, before: Token) -> None:
        """A paragraph, heading or term: its pieces end where the content of each line ends."""
        first = token.map[0] if token.map else 0
        pieces: tuple[Span, ...]
        if before.type == "heading_open" and before.markup.startswith("#"):
            pieces = (self._lines.behind(first, before.markup, token.content),) if token.content else ()
        else:
            lines = token.content.split("\n") if token.content else []
            pieces = tuple(self._lines.piece(first + index, line.lstrip(" \t")) for index, line in enumerate(lines))
        if before.type == "heading_open":
            self._heading(int(before.tag[1]), self._span(before), pieces)
        elif before.type == "dt_open":
            self._add(Kind.PARAGRAPH, self._lines.span(first, first + 1), pieces, info="term")
        else:
            gap = self._tight_gap() if before.hidden else 1
            self._add(Kind.PARAGRAPH, self._span(before), self._without_task(pieces), gap=gap)

    def _heading(self, level: int, span: Span, pieces: tuple[Span, ...]) -> None:
        is_title = level == 1 and self._place is Place.TOP and not self._blocks
        self._add(Kind.TITLE if is_title else Kind.HEADING, span, pieces, level=level)

    def _tight_gap(self) -> int:
        """No blank row between the items of a tight list, one before its first item unless it lies in another."""
        items = self._lists[-1] if self._lists else _List(None, is_new=False)
        opens_a_list = items.is_new and len(self._lists) == 1
        items.is_new = False
        return int(opens_a_list)

    def _without_task(self, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
        """Take "[x] " from the start of an item's first paragraph and note it as done."""
        item = self._open[-1] if self._open else None
        if not pieces or item is None or item.kind != "item" or item.shown:
            return pieces
        task = _TASK.match(self._part, pieces[0].start - self._base, pieces[0].end - self._base)
        if task is None:
            return pieces
        item.checked = task[1] != " "
        box = "☑" if item.checked else "☐"
        item.marker = box if item.marker in _BULLETS else f"{item.marker} {box}"
        return (Span(self._base + task.end(), pieces[0].end), *pieces[1:])

    def _verbatim(self, token: Token) -> None:
        """Code and HTML keep every line as it is, without the indent of what they stand in."""
        first = _lines(token)[0] + (token.type == "fence")
        lines = token.content.removesuffix("\n").split("\n") if token.content else []
        pieces = tuple(self._lines.piece(first + index, line) for index, line in enumerate(lines))
        self._add(_VERBATIM[token.type], self._span(token), pieces, info=token.info.strip())

    def _table(self, token: Token, walk: Iterator[Token]) -> None:
        """A table is one leaf; its cells are cut when it is displayed."""
        for inner in walk:
            if inner.type == "table_close" and inner.level == token.level:
                break
        lines = tuple(self._lines.cut(line, self._indent(line)) for line in range(*_lines(token)))
        whole = self._span(token)
        dashes = lines[1].moved(-self._base).of(self._part)
        goes_on = lines[0].start < self._origin
        pieces = tuple(line for line in lines if line.start >= self._origin)
        if any(line.length > LARGEST for line in pieces):  # nobody made that for people
            self._add(Kind.PARAGRAPH, whole, pieces)
            return
        start = max(whole.start, self._origin)
        for first in range(0, len(pieces), ROWS):
            rows = pieces[first : first + ROWS]
            end = rows[-1].end if first + ROWS < len(pieces) else whole.end
            info, gap = (dashes, 0) if first or goes_on else ("", 1)
            self._blocks.append(Block(Kind.TABLE, Span(start, end), rows, 0, self._containers(), gap, info))
            start = end

    def _indent(self, line: int) -> int:
        """How many characters of a line belong to the containers around it."""
        text, at = self._lines.text(line), 0
        for container in self._open:
            if container.kind == "quote":
                sign = _QUOTE.match(text, at)
            else:
                sign = _ITEM.match(text, at) if container.lines[0] == line else None
            at = sign.end() if sign else at
        return at

    def _span(self, token: Token) -> Span:
        return self._lines.span(*_lines(token))

    def _add(
        self, kind: Kind, span: Span, pieces: tuple[Span, ...], *, level: int = 0, gap: int = 1, info: str = ""
    ) -> None:
        """Add a leaf, in portions if it is very long, with the containers that are open."""
        if span.start < self._origin:
            if span.end <= self._origin or not (pieces := tuple(p for p in pieces if p.start >= self._origin)):
                self._containers()  # they have been shown before
                return
            span, gap = Span(self._origin, span.end), 0
        start = span.start
        for portion in portions(pieces, self._part, self._base):
            end = max(start, portion[-1].end) if portion else start
            if not portion or portion[-1].end == pieces[-1].end:
                end = max(end, span.end)
            whole = Span(start, end)
            if portion == (whole,):
                whole = portion[0]  # one object for both: there may be a hundred thousand of them
            self._blocks.append(Block(kind, whole, portion, level, self._containers(), gap, info))
            start, gap = end, 0

    def _containers(self) -> tuple[Container, ...]:
        if not self._open:
            return ()
        containers = tuple(_container(c.kind, c.marker, not c.shown, c.checked) for c in self._open)
        for container in self._open:
            container.shown = True
        return containers


_container = lru_cache(256)(Container)
"""Equal containers are one object."""


def _lines(token: Token) -> tuple[int, int]:
    first, behind = token.map or (0, 1)
    return first, behind
