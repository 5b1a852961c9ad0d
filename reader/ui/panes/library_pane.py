"""The articles of the folder: title, source, date, reading time and what has been found and marked in each."""

from __future__ import annotations

from typing import Any

from reader.library.listing import Listing
from reader.text.width import cells
from reader.ui.commands import Place
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.pieces import Piece, clipped


class LibraryPane(CardList[Listing]):
    """One card an article; opening one is the screen's business."""

    TITLE = "Library"
    EMPTY = "no articles here"
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
        title = [Piece(clipped(item.title, width), ("name",) if not item.problem else ("muted",))]
        if item.problem:
            return [title, [Piece(clipped(item.problem, width), ("error",))]]
        return [title, [Piece(_fitting(_facts(item), width), ("muted",))]]


def _fitting(facts: list[str], width: int) -> str:
    """As many of the facts as fit, the first ones first."""
    while len(facts) > 1 and cells(" · ".join(facts)) > width:
        facts = facts[:-1]
    return clipped(" · ".join(facts), width)


def _facts(item: Listing) -> list[str]:
    """What there is to say of an article, the most telling first."""
    facts = [f"{item.published.day} {item.published:%b %Y}"] if item.published else []
    if item.quotations:
        facts.append(f"{item.quotations} quoted")
    elif item.reported:
        facts.append(f"{item.reported} reported")
    if item.highlights:
        facts.append(f"{item.highlights} marked")
    if item.minutes:
        facts.append(f"{item.minutes} min")
    if item.publisher:
        facts.append(item.publisher)
    return facts or ["…" if not item.read else "no words"]
