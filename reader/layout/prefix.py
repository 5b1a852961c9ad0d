"""What stands before the words of a row: quote bars, markers of lists and the indents below them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import Block, Container, Kind
from reader.layout.row import Decoration
from reader.text.width import cells

_QUOTE = Decoration("│ ", "quote")
_DEFINITION = 4
_CODE = Decoration("  ", "indent")
_CONTINUED = Decoration("↪ ", "continuation")
_SPACIOUS = 20
"""Cells below which code gets no indent of its own."""


@dataclass(frozen=True)
class Prefix:
    """The decoration of a block's blank rows, its first row of words, the first row of a later line, and all others."""

    blank: tuple[Decoration, ...]
    first: tuple[Decoration, ...]
    line: tuple[Decoration, ...]
    rest: tuple[Decoration, ...]

    @property
    def indent(self) -> int:
        """Cells that it takes from the width."""
        return sum(cells(part.text) for part in self.rest)


def prefix_of(block: Block, width: int) -> Prefix:
    """At most half of `width`: the outer ones of too many containers are not shown."""
    shown: list[Container] = []
    room = width // 2
    for container in reversed(block.containers):
        room -= cells(_below(container).text)
        if room < 0:
            break
        shown.insert(0, container)
    blank = tuple(_below(container) for container in shown if not container.opens)
    first = tuple(_at(container) for container in shown)
    rest = tuple(_below(container) for container in shown)
    if block.kind is Kind.CODE and width >= _SPACIOUS and room >= 2:
        return Prefix(blank, (*first, _CODE), (*rest, _CODE), (*rest, _CONTINUED))
    return Prefix(blank, first, rest, rest)


def _at(container: Container) -> Decoration:
    """What a container shows before its first row."""
    if container.opens and container.marker:
        return Decoration(container.marker + " ", "marker")
    return _below(container)


def _below(container: Container) -> Decoration:
    if container.kind == "quote":
        return _QUOTE
    indent = cells(container.marker) + 1 if container.marker else _DEFINITION
    return Decoration(" " * indent, "indent")
