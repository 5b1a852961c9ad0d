"""The words of a block as a reader sees them, with the exact place of each in the source.

A block in, its `Displayed` out.  Made lazily and for one block at a time: nobody waits for pages nobody looks at.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.article.article import Article, Format
from reader.article.block import Block, Kind
from reader.article.builder import Builder
from reader.article.definitions import Definitions, definitions
from reader.article.displayed import Displayed
from reader.article.inline_words import Place, show_inline
from reader.article.table import read_table

_MARKUP = re.compile(r"[\\`*_\[<&]|~~|  \n")
"""Without any of these, Markdown shows what is written."""
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']")
_LINE_BY_LINE = {Kind.CODE, Kind.HTML, Kind.FRONT_MATTER, Kind.CHROME}


def displayed(article: Article, block: Block) -> Displayed:
    """What a reader sees of `block`: without markup, lines of a paragraph joined, cells of a table parted by tabs."""
    return _displayed(article.text, article.format, block)


@lru_cache(maxsize=512)
def _displayed(text: str, form: Format, block: Block) -> Displayed:
    builder = Builder()
    if block.kind in _LINE_BY_LINE:
        _show_lines(text, block, builder, "\n")
        if block.kind is Kind.HTML:
            builder.mark(0, "html")
    elif block.kind is Kind.TABLE:
        for index, row in enumerate(read_table(text, block).rows):
            builder.put("\n" * bool(index))
            for column, cell in enumerate(row):
                builder.put("\t" * bool(column))
                builder.append(cell)
    elif form is Format.MARKDOWN and _MARKUP.search(raw := block.raw(text)):
        show_inline(raw, places(block, text), known(raw, text), builder)
    else:
        _show_lines(text, block, builder, " ")
    if block.info == "term":
        builder.mark(0, "strong")
    return builder.build()


def known(raw: str, text: str) -> Definitions:
    """The definitions that `raw` may refer to."""
    return definitions(text) if "[" in raw else Definitions()


def places(block: Block, text: str) -> list[Place]:
    """Where the characters of `block.raw(text)` stand in the source."""
    found: list[Place] = []
    at = 0
    for piece in block.pieces:
        # one more than the piece: the newline behind it
        found.append(Place(at, piece.start, piece.length + 1))
        at += piece.length + 1
    return found


def _show_lines(text: str, block: Block, builder: Builder, join: str) -> None:
    """Lines as they are written; where blanks join them to a paragraph, without the blanks at their own ends."""
    for index, piece in enumerate(block.pieces):
        line = piece.of(text) if join == "\n" else piece.of(text).rstrip(" \t")
        builder.add(line, piece.start)
        if index + 1 < len(block.pieces):
            builder.add(join, piece.start + len(line))
