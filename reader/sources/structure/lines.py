"""Text in, its visible lines out, each with its place and the blank lines before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.text import Span

BLANK = "".join(map(chr, (9, 10, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)))
"""White space of every kind, with the zero-width space."""


@dataclass(frozen=True, slots=True)
class Line:
    """One source line that shows something."""

    span: Span
    """Without the white space around it."""
    indent: int
    """Characters of white space before it."""
    blanks: int
    """Blank lines directly before it."""


def lines(text: str) -> Iterator[Line]:
    """Every line of `text` with something to see, in order, lazily."""
    start = blanks = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        line = text[start:end]
        shown = line.strip(BLANK)
        if shown:
            indent = len(line) - len(line.lstrip(BLANK))
            yield Line(Span(start + indent, start + indent + len(shown)), indent, blanks)
            blanks = 0
        else:
            blanks += 1
        start = end + 1
