"""A table of any length is one table: its columns stand where they stood, however far one has gone in it."""

from __future__ import annotations

import pytest

from reader.article import Kind
from reader.layout.page import Page, RowRef
from reader.layout.table_widths import wants
from tests.article.making import markdown

ROWS = 3_000
NAMES = ["Ann", "Bernadette", "Cy", "Dominique Featherstonehaugh"]


def table(*, words: str = "", lead: str = "") -> str:
    """Rows whose widest names stand far behind the first part."""
    rows = [f"{lead}| {n} | {NAMES[n * 4 // ROWS]} | {words}" + "|" for n in range(ROWS)]
    return "\n".join((f"{lead}| n | name | remarks |", f"{lead}|--:|---|---|", *rows, "", "The end."))


def borders(page: Page, number: int) -> set[tuple[int, ...]]:
    """The columns in which the borders of a part's rows stand."""
    rows = [row for row in page.rows(number) if "│" in row.text]
    return {tuple(at for at, sign in enumerate(row.text) if sign == "│") for row in rows}


@pytest.mark.parametrize("width", [36, 66])
@pytest.mark.parametrize("words", ["", "Some words that have no room beside all others in one row"])
def test_columns_stand_where_they_stood_in_every_part(width: int, words: str) -> None:
    page = Page(markdown(table(words=words)), width)
    parts = [n for n, block in enumerate(page.article.blocks.complete()) if block.kind is Kind.TABLE]
    assert len(parts) > 10
    assert len({frozenset(borders(page, part)) for part in parts}) == 1
    assert all(row.cells <= width for part in parts for row in page.rows(part))


def test_columns_are_the_same_whether_one_comes_from_above_or_from_below() -> None:
    text = table()
    from_above, from_below = (Page(markdown(text), 66) for _ in range(2))
    top = from_above.window(RowRef(0, 0), 50)
    from_below.last()
    assert [row.text for _, row in top] == [row.text for _, row in from_below.window(RowRef(0, 0), 50)]


def test_a_name_from_far_below_is_not_torn() -> None:
    page = Page(markdown(table()), 40)
    page.last()
    shown = "\n".join(row.text for n in range(len(page.article.blocks)) for row in page.rows(n))
    assert shown.count("Featherstonehaugh") == ROWS // 4


def test_rows_are_parted_in_every_part_or_in_none() -> None:
    page = Page(markdown(table(words="Some words that have no room beside all others in one row")), 50)
    parts = [n for n, block in enumerate(page.article.blocks.complete()) if block.kind is Kind.TABLE]
    lines = [row.text for part in parts for row in page.rows(part)]
    assert sum("╌" in line for line in lines) == ROWS - 1


def test_a_table_in_a_quote_is_looked_at_to_its_end_and_no_further() -> None:
    article = markdown(table(lead="> ") + "\n\n| a | " + "x" * 500 + " |\n")
    article.blocks.grow()
    natural = wants(article, article.blocks[0]).natural
    assert natural == [4, len(NAMES[-1]), len("remarks")]


def test_what_the_columns_want_is_known_without_reading_the_table() -> None:
    article = markdown(table() * 10)
    article.blocks.grow()
    known = len(article.blocks)
    wants(article, article.blocks[0])
    assert len(article.blocks) == known and not article.blocks.done
