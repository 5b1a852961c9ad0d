"""The headings of the article; enter goes to one."""

from __future__ import annotations

from textual.message import Message
from textual.reactive import var

from reader.layout.contents import Heading, headings
from reader.reading import Reading
from reader.ui.commands import Place
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece


class ContentsPane(CardList[Heading]):
    """One card a heading, indented by its level."""

    TITLE = "Contents"
    EMPTY = "no headings here"
    place = Place.CONTENTS

    reading: var[Reading | None] = var(None)

    def watch_reading(self) -> None:
        self.list_headings()

    def on_show(self) -> None:
        self.list_headings()

    def list_headings(self) -> None:
        """Only while it is shown: finding all headings means parsing the whole article."""
        if self.display:
            self.items = tuple(headings(self.reading.article)) if self.reading else ()

    class HeadingChosen(Message):
        def __init__(self, heading: Heading) -> None:
            super().__init__()
            self.heading = heading

    def words(self, item: Heading) -> str:
        return item.title

    def card(self, item: Heading, width: int) -> list[Line]:
        indent = "  " * max(0, item.level - 1)
        roles = ("name",) if item.level <= 1 else ()
        return [[Piece(indent + row, roles)] for row in folded(item.title, max(8, width - len(indent)), 3)]

    def action_open(self) -> None:
        if (heading := self.current) is not None:
            self.post_message(self.HeadingChosen(heading))
