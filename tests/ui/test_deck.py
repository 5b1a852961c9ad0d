"""Cards of different heights in a window of rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.panes.deck import Deck
from reader.ui.pieces import Piece


def deck_of(heights: list[int], window: int) -> Deck[int]:
    """A deck whose items are the heights of their cards."""
    deck: Deck[int] = Deck(lambda rows: [[Piece(str(n))] for n in range(rows)])
    deck.height = window
    deck.show(heights)
    return deck


def test_a_card_below_the_window_is_brought_in_whole() -> None:
    deck = deck_of([2, 2, 2, 2], window=4)
    deck.reveal(3)
    assert deck.window() == [(2, 0), (2, 1), (3, 0), (3, 1)]


def test_a_card_higher_than_the_window_shows_its_first_rows() -> None:
    deck = deck_of([1, 9], window=4)
    deck.reveal(1)
    assert deck.window()[0] == (1, 0)


def test_nothing_moves_for_a_card_that_is_already_there() -> None:
    deck = deck_of([2] * 10, window=6)
    deck.scroll(4)
    before = deck.top
    deck.reveal(3)
    assert deck.top == before


def test_only_the_cards_on_the_screen_are_made() -> None:
    made: list[int] = []

    def make(item: int) -> list[list[Piece]]:
        made.append(item)
        return [[], []]

    deck: Deck[int] = Deck(make)
    deck.height = 10
    deck.show(range(100_000))
    deck.reveal(50_000)
    deck.window()
    assert len(made) < 50


heights = st.lists(st.integers(1, 7), min_size=1, max_size=30)


@given(heights, st.integers(1, 12), st.lists(st.integers(-20, 20)), st.integers(0, 29))
def test_the_window_is_always_full_or_shows_everything(
    sizes: list[int], window: int, scrolls: list[int], shown: int
) -> None:
    deck = deck_of(sizes, window)
    for rows in scrolls:
        deck.scroll(rows)
    index = shown % len(sizes)
    deck.reveal(index)
    places = deck.window()
    assert len(places) == min(window, sum(sizes)) or places[0] == (index, 0)
    assert (index, 0) in places
    if sizes[index] <= window:
        assert deck.end(index) in places
