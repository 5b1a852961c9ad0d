"""A canvas with somebody in it: a focused sentence, a caret and a selection; others ask and are told offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.layout.hits import Hits
from reader.layout.objects import displayed_words
from reader.text import Span
from reader.ui.commands import Place
from reader.ui.panes.row_painter import Moment
from reader.ui.panes.travelling_pane import TravellingPane

if TYPE_CHECKING:
    from reader.annotations import Annotation


class NavigatedPane(TravellingPane):
    """Shows one reading and knows where one is in it."""

    def __init__(self, measure: int, **kwargs: Any) -> None:
        super().__init__(measure, **kwargs)
        self._lifted = ""
        """Id of the highlight that is painted over those that it overlaps."""

    # what others ask
    @property
    def place(self) -> Place:
        """For the keymap: whether there is a caret, and whether it has moved."""
        selection = self.navigator.selection if self.navigator else None
        if selection is None:
            return Place.READING
        return Place.CARET if selection.anchor == selection.head else Place.SELECTION

    @property
    def selecting(self) -> bool:
        return self.place is not Place.READING

    @property
    def mode(self) -> str:
        """What is being selected, "" if nothing is."""
        if self.navigator is None or self.navigator.selection is None:
            return ""
        return "PARAGRAPHS" if self.navigator.by_paragraph else "SELECT"

    @property
    def passage(self) -> Span | None:
        """The selection, else the focused sentence."""
        return self.navigator.passage if self.navigator else None

    def displayed_words(self, span: Span) -> str:
        """The words of `span` as a reader sees them."""
        return displayed_words(self.reading.article, span) if self.reading else ""

    def annotations_over(self, span: Span) -> list[Annotation]:
        """The highlights that touch `span`, innermost first."""
        return self._marking.annotations_over(span)

    def whereabouts(self) -> list[str]:
        """Hits and progress, as words for the status bar."""
        if self.navigator is None or self.reading is None:
            return []
        words = [word for word in (self.going, self.counted()) if word]
        if self.navigator.at_end:
            return [*words, "100%"]
        length = max(1, len(self.reading.article.text))
        return [*words, f"{min(99, 100 * self.navigator.view.last_offset // length)}%"]

    def counted(self) -> str:
        """Which of how many hits is the current one; "…" as long as there may be more."""
        more = self.hits.searched < 1
        if self.hits:
            return f"{self.hits.number(self.current_hit)}/{len(self.hits)}{'…' if more else ''}"
        return f"searching {self.hits.searched:.0%}" if more else ""

    # what others say
    def lift(self, annotation: Annotation | None) -> None:
        """Paint a highlight over those that it overlaps: it is the one that commands mean."""
        wanted = annotation.id if annotation else ""
        if wanted != self._lifted:
            self._lifted = wanted
            self.refresh()

    @property
    def lifted(self) -> Annotation | None:
        """The highlight that is painted over those that it overlaps, as it is now."""
        return self._marking.by_id.get(self._lifted)

    def _moment(self) -> Moment:
        return replace(super()._moment(), lifted=self.lifted)

    def end_selection(self) -> None:
        if self.navigator is not None:
            self.navigator.end()
            self.travelled()

    def step_back(self) -> bool:
        """Drop the selection, or else the search; False if there was neither."""
        if self.selecting:
            self.end_selection()
        elif self.hits:
            self.hits = Hits()
        else:
            return False
        return True
