"""Tables as rows of cells."""

from __future__ import annotations

import pytest

from reader.article.inline import table_of
from reader.article.table import Table
from tests.article.making import markdown


def table(text: str) -> Table:
    article = markdown(text)
    return table_of(article, article.blocks.complete()[0])


def words(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(text).rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|---|\n| c | d |", [["a", "b"], ["c", "d"]]),
        ("a | b\n--- | ---\nc | d", [["a", "b"], ["c", "d"]]),
        ("| a |  |\n|---|---|\n|  | d |", [["a", ""], ["", "d"]]),
        ("| a | b |\n|---|---|\n| c |\n| d | e | f |", [["a", "b", ""], ["c", "", ""], ["d", "e", "f"]]),
        ("| a \\| b | `c \\| d` |\n|---|---|", [["a | b", "c | d"]]),
        ("| *a* | [b](c) &amp; |\n|---|---|", [["a", "b &"]]),
        ("> | a |\n> |---|\n> | b |", [["a"], ["b"]]),
    ],
)
def test_cells(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


def test_alignment() -> None:
    assert table("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 | 5 |").aligns == (
        *("left", "left", "center", "right", "left"),
    )


def test_cells_know_their_places_behind_escapes() -> None:
    text = "| a \\| b |\n|---|"
    (cell,) = table(text).rows[0]
    assert cell.text == "a | b"
    assert [text[cell.to_source(index)] for index in range(5)] == list("a | b")
    assert text[cell.to_source(4)] == "b"
