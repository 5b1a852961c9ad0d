"""Moving about: the focused sentence, the caret and the selection, by the names of motions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.layout import objects
from reader.layout.moves import MOVES, OBJECTS
from reader.layout.navigator import Navigator
from reader.layout.page import Page
from reader.layout.viewport import Viewport
from reader.text import Selection, Span
from tests.article.making import hard_texts, markdown, markdown_texts, plain

ARTICLE = "# Title\n\nOne *two* three. Four “five six,” seven.\n\n- Eight nine.\n- Ten.\n\n***\n\nEleven twelve.\n"


def reading(text: str = ARTICLE, width: int = 30, height: int = 8) -> Navigator:
    return Navigator(Viewport(Page(markdown(text), width), height))


def words(navigator: Navigator) -> str:
    """What commands would apply to."""
    return navigator.passage.of(navigator.article.text) if navigator.passage else ""


def test_the_first_sentence_is_in_focus_and_steps_go_on_from_it() -> None:
    here = reading()
    seen = [words(here)]
    for _ in range(6):
        here.step_sentence(forward=True)
        seen.append(words(here))
    assert seen == [
        *(
            "Title",
            "One *two* three.",
            "Four “five six,” seven.",
            "Eight nine.",
            "Ten.",
            "Eleven twelve.",
            "Eleven twelve.",
        ),
    ]
    here.step_sentence(forward=False)
    assert words(here) == "Ten."


def test_the_focus_follows_the_scroll() -> None:
    here = reading("\n\n".join(f"Sentence {number}." for number in range(40)))
    for _ in range(5):
        here.scroll("page-down")
        assert here.view.shows(here.here)
    here.scroll("bottom")
    assert words(here) == "Sentence 39."
    here.scroll("line-up")
    here.scroll("top")
    assert words(here) == "Sentence 0."


def test_where_nothing_is_left_to_scroll_the_focus_goes_on_alone() -> None:
    here = reading(height=40)
    here.scroll("line-down")
    assert words(here) == "One *two* three."
    here.scroll("line-up")
    assert words(here) == "Title"


def test_a_selection_begins_at_the_focused_sentence_and_grows_with_the_caret() -> None:
    here = reading()
    here.step_sentence(forward=True)
    here.begin()
    assert words(here) == "One *two* three."  # nothing is selected yet: the sentence at the caret
    here.move("word-end")
    assert words(here) == "One"
    here.move("word-forward")
    here.move("word-end")
    assert words(here) == "One *two"
    here.end()
    assert words(here) == "One *two* three."


def test_a_selection_made_backwards_holds_the_same_words() -> None:
    here = reading("one two three")
    here.select(Selection(7, 4))
    assert words(here) == "two"
    here.select(Selection(4, 7))
    assert words(here) == "two"


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("select-sentence", "Four “five six,” seven."),
        ("select-paragraph", "One *two* three. Four “five six,” seven."),
        ("select-quotation", "five six,"),
        ("select-around-quotation", "“five six,”"),
    ],
)
def test_text_objects_are_taken_exactly(name: str, taken: str) -> None:
    here = reading()
    here.select(Selection(ARTICLE.index("five"), ARTICLE.index("five")))
    here.take(name)
    assert words(here) == taken


def test_rows_keep_the_column_of_the_caret() -> None:
    here = reading("a long first row\n\nab\n\nanother long row")
    at = here.article.text.index("first")
    here.select(Selection(at, at))
    here.scroll("line-down")
    assert here.here == here.article.text.index("b\n\nanother")
    here.scroll("line-down")
    assert here.view.page.find(here.here).column == 7


def test_paragraphs_extend_a_selection() -> None:
    here = reading()
    at = ARTICLE.index("Eight")
    here.select(Selection(at, at))
    here.move("extend-paragraph-down")
    assert words(here) == "Eight nine."
    here.move("extend-paragraph-down")
    assert words(here) == "Eight nine.\n- Ten."


def test_going_somewhere_shows_it() -> None:
    here = reading("\n\n".join(f"Sentence {number}." for number in range(400)))
    start = here.article.text.index("Sentence 300")
    here.go_to(Span(start, start + 8))
    assert words(here) == "Sentence 300."
    assert here.view.shows(start)
    here.put(here.article.text.index("Sentence 100"))
    assert words(here) == "Sentence 100."


@settings(deadline=None, max_examples=60)
@given(
    st.one_of(hard_texts.map(plain), markdown_texts.map(markdown)),
    st.lists(
        st.sampled_from([*MOVES, *OBJECTS, "line-down", "page-up", "half-page-down", "begin", "end"]), max_size=25
    ),
)
def test_no_sequence_of_keys_fails_or_leaves_the_article(article: Article, keys: list[str]) -> None:
    here = Navigator(Viewport(Page(article, 20), 5))
    for key in keys:
        if key in ("begin", "end"):
            getattr(here, key)()
        elif key in OBJECTS:
            here.take(key)
        elif key in MOVES and key not in ("top-caret", "bottom-caret"):
            here.move(key)
        elif key in MOVES:
            here.scroll(key.removesuffix("-caret") if here.selection is None else key)
        else:
            here.scroll(key)
        passage = here.passage
        assert passage is None or 0 <= passage.start <= passage.end <= len(article.text)
        assert here.selection is None or here.view.shows(here.here)


PARAGRAPHS = (
    "One one.\n\n" + "Two is long enough for more rows than one. " * 3 + "\n\nThree three.\n\n- Four.\n- Five.\n"
)


def by_paragraphs(*motions: str) -> list[str]:
    """What is selected after V on the second paragraph, and after each motion."""
    here = reading(PARAGRAPHS)
    here.step_sentence(forward=True)
    here.select_paragraphs()
    found = [words(here)]
    for motion in motions:
        here.swap_ends() if motion == "swap" else here.scroll(motion)
        found.append(words(here))
    return [" ".join(part.split()[0] for part in text.split("\n\n")) for text in found]


@pytest.mark.parametrize(
    ("motions", "expected"),
    [
        (["line-down"], ["Two", "Two Three"]),
        (["line-down", "line-up", "line-up"], ["Two", "Two Three", "Two", "One Two"]),
        (["line-up", "line-down", "line-down"], ["Two", "One Two", "Two", "Two Three"]),
        (["line-down", "swap", "line-up"], ["Two", "Two Three", "Two Three", "One Two Three"]),
    ],
)
def test_paragraph_by_paragraph_there_are_only_whole_ones(motions: list[str], expected: list[str]) -> None:
    assert by_paragraphs(*motions) == expected


@given(markdown_texts, st.lists(st.sampled_from(["line-down", "line-up", "page-down", "w", "h", "swap"]), max_size=8))
def test_whatever_the_motions_whole_paragraphs_stay_whole(text: str, motions: list[str]) -> None:
    here = reading(text)
    here.select_paragraphs()
    named = {"w": "word-forward", "h": "caret-left"}
    for motion in motions if here.by_paragraph else []:
        if motion == "swap":
            here.swap_ends()
        elif motion in named:
            here.move(named[motion])
        else:
            here.scroll(motion)
        assert here.by_paragraph and here.selection is not None
        for end in (here.selection.anchor, here.selection.head):
            paragraph = objects.paragraph(here.article, end)
            assert end in (paragraph.start, paragraph.end)


def test_from_paragraphs_one_can_go_on_by_the_character() -> None:
    here = reading(PARAGRAPHS)
    here.select_paragraphs()
    here.select_characters()
    assert words(here) == "One one." and not here.by_paragraph
    here.move("caret-left")
    assert words(here) == "One one"


def test_the_end_is_on_the_screen_where_nothing_is_left_below() -> None:
    here = reading("\n\n".join(f"Sentence {number}." for number in range(40)) + "\n\n\n")
    seen = []
    for motion in ("top", "bottom", "line-up"):
        here.scroll(motion)
        seen.append(here.at_end)
    assert seen == [False, True, False]
