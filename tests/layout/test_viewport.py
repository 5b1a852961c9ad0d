"""A window on a page: it scrolls, shows what it is asked to show, and never leaves its screen half empty."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.layout.page import Page
from reader.layout.viewport import Viewport, Window
from tests.article.making import hard_texts, markdown, markdown_texts, plain

ARTICLE = "\n\n".join(f"Paragraph {number} has a few words." for number in range(40))


def texts(view: Viewport) -> list[str]:
    return [row.text for _, row in view.rows()]


def view_of(text: str = ARTICLE, width: int = 60, height: int = 9) -> Viewport:
    return Viewport(Page(plain(text), width), height)


def test_scrolling_moves_by_rows_and_stops_with_a_full_screen() -> None:
    view = view_of()
    assert texts(view)[:3] == ["Paragraph 0 has a few words.", "", "Paragraph 1 has a few words."]
    assert view.scroll(2)
    assert texts(view)[0] == "Paragraph 1 has a few words."
    assert view.scroll(1000)
    assert len(texts(view)) == 9
    assert texts(view)[-1] == "Paragraph 39 has a few words."
    assert not view.scroll(1)
    assert view.scroll(-1000)
    assert not view.scroll(-1)


def test_the_ends() -> None:
    view = view_of()
    view.to_bottom()
    assert texts(view)[-1] == "Paragraph 39 has a few words."
    view.to_top()
    assert texts(view)[0] == "Paragraph 0 has a few words."


def test_a_short_article_does_not_scroll() -> None:
    view = view_of("one\n\ntwo")
    assert texts(view) == ["one", "", "two"]
    assert not view.scroll(1)
    view.to_bottom()
    assert texts(view) == ["one", "", "two"]


def test_what_is_near_is_revealed_by_scrolling_a_little_and_what_is_far_at_a_third() -> None:
    view = view_of()
    near, far = ARTICLE.index("Paragraph 4"), ARTICLE.index("Paragraph 30")
    assert view.reveal(near)
    assert [text.startswith("Paragraph 4") for text in texts(view)].index(True) == 6
    assert not view.reveal(near)
    assert view.reveal(far)
    assert [text.startswith("Paragraph 30") for text in texts(view)].index(True) == 3


def test_the_words_at_the_top_stay_there_when_the_width_changes() -> None:
    article = plain("word " * 2000)
    view = Viewport(Page(article, 60), 10)
    view.scroll(50)
    for width in (20, 90, 33):
        first = view.first_offset
        view = Viewport(Page(article, width), 10)
        view.put(first)
        row = view.rows()[0][1]
        assert row.span.start <= first < row.span.end


def test_offsets_of_the_screen_are_those_of_its_words() -> None:
    view = view_of()
    view.scroll(1)
    assert view.first_offset == ARTICLE.index("Paragraph 1")
    assert view.last_offset == ARTICLE.index("Paragraph 5") - len("\n\n")


@settings(deadline=None)
@given(
    st.one_of(hard_texts.map(plain), markdown_texts.map(markdown)), st.integers(4, 60), st.integers(1, 12), st.data()
)
def test_what_is_revealed_is_shown_on_a_full_screen(
    article: Article, width: int, height: int, data: st.DataObject
) -> None:
    page = Page(article, width)
    view = Viewport(page, height)
    every = page.window(page.first(), 100_000)
    for _ in range(4):
        offset = data.draw(st.integers(0, len(page.article.text)))
        view.scroll(data.draw(st.integers(-20, 20)))
        view.reveal(offset)
        assert view.shows(offset) or not every
        assert len(view.rows()) == min(height, len(every))


WIDE = "# A page\n\nWords.\n\n```\n" + "".join(f"{number:<10}" for number in range(10)) + "end\n```\n\nMore words.\n"


def wide_view() -> Viewport:
    """30 cells for a line of 103, which stands behind an indent of 2."""
    return Viewport(Page(markdown(WIDE), 30, wrapped=False), 9)


def test_only_what_is_too_wide_slides_and_not_beyond_its_end() -> None:
    view = wide_view()
    assert [view.window(block) for block in (0, 1, 3)] == [None] * 3
    assert view.window(2) == Window(0, 30)
    assert view.slide(20)
    assert view.window(2) == Window(20, 30)
    assert view.slide(1000)
    assert view.window(2) == Window(75, 30)
    assert not view.slide(1)
    assert view.slide(-1000)
    assert not view.slide(-1)


def test_a_cell_of_what_has_been_slid_leads_to_the_character_that_is_seen_there() -> None:
    view = wide_view()
    ref = view.page.find(WIDE.index("5")).ref
    view.slide(45)
    assert view.offset_at(ref, 7) == WIDE.index("5")
    assert view.offset_at(view.page.find(2).ref, 2) == WIDE.index("page")


def test_the_first_column_of_a_table_stays_where_it_is() -> None:
    table = "|name|" + "".join(f"column {n}|" for n in range(9)) + "\n|" + "-|" * 10 + "\n|Ann|" + "number|" * 9
    view = Viewport(Page(markdown(table), 40), 9)
    ref = view.page.find(table.index("Ann")).ref
    assert view.window(0) == Window(0, 40, 7)
    view.slide(11)
    assert view.window(0) == Window(11, 40, 7)
    assert view.offset_at(ref, 1) == table.index("Ann") + 1
    assert view.offset_at(ref, 7) == view.page.offset_at(ref, 18) == table.index("|number|number") + 8


def test_what_is_shown_is_slid_into_sight_and_back() -> None:
    view = wide_view()
    for words in ("end", "0", "7", "5"):
        offset = WIDE.index(words)
        view.reveal(offset)
        place, window = view.page.find(offset), view.window(2)
        assert window is not None
        assert window.shift <= place.column < window.shift + window.room


@given(markdown_texts, st.integers(4, 40), st.lists(st.integers(-30, 30), max_size=6), st.data())
def test_sliding_never_leaves_what_is_too_wide(text: str, width: int, steps: list[int], data: st.DataObject) -> None:
    view = Viewport(Page(markdown(text), width, wrapped=False), 10)
    for step in steps:
        view.slide(step)
        view.reveal(data.draw(st.integers(0, len(text))))
        for ref, _ in view.rows():
            window = view.window(ref.block)
            assert window is None or 0 <= window.shift <= view.page.hidden(ref.block)
