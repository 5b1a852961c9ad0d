"""The words of a block as a reader sees them, with the exact place of each in the source.

A block in, its `Displayed` out.  Made lazily and for one block at a time: nobody waits for pages nobody looks at.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from reader.article.addresses import with_addresses
from reader.article.article import Article, Format
from reader.article.block import Block, Kind
from reader.article.blocks import Blocks
from reader.article.builder import Builder
from reader.article.definitions import NO_DEFINITIONS, Definitions, definitions
from reader.article.displayed import Displayed
from reader.article.inline_words import MARKUP, Place, joint, show_inline
from reader.article.table import Table, read_table

_KEPT = 512
_LINE_BY_LINE = {Kind.CODE, Kind.HTML, Kind.FRONT_MATTER, Kind.CHROME}


def displayed(article: Article, block: Block) -> Displayed:
    """What a reader sees of `block`: without markup, lines of a paragraph joined, cells of a table parted by tabs."""
    return _words_of(article).of(block)


def table_of(article: Article, block: Block) -> Table:
    """The rows and cells of a block of kind table."""
    return _words_of(article).table(block)


def definitions_of(article: Article) -> Definitions:
    """What links and footnotes of a Markdown article refer to."""
    return _words_of(article).definitions


class _Words:
    """The displayed words of one article, block by block; the last few hundred are kept."""

    def __init__(self, text: str, form: Format) -> None:
        self._text = text
        self._form = form
        self.of = lru_cache(_KEPT)(self._shown)

    @cached_property
    def definitions(self) -> Definitions:
        return definitions(self._text)

    def _shown(self, block: Block) -> Displayed:
        builder = Builder()
        if block.kind is Kind.TABLE:
            self._show_table(block, builder)
        elif block.kind in _LINE_BY_LINE:
            _show_lines(self._text, block, builder, "\n")
        elif self._form is Format.MARKDOWN and MARKUP.search(raw := block.raw(self._text)):
            known = self.definitions if "[" in raw else NO_DEFINITIONS
            show_inline(raw, _places(block), known, builder)
        else:
            _show_lines(self._text, block, builder, " ")
        if block.kind is Kind.HTML:
            builder.mark(0, "html")
        if block.info == "term":
            builder.mark(0, "strong")
        return builder.build() if block.kind is Kind.CODE else with_addresses(builder.build())

    def _show_table(self, block: Block, builder: Builder) -> None:
        for index, row in enumerate(self.table(block).rows):
            for column, cell in enumerate(row):
                builder.put("\t" if column else "\n" if index else "")
                builder.append(cell)

    def table(self, block: Block) -> Table:
        raw = block.raw(self._text)
        return read_table(self._text, block, self.definitions if "[" in raw else NO_DEFINITIONS)


_known: WeakKeyDictionary[Blocks, _Words] = WeakKeyDictionary()
"""Kept as long as the article's blocks: their identity is the key, because comparing texts takes time."""


def _words_of(article: Article) -> _Words:
    words = _known.get(article.blocks)
    if words is None:
        words = _known[article.blocks] = _Words(article.text, article.format)
    return words


def _places(block: Block) -> list[Place]:
    """Where the characters of the block's raw content stand in the source, newlines behind the pieces included."""
    found: list[Place] = []
    at = 0
    for piece in block.pieces:
        found.append(Place(at, piece.start, piece.length + 1))
        at += piece.length + 1
    return found


def _show_lines(text: str, block: Block, builder: Builder, join: str) -> None:
    """Lines as they are written; where blanks join them to a paragraph, without the blanks at their own ends."""
    for index, piece in enumerate(block.pieces):
        line = piece.of(text) if join == "\n" else piece.of(text).rstrip(" \t")
        builder.add(line, piece.start)
        if index + 1 < len(block.pieces):
            following = block.pieces[index + 1].of(text)
            builder.add(join if join == "\n" else joint(line, following), piece.start + len(line))
