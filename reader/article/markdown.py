"""Markdown source in, blocks out, chunk by chunk, so that a first screen needs milliseconds at any size.

Only blocks are parsed here (8-15 MB/s); the words inside them are parsed when somebody looks (`inline.py`).  A chunk
ends where its last top-level block begins: that block may go on, so it opens the next chunk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article.block import Block
from reader.article.block_parser import block_parser
from reader.article.cuts import Cut, Place, cut_between, cut_inside, shortened
from reader.article.leaves import Leaves

if TYPE_CHECKING:
    from markdown_it.token import Token

FIRST_CHUNK = 8 * 1024
CHUNK = 32 * 1024
SMALLEST = 4 * 1024
WHOLE = 32 * 1024
"""Code points of a block that is still read as a whole; larger ones are read in parts, for an early screen."""
TOKENS = 1500
"""As many of the parser's tokens as can be made without anybody noticing."""
_INSIDE = (Place.INSIDE, Place.IN_LIST)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A stretch of the text from `position` on, read: `source` is what the parser was given."""

    position: int
    source: str
    tokens: list[Token]
    place: Place
    opening: str
    """The lines at the start of `source` that open what is open at `position`; they stand elsewhere in the text."""
    following: Place = Place.BETWEEN
    following_opening: str = ""

    @property
    def end(self) -> int:
        """Where the next chunk begins."""
        return self.position + len(self.source) - len(self.opening)

    def blocks(self) -> list[Block]:
        base = self.position - len(self.opening)
        return Leaves(self.source, base, self.place, self.position).read(self.tokens)

    def next_size(self, most: int) -> int:
        """Code points of a next chunk that takes as long to read as any other, if it is like this one."""
        return min(most, max(SMALLEST, len(self.source) * TOKENS // max(1, len(self.tokens))))


def batches(
    text: str, start: int = 0, *, first: int = FIRST_CHUNK, chunk: int = CHUNK, whole: int = WHOLE
) -> Iterator[list[Block]]:
    """The blocks of CommonMark with tables, footnotes, task lists and definition lists, in lists of one chunk each.

    `start` is the offset behind any front matter; `first`, `chunk` and `whole` are code points.  How the text is cut
    into chunks does not change the blocks, those of more than `whole` excepted: of these, paragraphs are cut between
    lines, numbered lists may begin anew, and code and tables go on in further blocks.
    """
    position, size, place, opening = start, first, Place.TOP, ""
    while position < len(text):
        read = _read(text, position, size, place, opening, whole)
        blocks = read.blocks()
        yield blocks
        if place is not Place.TOP or blocks:
            place = read.following
        position, opening, size = read.end, read.following_opening, read.next_size(chunk)


def _read(text: str, position: int, size: int, place: Place, opening: str, whole: int) -> _Chunk:
    """The next chunk of about `size`: more, until there is a place to cut it."""
    parser = block_parser()
    opened = opening.count("\n")
    while True:
        end = _line_end(text, position + size)
        source = opening + text[position:end]
        tokens: list[Token] = []
        parser.block.parse(source, parser, {}, tokens)
        if end == len(text):
            return _Chunk(position, source, tokens, place, opening)
        if text[position:end].isspace():
            return _Chunk(position, source, tokens, place, opening, place, opening)
        cut = cut_between(tokens, opened)
        if cut is None and (place in _INSIDE or end - position >= whole):
            cut = cut_inside(tokens, source.split("\n"), opened)
        if cut is not None:
            return _cut(_Chunk(position, source, tokens, place, opening), cut)
        size *= 4


def _cut(chunk: _Chunk, cut: Cut) -> _Chunk:
    """What stands before a cut."""
    before = len(chunk.source) - len(chunk.source.split("\n", cut.line)[-1])
    tokens = list(shortened(chunk.tokens, cut.line)) if cut.token is None else chunk.tokens[: cut.token]
    return _Chunk(chunk.position, chunk.source[:before], tokens, chunk.place, chunk.opening, cut.place, cut.opening)


def _line_end(text: str, offset: int) -> int:
    """The first line start at or behind `offset`."""
    return text.find("\n", offset) + 1 or len(text)
