"""Where one is in an article: the rows on the screen, the focused sentence, and the selection while there is one.

Names of motions in, a new place out; pure, so that every motion can be tested without an app.  Without a selection
motions scroll and the focused sentence follows; with one they move its head, the caret.
"""

from __future__ import annotations

from reader.layout import motions, objects
from reader.layout.caret import Caret, WholeParagraphs
from reader.layout.moves import OBJECTS, rows_of
from reader.layout.viewport import Viewport
from reader.text import Selection, Span


class Navigator(Caret):
    """Reads and moves a `Viewport`; knows offsets only."""

    def __init__(self, view: Viewport) -> None:
        super().__init__(view)
        self.sentence: Span | None = None
        """The focused sentence: what one key highlights while nothing is selected."""
        self.follow()

    # where
    @property
    def here(self) -> int:
        """The caret, else the start of the focused sentence."""
        if self.selection is not None:
            return self.selection.head
        return self.sentence.start if self.sentence else self.view.first_offset

    @property
    def passage(self) -> Span | None:
        """What commands apply to: what is selected, else the sentence at the caret or in focus."""
        if self.selection is None:
            return self.sentence
        span = self.selection.span
        return span if span.length else objects.sentence(self.article, span.start)

    @property
    def at_end(self) -> bool:
        """Whether the last row of the article is on the screen."""
        return len(self.view.page.window(self.view.top, self.view.height + 1)) <= self.view.height

    @property
    def word(self) -> Span:
        """The word at the caret, else the first of the focused sentence."""
        return objects.word(self.article, self.here)

    # reading
    def scroll(self, motion: str) -> None:
        """Rows, pages and ends.  Where there is nothing left to scroll, the focused sentence goes on alone."""
        if self.selection is not None:
            self.move_by_rows(motion)
        elif motion == "top":
            self.view.to_top()
            self.focus_on(motions.document_start(self.article))
        elif motion == "bottom":
            self.view.to_bottom()
            self.focus_on(motions.document_end(self.article))
        else:
            rows = rows_of(motion, self.view.height)
            if not self.view.scroll(rows):
                self.step_sentence(rows > 0)
            self.follow()

    def follow(self) -> None:
        """The focused sentence follows the scroll: if it left the screen, the nearest one on the screen takes over."""
        first, last = self.view.first_offset, self.view.last_offset
        if self.sentence is not None and first <= self.sentence.start < last:
            return
        if self.sentence is not None and self.sentence.start >= last:
            self.focus_on(max(first, last - 1))
            return
        self.focus_on(first)
        if self.sentence is not None and self.sentence.start < first:
            following = motions.next_sentence(self.article, self.sentence.start)
            self.sentence = following if following and following.start < last else self.sentence

    def focus_on(self, offset: int) -> None:
        self.sentence = objects.sentence(self.article, offset)

    def step_sentence(self, forward: bool) -> None:
        """Focus the next or previous sentence and show it."""
        step = motions.next_sentence if forward else motions.previous_sentence
        found = step(self.article, self.here)
        if found is not None:
            self.sentence = found
            self.show(found)

    def show(self, span: Span) -> None:
        """Scroll so that as much of `span` as fits is on the screen, its start first."""
        self.view.reveal(max(span.start, span.end - 1))
        self.view.reveal(span.start)

    def go_to(self, span: Span) -> None:
        """Bring `span` on the screen, and the caret or else the focus to its start."""
        if self.selection is not None:
            self.put_caret(span.start)
        else:
            self.focus_on(span.start)
        self.show(span)

    def put(self, offset: int) -> None:
        """Show `offset` at the top of the screen, as it was left."""
        self.view.put(offset)
        self.sentence = None
        self.follow()

    def step_paragraph(self, forward: bool) -> None:
        """To the next or previous paragraph."""
        step = motions.next_paragraph if forward else motions.previous_paragraph
        if (found := step(self.article, self.here)) is not None:
            self.go_to(found)

    # selecting
    def begin(self) -> None:
        """Put a caret on the first character of the focused sentence."""
        if self.selection is None and self.sentence is not None:
            self.select(Selection(self.sentence.start, self.sentence.start))

    def end(self) -> None:
        """Drop the selection; the sentence where it began is in focus."""
        if self.selection is not None:
            self.focus_on(self.selection.span.start)
            self.selection = None

    def select_paragraphs(self) -> None:
        """Select the paragraphs that the selection (else the focused sentence) touches, and go on by the paragraph."""
        if (passage := self.passage) is not None and passage.length:
            chosen = Selection(passage.start, max(passage.start, passage.end - 1))
            turned = self.selection is not None and self.selection.backwards
            self.select(WholeParagraphs.around(self.article, chosen.swapped() if turned else chosen))

    def take(self, name: str) -> bool:
        """Select a whole sentence, paragraph or quotation around the caret, as named in `OBJECTS`.

        False if there is none, or no word in it.
        """
        found = OBJECTS[name](self.article, self.here)
        if found is None or not found.length:
            return False
        self.select_span(found)
        return True
