"""The caret and what it selects, on a page: motions in, a new selection out.  The viewport follows the caret."""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import Article
from reader.layout import motions, objects
from reader.layout.moves import MOVES, paragraph_step, rows_of
from reader.layout.viewport import Viewport
from reader.text import Selection, Span


@dataclass(frozen=True, slots=True)
class WholeParagraphs(Selection):
    """A selection that was begun by the paragraph and grows and shrinks by paragraphs."""

    @classmethod
    def around(cls, article: Article, selection: Selection) -> WholeParagraphs:
        """`selection` widened to the paragraphs of its ends."""
        first, last = objects.paragraph(article, selection.anchor), objects.paragraph(article, selection.head)
        return cls(first.end, last.start) if last.start < first.start else cls(first.start, last.end)


class Caret:
    """There may be none; then nothing here does anything."""

    def __init__(self, view: Viewport) -> None:
        self.view = view
        self.article = view.page.article
        self.selection: Selection | None = None
        self._goal: int | None = None
        """The column that going up and down keeps to."""

    @property
    def by_paragraph(self) -> bool:
        """Whether whole paragraphs are being selected."""
        return isinstance(self.selection, WholeParagraphs)

    def select(self, selection: Selection, *, reveal: bool = True) -> None:
        """Without `reveal`, the screen stays: what is under a pointer must not move away from it."""
        self.selection = selection
        self._goal = None
        if reveal:
            self.view.reveal(selection.head)

    def select_span(self, span: Span) -> None:
        """Select exactly `span`; the caret stands behind it."""
        if span.length:
            self.select(Selection(span.start, span.end))

    def select_characters(self) -> None:
        """Keep what is selected, and go on by the character."""
        if self.selection is not None:
            self.select(Selection(self.selection.anchor, self.selection.head))

    def swap_ends(self) -> None:
        """Put the caret at the selection's other end."""
        if self.selection is not None:
            swapped = self.selection.swapped()
            self.select(WholeParagraphs.around(self.article, swapped) if self.by_paragraph else swapped)

    def put_caret(self, offset: int) -> None:
        """Move the caret; the other end stays."""
        if self.selection is None:
            self.select(Selection(offset, offset))
            return
        extended = self.selection.extended(offset)
        self.select(WholeParagraphs.around(self.article, extended) if self.by_paragraph else extended)

    def move(self, motion: str) -> None:
        """One motion of the caret, as named in `MOVES`."""
        if self.selection is not None:
            self.put_caret(MOVES[motion](self.view.page, self.selection.head))

    def move_by_rows(self, motion: str) -> None:
        """Rows and pages with the caret; the column is kept."""
        if self.selection is None:
            return
        if motion in MOVES:
            self.move(motion)
            return
        if self.by_paragraph and abs(rows := rows_of(motion, self.view.height)) == 1:
            self.put_caret(paragraph_step(self.article, self.selection.head, rows))
            return
        page = self.view.page
        goal = page.find(self.selection.head).column if self._goal is None else self._goal
        self.put_caret(motions.row_step(page, self.selection.head, rows_of(motion, self.view.height), goal))
        self._goal = goal
