from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.wording import size

MARKS = st.text("ab9 '’-–—“”_.é中", max_size=40)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("– — “”", 0),
        ("The harbour-master’s boat", 3),
        ("the boat–the only one–was late", 7),
        ("wait--what", 2),
        ("the dogs' own 'tis", 4),
        ("snake_case of U.S. boats", 6),
        ("été à Sète", 3),
        ("港口重开", 2),
    ],
)
def test_words_are_counted_as_people_count_them(text: str, words: int) -> None:
    assert size(text) == words


@given(MARKS)
def test_words_are_counted_alike_in_every_script(text: str) -> None:
    assert size(text + " été") == size(text) + 1
