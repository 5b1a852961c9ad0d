"""A reading as painted rows: values in, strips out.  What keys and mouse do is the reading pane's business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.hits import Hits
from reader.layout.marks import Mark
from reader.layout.navigator import Navigator
from reader.layout.page import Page
from reader.layout.row import Row, RowRef
from reader.layout.viewport import Viewport
from reader.quotations import Speaker
from reader.reading import Reading
from reader.text import Span
from reader.ui.arrangement import GUTTER, column_of_text, room_for_wide
from reader.ui.painting import Palette
from reader.ui.panes.marking import marking
from reader.ui.panes.row_painter import Moment, RowPainter
from reader.ui.panes.scroll_bar import ScrollBar, part_shown
from reader.ui.pieces import Piece

NARROWEST, WIDEST = 20, 160
"""Columns of text that one can choose."""


class TextCanvas(Widget):
    """Lays out and paints one article with everything that is marked in it."""

    ALLOW_SELECT = False

    reading: var[Reading | None] = var(None)
    speaker: var[Speaker | None] = var(None)
    hits: var[Hits] = var(Hits)
    current_hit: var[Span | None] = var(None)
    measure: reactive[int] = reactive(66)
    folded: reactive[bool] = reactive(True)
    wrapped: reactive[bool] = reactive(True)
    """Whether long lines of code and cells of tables are wrapped."""
    problem: reactive[str] = reactive("")
    """Shown where there is no article to show."""

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.palette = Palette(self)
        self.navigator: Navigator | None = None
        self._painter = RowPainter()
        self._marking = marking(None, None, Hits(), None)
        self._rows: list[tuple[RowRef, Row]] = []
        self._bar: ScrollBar | None = None
        self._bar_cells: list[Piece] = []
        self._now = Moment()
        self._laid_out_for = Size()
        self._kept: tuple[RowRef, int] | None = None
        """The row at the top since the latest layout, and which words that was to keep there."""
        self.set_reactive(TextCanvas.measure, measure)

    # values
    def validate_measure(self, measure: int) -> int:
        return max(NARROWEST, min(WIDEST, measure))

    def watch_reading(self, old: Reading | None, new: Reading | None) -> None:
        if old is None or new is None or old.article is not new.article:
            self.hits = Hits()
            self.lay_out()
        self.mark_anew()

    def watch_speaker(self) -> None:
        self.mark_anew()

    def watch_hits(self) -> None:
        self.set_reactive(TextCanvas.current_hit, None)
        self.mark_hits()

    def watch_current_hit(self) -> None:
        self.mark_hits()

    def watch_measure(self) -> None:
        self.lay_out()

    watch_folded = watch_wrapped = watch_measure

    def mark_anew(self) -> None:
        self._marking = marking(self.reading, self.speaker, self.hits, self.current_hit)
        self._bar = None
        self.refresh()

    def mark_hits(self) -> None:
        """To be called when `hits` have grown, too."""
        self._marking = replace(self._marking, hits=self.hits, current_hit=self.current_hit)
        self.refresh()

    def colour_code(self, code_marks: Callable[[Row], Sequence[Mark]]) -> None:
        """Ask `code_marks` what looks different in rows of code; it is asked again at every frame."""
        self._painter.code_marks = code_marks
        self.refresh()

    # layout
    @property
    def text_width(self) -> int:
        """Cells of the column of text."""
        return column_of_text(self.size.width, self.measure)[1]

    @property
    def left(self) -> int:
        """Cells before the gutter."""
        return column_of_text(self.size.width, self.measure)[0]

    def lay_out(self) -> None:
        """Make the page for the present article, width and folding; the words at the top of the screen stay there."""
        self._laid_out_for = self.size
        self._bar = None
        before = self.navigator
        if self.reading is None or not self.size.width:
            self.navigator = self._kept = None
        else:
            room = room_for_wide(self.size.width, self.measure)
            page = Page(self.reading.article, self.text_width, room=room, folded=self.folded, wrapped=self.wrapped)
            view = Viewport(page, self.size.height)
            self.navigator = Navigator(view)
            if before is not None and before.article is page.article:
                self._keep_at_top(before.view, view)
                self.navigator.sentence, self.navigator.selection = before.sentence, before.selection
                self.navigator.follow()

    def _keep_at_top(self, before: Viewport, view: Viewport) -> None:
        """As long as one stays there, it is always the same words: going by each row's first, one would drift away."""
        offset = self._kept[1] if self._kept and self._kept[0] == before.top else before.first_offset
        view.put(offset)
        self._kept = view.top, offset

    # painting
    def notify_style_update(self) -> None:
        self.palette.forget()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows, and what the scroll bar says of them, are fetched once a frame.

        A new size is met here: news of it (`on_resize`) comes after a frame that would show the page of the old one.
        """
        if self._laid_out_for != self.size:
            self.lay_out()
        self._rows = self.navigator.view.rows() if self.navigator else []
        self._bar_cells = self._scroll_bar()
        self._now = self._moment()
        return super().render_lines(crop)

    def _scroll_bar(self) -> list[Piece]:
        if self.navigator is None or self.reading is None:
            return []
        self._bar = self._bar or ScrollBar(self.size.height, len(self.reading.article.text), self._marking.annotations)
        return self._bar.cells(part_shown(self.navigator.view, len(self._rows)), self._marking.hits)

    def render_line(self, y: int) -> Strip:
        width = self._laid_out_for.width
        left, _ = column_of_text(width, self.measure)
        if y >= len(self._rows):
            said = self.problem if y == 1 and not self._rows else ""
            return self.palette.strip([Piece(" " * (left + GUTTER)), Piece(said, ("error",))], width)
        codebook = self.reading.codebook if self.reading else None
        ref, row = self._rows[y]
        window = self.navigator.view.window(ref.block) if self.navigator else None
        pieces = self._painter.pieces(row, self._marking, self._now, codebook, left, window)
        return self.palette.strip(pieces, width, bar=self._bar_cells[y])

    def _moment(self) -> Moment:
        """What changes from key to key."""
        at = self.navigator
        if at is None:
            return Moment()
        return Moment(at.sentence) if at.selection is None else Moment(None, at.passage, at.selection.head)
