"""The colours of code: asked for while a frame is painted, found in a thread, there in a later frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article, Block
from reader.article.code_words import coloured, language_of
from reader.article.inline import displayed
from reader.layout.marks import Mark, MarkIndex
from reader.layout.row import Row

if TYPE_CHECKING:
    from reader.ui.screens.reading_screen import ReadingScreen

BELOW_EVERYTHING = -1
"""Priority: whatever is marked in code is painted over its colours."""


class Colouring:
    """Knows the colours of the pieces of code of one article that have been on the screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._article: Article | None = None
        self._known: dict[Block, MarkIndex] = {}
        self._wanted: dict[Block, None] = {}
        """In the order in which they were asked for."""

    def begin(self) -> None:
        self.screen.pane.colour_code(self.marks)

    def marks(self, row: Row) -> Sequence[Mark]:
        """What looks different in a row of the article on the screen; nothing as long as that is not known."""
        article = self.screen.reading.article if self.screen.reading else None
        if article is not self._article:
            self._article, self._known, self._wanted = article, {}, {}
        known = self._known.get(row.block)
        if known is None and language_of(row.block.info):
            self._ask_for(row.block)
        return known.over(row.span) if known and row.span.length else ()

    def _ask_for(self, block: Block) -> None:
        if not self._wanted:
            self.screen.call_later(self._find_out)
        self._wanted[block] = None

    def _find_out(self) -> None:
        article, wanted = self._article, list(self._wanted)
        if article is not None and wanted:
            self.screen.run_worker(lambda: self._colour(article, wanted), thread=True, group="colour", exclusive=True)

    def _colour(self, article: Article, wanted: Sequence[Block]) -> None:
        """Called in a thread."""
        found = {block: MarkIndex(code_marks(article, block)) for block in wanted}
        self.screen.tell(self._take, article, found)

    def _take(self, article: Article, found: dict[Block, MarkIndex]) -> None:
        if article is not self._article:
            return
        self._known |= found
        self._wanted = {block: None for block in self._wanted if block not in found}
        self._find_out()
        self.screen.pane.refresh()


def code_marks(article: Article, block: Block) -> list[Mark]:
    """What looks different in a block of code, as marks on the source."""
    shown = displayed(article, block)
    found = coloured(shown.text, language_of(block.info))
    return [Mark(shown.source_span(span), role, BELOW_EVERYTHING) for span, role in found]
