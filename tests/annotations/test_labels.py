"""What a change is called: the words that it is about stand in one pair of quotation marks, whichever they have."""

from __future__ import annotations

import pytest

from reader.annotations.editing import in_marks


@pytest.mark.parametrize(
    ("passage", "label"),
    [
        ("Rates rose", "“Rates rose”"),
        ("“Rates rose.”", "“Rates rose.”"),
        ('"Rates rose."', "“Rates rose.”"),
        ("« Rates rose. »", "“Rates rose.”"),
        ("“She would not say more than that,” he added.", "“She would not say more than that,” he…”"),
        ("She said “no”", "“She said “no””"),
        ("’Tis the season", "“’Tis the season”"),
    ],
)
def test_the_words_of_a_passage_stand_in_one_pair_of_marks(passage: str, label: str) -> None:
    assert in_marks(passage) == label
