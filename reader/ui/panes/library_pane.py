"""The articles of the folder: title, source, date, reading time and what has been found and marked in each."""

from __future__ import annotations

from typing import Any

from reader.library.listing import Listing
from reader.sources.registry import SUFFIXES
from reader.text.width import cells
from reader.ui.commands import Place
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece, clipped

TITLE_ROWS = 2
"""Rows of a title at most."""


class LibraryPane(CardList[Listing]):
    """One card an article; opening one is the screen's business."""

    TITLE = "Library"
    EDGE = "right"
    EMPTY = f"no articles here and in the folders below: {', '.join(SUFFIXES)} are read  · q leaves"
    place = Place.LIBRARY

    def identity(self, item: Listing) -> Any:
        return item.entry.id

    def stand_on(self, article_id: str) -> None:
        """Put the cursor on an article that was opened from elsewhere."""
        found = (n for n, item in enumerate(self.deck.items) if item.entry.id == article_id)
        self.cursor = next(found, self.cursor)

    def words(self, item: Listing) -> str:
        return f"{item.title} {item.entry.id} {item.publisher}"

    def card(self, item: Listing, width: int) -> list[Line]:
        look = ("name",) if not item.problem else ("muted",)
        title = [[Piece(row, look)] for row in folded(item.title, width, TITLE_ROWS)]
        if item.problem:
            return [*title, [Piece(clipped(item.problem, width), ("error",))]]
        return [*title, [Piece(_fitting(_facts(item), width), ("muted",))]]


def _fitting(facts: list[str], width: int) -> str:
    """As many of the facts as fit, the first ones first; a shorter one takes the place of one that does not fit."""
    chosen: list[str] = []
    for fact in facts:
        if not chosen or cells(" · ".join([*chosen, fact])) <= width:
            chosen.append(fact)
    return clipped(" · ".join(chosen), width)


def _facts(item: Listing) -> list[str]:
    """What there is to say of an article, the most telling first."""
    facts = [f"{item.highlights} marked"] if item.highlights else []
    if item.quotations:
        facts.append(f"{item.quotations} quoted")
    elif item.reported:
        facts.append(f"{item.reported} reported")
    if item.published:
        facts.append(f"{item.published.day} {item.published:%b %Y}")
    if item.minutes:
        facts.append(f"{item.minutes} min")
    if item.publisher:
        facts.append(item.publisher)
    return facts or ["…" if not item.read else "no words"]
