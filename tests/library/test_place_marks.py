"""A letter means the same words tomorrow, and after somebody has edited the text around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.place_marks import PlaceMark, PlaceMarks, place_mark
from reader.memory import Memory
from reader.text import Span
from tests.article.making import markdown

TEXT = "# Vote\n\nThe council put off its vote. Nobody was *surprised* by that.\n\nIt meets again in April.\n"


def mark(letter: str, words: str, text: str = TEXT, article: str = "test.md") -> PlaceMark:
    start = text.index(words)
    made = place_mark(letter, markdown(text), Span(start, start + len(words)))
    return PlaceMark(letter, article, made.target)


def test_places_outlive_the_program(tmp_path: Path) -> None:
    made = mark("a", "Nobody was *surprised*")
    PlaceMarks(tmp_path, Memory(tmp_path)).set(made)
    assert PlaceMarks(tmp_path, Memory(tmp_path)).find("a", "test.md") == made


def test_a_small_letter_is_one_place_an_article_and_a_capital_one_in_the_library(tmp_path: Path) -> None:
    marks = PlaceMarks(tmp_path, Memory(tmp_path))
    for letter in "aA":
        for article in ("one.md", "two.md", "one.md"):
            marks.set(mark(letter, "council" if article == "two.md" else "Nobody", article=article))
    found = {name: marks.find(*name) for name in [("a", "one.md"), ("a", "two.md"), ("A", "two.md"), ("a", "new.md")]}
    assert {name: place and place.article_id for name, place in found.items()} == {
        ("a", "one.md"): "one.md",
        ("a", "two.md"): "two.md",
        ("A", "two.md"): "one.md",
        ("a", "new.md"): "one.md",  # none of its own: the latest one elsewhere
    }
    assert marks.find("b", "one.md") is None


@given(
    st.sampled_from(["", "New first lines.\n\n", "x" * 5000 + "\n\n"]), st.sampled_from(["", " And more.", "\n\nEnd."])
)
def test_a_place_is_found_again_behind_what_was_written_before_it(before: str, behind: str) -> None:
    text = before + TEXT + behind
    assert mark("a", "Nobody was *surprised* by that.").offset_in(markdown(text)) == text.index("Nobody")


def test_words_that_are_gone_are_no_place() -> None:
    assert mark("a", "It meets again in April.").offset_in(markdown("Something else.")) is None


def test_where_there_are_no_words_there_is_no_place() -> None:
    with pytest.raises(ValueError, match="no words"):
        place_mark("a", markdown("***\n"), Span(0, 0))


@pytest.mark.parametrize("kept", [None, 3, [3], [["a", "one.md", "sha", 5, 2, "x", "", "", 0]], [["a"]]])
def test_what_cannot_be_read_counts_as_forgotten(kept: object, tmp_path: Path) -> None:
    Memory(tmp_path).remember_place_marks(tmp_path, kept)  # type: ignore[arg-type]
    assert PlaceMarks(tmp_path, Memory(tmp_path)).find("a", "one.md") is None
