"""A list of cards in which one's place can be taken down and found again when other cards have come."""

from __future__ import annotations

from typing import Any, TypeVar

from reader.ui.panes.card_list import CardList

Item = TypeVar("Item")


class PlacedList(CardList[Item]):
    """A place is a card, by its identity, and the rows of the screen above it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._before_filter: tuple[Any, int] = (None, 0)

    @property
    def standing(self) -> Any:
        """The identity of the card under the cursor; None where there is none."""
        return None if self.current is None else self.identity(self.current)

    @property
    def rows_above(self) -> int:
        """Rows on the screen above the card under the cursor."""
        window = self.deck.window()
        return window.index((self.cursor, 0)) if (self.cursor, 0) in window else 0

    def stand_on(self, identity: Any, rows_above: int) -> None:
        """Put the cursor on a card with so many rows above it; on the first one if it is not shown."""
        found = (index for index, card in enumerate(self.deck.items) if self.identity(card) == identity)
        self.cursor = next(found, 0)
        self.leave_above(rows_above)

    def leave_above(self, rows_above: int) -> None:
        """Let the card under the cursor have so many rows above it, as far as there are cards to fill the screen."""
        if self.deck.items:
            self.deck.top = self.deck.walk((self.cursor, 0), -rows_above)
            self.show_cursor()

    def action_filter(self) -> None:
        self._before_filter = self.standing, self.rows_above
        super().action_filter()

    def watch_wanted(self) -> None:
        """Whoever gives up a filter that nothing matches is back where they were."""
        nothing = not self.deck.items
        super().watch_wanted()
        if nothing and not self.wanted and self.is_mounted:
            self.stand_on(*self._before_filter)
