"""A window on a page: it scrolls, shows what it is asked to show, and never leaves its screen half empty."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.layout.page import Page
from reader.layout.viewport import Viewport
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
