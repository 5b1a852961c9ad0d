"""What was found in the whole library: article by article, each match with its line."""

from __future__ import annotations

from reader.library.findings import Finding
from reader.text.width import cells
from reader.ui.panes.card_list import CardList
from reader.ui.panes.deck import Line
from reader.ui.pieces import Piece, clipped

SHOWN_BEFORE = 0.35
"""The share of a row that what stands before a match may take."""


class FindingsList(CardList[Finding]):
    """One card a match; the first of an article carries its title.  Moved by keys that somebody else hears."""

    said = ""
    """How far the search is."""

    def validate_typing(self, typing: bool) -> bool:
        """There is no filter: whoever looks for something else searches again."""
        return False

    def heading(self) -> str:
        return self.said

    def card(self, item: Finding, width: int) -> list[Line]:
        row: Line = [Piece("✎ ", ("key",)) if item.in_note else Piece("  ")]
        room = width - 2
        before = _end_of(item.before, int(room * SHOWN_BEFORE))
        rest = max(0, room - cells(before) - cells(item.words))
        row += [Piece(before), Piece(item.words, ("hit",)), Piece(clipped(item.behind, rest))]
        if not item.opens:
            return [row]
        aside = f"  {item.opens}"
        title = Piece(clipped(item.title, width - len(aside)), ("name",))
        return [[], [title, Piece(aside, ("number",))], row]


def _end_of(text: str, width: int) -> str:
    """The end of `text` from a whole word on, with an ellipsis where it was cut."""
    if len(text) <= width:
        return text
    kept = text[len(text) - width + 1 :]
    return "…" + kept[max(0, kept.find(" ")) :]
