"""Every displayed character has one cell-exact place, and every cell leads back to it: at any width, for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import Article, Kind
from reader.article.inline import displayed
from reader.layout.page import Page, Row, RowRef
from reader.layout.wrap import BLANKS
from reader.text.width import cells, graphemes
from tests.article.making import hard_texts, markdown, markdown_texts, plain

articles = st.one_of(hard_texts.map(plain), markdown_texts.map(markdown))
widths = st.one_of(st.integers(4, 20), st.integers(20, 90))


def all_rows(page: Page) -> list[tuple[RowRef, Row]]:
    page.article.blocks.complete()
    return page.window(page.first(), 10_000)


def clusters(row: Row) -> list[tuple[int, int, int]]:
    return graphemes(row.text)


@settings(deadline=None)
@given(articles, widths)
def test_every_displayed_character_leads_to_its_cell_and_back(article: Article, width: int) -> None:
    page = Page(article, width, folded=False)
    for ref, row in all_rows(page):
        column = row.indent
        for start, _, taken in clusters(row):
            if any(run.displayed <= start < run.displayed + run.length for run in row.words.runs):
                offset = row.words.to_source(start)
                place = page.find(offset)
                assert (place.ref, place.column) == (ref, column)
                assert {page.offset_at(ref, cell) for cell in range(column, column + max(1, taken))} == {offset}
            column += taken


@given(articles, widths)
def test_the_rows_show_all_words_in_order_and_once(article: Article, width: int) -> None:
    page = Page(article, width, folded=False)
    rows = all_rows(page)
    for number, block in enumerate(article.blocks):
        if block.kind is not Kind.TABLE:
            shown = displayed(article, block).text
            words = "".join(row.text for ref, row in rows if ref.block == number)
            assert words == shown.replace("\n", "")


@given(articles, widths)
def test_the_rows_of_a_table_show_every_character_of_its_cells_once(article: Article, width: int) -> None:
    page = Page(article, width, folded=False)
    rows = all_rows(page)
    for number, block in enumerate(article.blocks):
        if block.kind is Kind.TABLE:
            wanted = sorted(run.source + index for run in displayed(article, block).runs for index in range(run.length))
            found = sorted(
                run.source + index
                for ref, row in rows
                if ref.block == number
                for run in row.words.runs
                for index in range(run.length)
            )
            assert set(found) <= set(wanted)
            assert len(found) == len(set(found))
            assert not "".join(article.text[offset] for offset in set(wanted) - set(found)).strip(BLANKS)


@given(articles, widths)
def test_no_row_is_wider_than_the_measure_but_by_blanks_at_its_end(article: Article, width: int) -> None:
    page = Page(article, width, folded=False)
    for ref, row in all_rows(page):
        words = row.text.rstrip(BLANKS)
        prefix = sum(cells(part.text) for part in row.prefix)
        assert prefix + cells(words) <= width + page.hidden(ref.block) or len(graphemes(words)) <= 1
        assert not page.hidden(ref.block) or row.block.kind is Kind.TABLE


@given(articles, widths)
def test_every_offset_of_the_source_has_a_place(article: Article, width: int) -> None:
    page = Page(article, width)
    rows = dict(all_rows(page))
    for offset in range(len(article.text) + 1):
        place = page.find(offset)
        assert place.ref in rows or not rows
        assert page.offset_at(place.ref, place.column) <= len(article.text)


@given(articles, widths)
def test_walking_by_one_visits_every_row_both_ways(article: Article, width: int) -> None:
    page = Page(article, width)
    refs = [ref for ref, _ in all_rows(page)]
    for here, following in pairwise(refs):
        assert page.walk(here, 1) == following
        assert page.walk(following, -1) == here
    if refs:
        assert page.last() == refs[-1] == page.walk(refs[0], 1_000_000) == page.walk(refs[-1], 1)
        assert page.first() == refs[0] == page.walk(refs[-1], -1_000_000)


@given(articles, widths)
def test_what_is_painted_takes_the_cells_of_the_row(article: Article, width: int) -> None:
    for _, row in all_rows(Page(article, width)):
        assert cell_len(row.painted(0, len(row.text))) == row.cells - sum(cells(part.text) for part in row.prefix)


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "[ref]: /to"])
def test_an_article_without_words_has_no_rows_and_still_answers(text: str) -> None:
    page = Page(markdown(text), 40)
    assert page.window(page.first(), 10) == []
    assert page.walk(page.first(), 5) == page.first() == page.last()
    assert page.find(0).ref == page.first()
    assert page.offset_at(page.first(), 3) == 0
