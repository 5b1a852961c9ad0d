"""Cards as painted rows: items in, the ones that match a filter on the screen.  Keys are the card list's business."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.painting import Palette
from reader.ui.panes.deck import Deck, Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece, Roles

Item = TypeVar("Item")
SAID_ROWS = 6
"""Rows at most for what is said in place of cards."""


class CardCanvas(Widget, Generic[Item]):
    """Subclasses say what a card looks like (`card`) and what a filter looks at (`words`)."""

    ALLOW_SELECT = False
    TITLE = ""
    EMPTY = ""

    items: var[Sequence[Any]] = var(())
    cursor: reactive[int] = reactive(0)
    wanted: reactive[str] = reactive("")
    typing: reactive[bool] = reactive(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.palette = Palette(self)
        self._dealt_for = Size()
        self.deck: Deck[Item] = Deck(lambda item: self.card(item, max(4, self.size.width - 3)))

    # what subclasses say
    def card(self, item: Item, width: int) -> list[Line]:
        """Rows of one card of `width` cells, without the cursor."""
        raise NotImplementedError

    def words(self, item: Item) -> str:
        """What the filter looks at."""
        return ""

    def identity(self, item: Item) -> Any:
        """What stays the same when an item is replaced by a newer version of itself."""
        return item

    def heading(self) -> str:
        return f"{self.TITLE} {len(self.deck.items)}" if self.deck.items else self.TITLE

    def head(self) -> list[Line]:
        """The rows above the cards: the heading with the filter."""
        row = [Piece(" " + self.heading(), ("subheading",) if self.has_focus else ("muted",))]
        if self.typing or self.wanted:
            row += [Piece("  /", ("key",)), Piece(self.wanted), Piece("▏" if self.typing else "", ("key",))]
        return [row]

    def matching(self) -> Sequence[Item]:
        """The items that the filter wants."""
        parts = self.wanted.casefold().split()
        if not parts:
            return self.items
        return [item for item in self.items if all(part in self.words(item).casefold() for part in parts)]

    def nothing(self) -> str:
        """What is said where there are no cards."""
        return f"nothing matches “{self.wanted}”" if self.wanted else self.EMPTY

    # state
    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return self.deck.items[self.cursor] if 0 <= self.cursor < len(self.deck.items) else None

    def watch_items(self) -> None:
        self._deal()

    def watch_wanted(self) -> None:
        self._deal()

    def _deal(self) -> None:
        """Show the items that match; the cursor stays with its item."""
        kept = self.current
        self.deck.show(self.matching())
        self.set_reactive(CardCanvas.cursor, self.place_of(kept))
        self.show_cursor()

    def place_of(self, item: Item | None) -> int:
        """Where the cursor has to be to stand on `item`; where it is, if that is not shown."""
        wanted = None if item is None else self.identity(item)
        found = (i for i, other in enumerate(self.deck.items) if item is not None and self.identity(other) == wanted)
        return next(found, self.validate_cursor(self.cursor))

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.deck.items) - 1))

    def watch_cursor(self) -> None:
        self.show_cursor()

    def show_cursor(self) -> None:
        if self.is_mounted:
            self.deck.height = self._room
            self.deck.reveal(self.cursor)
            self.refresh()

    @property
    def _room(self) -> int:
        """Rows for cards."""
        return max(1, self.size.height - len(self.head()))

    # painting
    def notify_style_update(self) -> None:
        self.palette.forget()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """A new size is met here: news of it (`on_resize`) comes after a frame that would show the cards of the old."""
        if self._dealt_for != self.size or self.deck.height != self._room:
            self._dealt_for = self.size
            self.deck.forget()
            self.deck.height = self._room
            self.deck.reveal(self.cursor)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width, head = self.size.width, self.head()
        if y < len(head):
            return self.palette.strip(head[y], width)
        window, y = self.deck.window(), y - len(head)
        if y >= len(window):
            said = ["", *folded(self.nothing(), width - 2, SAID_ROWS)] if not window else []
            return self.palette.strip([Piece(f" {said[y]}" if y < len(said) else "", ("muted",))], width)
        index, row = window[y]
        line = self.deck.rows(index)[row]
        here = index == self.cursor and any(piece.text.strip() for piece in line)  # not what parts cards from others
        behind: Roles = (("cursor",) if self.has_focus else ("cursor-dim",)) if here else ()
        pieces = [Piece("▌" if here else " ", (*behind, "key"))]
        pieces += [Piece(piece.text, (*behind, *piece.roles)) for piece in line]
        thumb = Piece("▐" if y in self.deck.thumb() else " ", (*behind, "bar"))
        return self.palette.strip(pieces, width, behind, thumb)
