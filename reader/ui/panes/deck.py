"""A deck of cards of different heights: where the cursor is and which rows are on the screen.  Pure.

Only cards on the screen are ever made, and the place is (card, row of the card), so neither the number of items nor
their heights cost anything.  (Textual's OptionList takes 8 s for 100,000 items, ListView as long for 1,000.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from reader.ui.pieces import Piece

Item = TypeVar("Item")
Line = list[Piece]
Place = tuple[int, int]

KEPT_CARDS = 2000


class Deck(Generic[Item]):
    """`items` shown through a window of `height` rows; `make(item)` gives a card's rows, at least one."""

    def __init__(self, make: Callable[[Item], list[Line]]) -> None:
        self._make = make
        self._cards: dict[int, list[Line]] = {}
        self.items: Sequence[Item] = ()
        self.height = 1
        self.top: Place = (0, 0)

    def show(self, items: Sequence[Item]) -> None:
        self.items = items
        self.forget()

    def forget(self) -> None:
        """Make every card anew when it is next shown."""
        self._cards.clear()

    def rows(self, index: int) -> list[Line]:
        if index not in self._cards:
            if len(self._cards) > KEPT_CARDS:
                self._cards.clear()
            self._cards[index] = self._make(self.items[index]) or [[]]
        return self._cards[index]

    def end(self, index: int) -> Place:
        """Last row of a card."""
        return index, len(self.rows(index)) - 1

    def walk(self, place: Place, by: int) -> Place:
        """The row `by` rows further down (up if negative), or the first or last one."""
        index, row = place
        row += by
        while row < 0 and index > 0:
            index -= 1
            row += len(self.rows(index))
        while row >= len(self.rows(index)):
            if index == len(self.items) - 1:
                return self.end(index)
            row -= len(self.rows(index))
            index += 1
        return index, max(0, row)

    def window(self) -> list[Place]:
        """The rows on the screen, from the top; fewer than `height` where the deck ends."""
        if not self.items:
            return []
        places = [self.top]
        while len(places) < self.height and (below := self.walk(places[-1], 1)) != places[-1]:
            places.append(below)
        return places

    def reveal(self, index: int) -> None:
        """Scroll as little as possible so that the whole card is on the screen (its first rows if it is higher)."""
        if not self.items:
            self.top = (0, 0)
            return
        lowest = self.walk(self.end(index), 1 - self.height)
        self.top = min(max(self.top, lowest), (index, 0), max(self._last_top(), lowest))

    def scroll(self, by: int) -> None:
        if self.items:
            self.top = min(self.walk(self.top, by), self._last_top())

    def _last_top(self) -> Place:
        return self.walk(self.end(len(self.items) - 1), 1 - self.height)

    def thumb(self) -> range:
        """Rows of the scroll bar that are filled, by the number of cards; empty if everything fits."""
        if not self.items or (self.top == (0, 0) and len(self.window()) < self.height):
            return range(0)
        last = self._last_top()
        if last == (0, 0):
            return range(0)
        length = max(1, self.height * max(1, len({index for index, _ in self.window()})) // len(self.items))
        start = round((self.height - length) * min(1.0, self.top[0] / max(1, last[0])))
        return range(start, start + length)
