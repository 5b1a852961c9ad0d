"""Rows of pieces: cut to a window, never silently, and always as wide as they should be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.pieces import Piece, slid, total
from tests.article.making import hard_words, letters


def text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def test_a_row_that_fits_is_left_alone() -> None:
    row = [Piece("one "), Piece("two", ("strong",))]
    assert slid(row, 0, 7) == row


def test_what_is_cut_off_has_a_sign_at_that_end() -> None:
    row = [Piece("one "), Piece("two", ("strong",)), Piece(" three")]
    assert text(slid(row, 0, 6)) == "one t›"
    assert text(slid(row, 3, 6)) == "‹two ›"
    assert text(slid(row, 7, 6)) == "‹three"
    assert Piece("two", ("strong",)) in slid(row, 3, 6)


def test_a_row_that_ends_to_the_left_of_the_window_says_so() -> None:
    assert text(slid([Piece("short")], 20, 6)) == "‹"


def test_what_is_fixed_stays_and_the_rest_moves_behind_it() -> None:
    assert text(slid([Piece("name │ one │ two │ three")], 6, 14, 7)) == "name │ ‹wo │ ›"


def test_half_of_a_wide_character_is_a_blank() -> None:
    assert text(slid([Piece("世界の新聞")], 2, 6)) == "‹ の ›"


@given(st.lists(st.one_of(letters, hard_words), max_size=6), st.integers(0, 30), st.integers(4, 30))
def test_a_cut_row_never_takes_more_than_its_room(words: list[str], shift: int, room: int) -> None:
    row = [Piece(word.replace("\t", " ")) for word in words]
    shown = slid(row, shift, room)
    assert total(shown) <= max(room, 1)
    assert text(shown).endswith("›") == (total(row) > shift + room)
    if total(row) > shift + room:
        assert total(shown) == room
