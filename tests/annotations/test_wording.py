"""What has become of a passage's words, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.wording import Fate, compared

SIGNS = {Fate.SAME: "{}", Fate.GONE: "[{}]", Fate.NEW: "<{}>"}


def drawn(marked: str, present: str) -> str:
    return " ".join(SIGNS[piece.fate].format(piece.text.strip()) for piece in compared(marked, present))


@pytest.mark.parametrize(
    ("marked", "present", "picture"),
    [
        ("Rates rose again", "Rates rose again", "Rates rose again"),
        ("Rates rose again", "Rates were raised again", "Rates [rose] <were raised> again"),
        ("Rates rose again", "Rates rose", "Rates rose [again]"),
        ("rose", "fell", "[rose] <fell>"),
        ("", "new words", "<new words>"),
    ],
)
def test_words_that_stayed_went_and_came(marked: str, present: str, picture: str) -> None:
    assert drawn(marked, present) == picture


words = st.lists(st.sampled_from(["a", "b", "c", "dd", "e,"]), max_size=12).map(" ".join)


@given(words, words)
def test_both_texts_can_be_read_from_the_pieces(marked: str, present: str) -> None:
    pieces = compared(marked, present)
    assert "".join(p.text for p in pieces if p.fate is not Fate.GONE) == present
    old = [word for p in pieces if p.fate is not Fate.NEW for word in p.text.split()]
    assert old == marked.split()
