"""What was marked and thought: highlights of this article (or of the whole library) with tags and notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.message import Message
from textual.reactive import var

from reader.annotations import AnchorState, Annotation, Codebook
from reader.reading import Reading
from reader.ui.commands import Place
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece, clipped

QUOTE_ROWS = 3
NOTE_ROWS = 3
STATES = {
    AnchorState.CHANGED: "the words have changed since",
    AnchorState.MOVED: "has moved",
    AnchorState.AMBIGUOUS: "stands in several places now",
    AnchorState.ORPHAN: "lost its place",
}


class AnnotationsPanel(CardList[Annotation]):
    """Highlights as cards, in document order; `enter` asks to go to one."""

    TITLE = "Highlights"
    EMPTY = "nothing marked yet: h marks a sentence"
    place = Place.ANNOTATIONS

    reading: var[Reading | None] = var(None)
    titles: var[Mapping[str, str]] = var({})
    """Titles by article id where the articles should be named; empty while only one article is shown."""

    class AnnotationChosen(Message):
        def __init__(self, annotation: Annotation) -> None:
            super().__init__()
            self.annotation = annotation

    def watch_reading(self, reading: Reading | None) -> None:
        self.items = reading.annotations if reading else ()
        self.deck.forget()

    @property
    def codebook(self) -> Codebook:
        return self.reading.codebook if self.reading else Codebook()

    def identity(self, item: Annotation) -> Any:
        return item.id

    def words(self, item: Annotation) -> str:
        return " ".join((item.target.exact, item.note, *self.codebook.names(item.tags)))

    def card(self, item: Annotation, width: int) -> list[Line]:
        bar = Piece("▎ ", (f"annotation-{item.color}",))
        rows: list[Line] = [[bar, Piece(row)] for row in folded(item.target.exact, width - 2, QUOTE_ROWS)]
        tags = [f"#{name}" for name in self.codebook.names(item.tags)]
        about = "  ".join([f"¶{item.target.paragraph}", *tags])
        rows.append([Piece("  "), Piece(clipped(about, width - 2), ("number",))])
        if item.note:
            rows += [
                [Piece("  ✎ " if n == 0 else "    ", ("key",)), Piece(row, ("em",))]
                for n, row in enumerate(folded(item.note, width - 4, NOTE_ROWS))
            ]
        if item.anchor.state in STATES:
            rows.append([Piece("  " + clipped(STATES[item.anchor.state], width - 2), ("error",))])
        if item.article_id in self.titles:
            rows.append([Piece("  " + clipped(self.titles[item.article_id], width - 2), ("muted",))])
        return [*rows, []]

    def action_open(self) -> None:
        if (annotation := self.current) is not None:
            self.post_message(self.AnnotationChosen(annotation))
