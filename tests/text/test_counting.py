"""Numbers are said with their nouns."""

from __future__ import annotations

import pytest

from reader.text.counting import counted


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 highlights"), (1, "1 highlight"), (2, "2 highlights"), (35_000, "35,000 highlights")],
)
def test_one_is_one_and_all_else_is_many(number: int, words: str) -> None:
    assert counted(number, "highlight") == words
