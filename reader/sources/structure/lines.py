"""Text in, its visible lines out, each with its place and the blank lines before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

BLANK = "".join(map(chr, (9, 10, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)))
"""White space of every kind, with the zero-width space."""

_PORTION = 64 * 1024
"""Code points that are split at once; a long text is not, so that its first lines need not wait for the last."""


class Line(NamedTuple):
    """One source line that shows something."""

    start: int
    """Where that begins and ends, without the white space around it."""
    end: int
    text: str
    indent: int
    """Characters of white space before it."""
    blanks: int
    """Blank lines directly before it."""


def lines(text: str) -> Iterator[Line]:
    """Every line of `text` with something to see, in order, lazily."""
    start = blanks = 0
    for portion in _portions(text):
        for line in portion.split("\n"):
            shown = line.strip(BLANK)
            if shown:
                indent = len(line) - len(line.lstrip(BLANK))
                first = start + indent
                yield Line(first, first + len(shown), shown, indent, blanks)
                blanks = 0
            else:
                blanks += 1
            start += len(line) + 1


def _portions(text: str) -> Iterator[str]:
    """Some of the lines at a time, without the newlines between portions."""
    start = 0
    while (end := text.find("\n", start + _PORTION)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]
