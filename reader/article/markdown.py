"""Markdown source in, blocks out, chunk by chunk, so that a first screen needs milliseconds at any size.

Only blocks are parsed here (8-15 MB/s); the words inside them are parsed when somebody looks (`inline.py`).  A chunk
ends where its last top-level block begins: that block may go on, so it opens the next chunk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.article.block import Block
from reader.article.block_parser import block_parser
from reader.article.leaves import Leaves, Place

if TYPE_CHECKING:
    from markdown_it.token import Token

FIRST_CHUNK = 8 * 1024
CHUNK = 32 * 1024
WHOLE = 32 * 1024
"""Code points of a list or quote that is still read as a whole; larger ones are read in parts, for an early screen."""

_DIVISIBLE = {"bullet_list_open", "ordered_list_open", "blockquote_open"}


def batches(text: str, start: int = 0, *, first: int = FIRST_CHUNK, chunk: int = CHUNK) -> Iterator[list[Block]]:
    """The blocks of CommonMark with tables, footnotes, task lists and definition lists, in lists of one chunk each.

    `start` is the offset behind any front matter; `first` and `chunk` are code points.  How the text is cut into chunks
    does not change the blocks, lists and quotes of more than WHOLE excepted.
    """
    position, size, place = start, first, Place.TOP
    while position < len(text):
        part, tokens, following = _chunk(text, position, size)
        blocks = Leaves(part, position, place).read(tokens)
        if place is not Place.TOP or blocks:
            place = following
        position, size = position + len(part), chunk
        yield blocks


def _chunk(text: str, position: int, size: int) -> tuple[str, list[Token], Place]:
    """The next part of about `size`, its tokens, and where the part behind it begins."""
    parser = block_parser()
    while True:
        part = text[position : _line_end(text, position + size)]
        tokens: list[Token] = []
        parser.block.parse(part, parser, {}, tokens)
        if position + len(part) == len(text) or part.isspace():
            return part, tokens, Place.BETWEEN
        cut, following = _cut(tokens, len(part))
        if cut is not None:
            return part[: _line_start(part, tokens[cut])], tokens[:cut], following
        size *= 4


def _cut(tokens: list[Token], length: int) -> tuple[int | None, Place]:
    """The token that opens the next chunk, because it may go on behind this one of `length`; None if all of it may."""
    for level, place in ((0, Place.BETWEEN), (1, Place.INSIDE)):
        opening = [index for index, token in enumerate(tokens) if token.level == level and token.nesting >= 0]
        if len(opening) > 1:
            return opening[-1], place
        if length < WHOLE or not tokens or tokens[0].type not in _DIVISIBLE:
            break
    return None, Place.BETWEEN


def _line_end(text: str, offset: int) -> int:
    """The first line start at or behind `offset`."""
    return text.find("\n", offset) + 1 or len(text)


def _line_start(part: str, token: Token) -> int:
    """The offset in `part` of a token's first line."""
    line = token.map[0] if token.map else 0
    return len(part) - len(part.split("\n", line)[-1])
