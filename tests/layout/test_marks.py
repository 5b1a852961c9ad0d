"""Rows are cut into segments where marks begin and end; finding the marks of a row costs what is visible."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.layout.marks import Mark, MarkIndex, paint_runs
from reader.layout.page import Page, Row
from reader.text import Span
from reader.text.width import grapheme_starts
from tests.article.making import hard_texts, markdown, markdown_texts, plain

spans = st.tuples(st.integers(0, 120), st.integers(0, 60)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
marks = st.builds(
    Mark, spans, st.sampled_from(["highlight", "hit"]), st.integers(0, 3), st.sampled_from(["a", "b", "c"])
)


def first_row(text: str) -> Row:
    return next(row for _, row in Page(markdown(text), 60).window(Page(markdown(text), 60).first(), 5) if row.text)


def painted(text: str, *marked: Mark) -> list[tuple[str, tuple[str, ...]]]:
    row = first_row(text)
    return [(row.text[start:end], roles) for start, end, roles in paint_runs(row, marked)]


def test_a_row_without_marks_is_cut_by_its_emphases() -> None:
    assert painted("a **b** c") == [("a ", ()), ("b", ("strong",)), (" c", ())]


def test_overlapping_marks_are_cut_at_each_border() -> None:
    assert painted("The minister said", Mark(Span(4, 17), "yellow"), Mark(Span(0, 12), "hit", 1)) == [
        ("The ", ("hit",)),
        ("minister", ("yellow", "hit")),
        (" said", ("yellow",)),
    ]


def test_the_innermost_of_equal_marks_is_painted_last() -> None:
    outer, inner = Mark(Span(0, 9), "outer"), Mark(Span(2, 4), "inner")
    assert painted("one two three", inner, outer)[1] == ("e ", ("outer", "inner"))


def test_marks_on_markup_alone_show_nothing_and_over_markup_join() -> None:
    assert painted("a **b** c", Mark(Span(2, 4), "x")) == [("a ", ()), ("b", ("strong",)), (" c", ())]
    assert painted("a **b** c", Mark(Span(0, 9), "x"))[1] == ("b", ("strong", "x"))


def test_marks_inside_a_grapheme_cover_all_of_it() -> None:
    assert painted("ae\u0301b", Mark(Span(2, 3), "x")) == [("a", ()), ("e\u0301", ("x",)), ("b", ())]


def test_a_mark_over_an_entity_covers_its_character() -> None:
    assert painted("a &amp; b", Mark(Span(2, 7), "x")) == [("a ", ()), ("&", ("x",)), (" b", ())]


def test_marks_elsewhere_do_not_show() -> None:
    assert painted("one", Mark(Span(50, 60), "x"), Mark(Span(1, 1), "y")) == [("one", ())]


def test_a_row_without_words_has_no_segments() -> None:
    page = Page(markdown("***"), 30)
    assert paint_runs(page.row(page.first()), [Mark(Span(0, 3), "x")]) == []


@given(st.lists(marks, max_size=40), spans)
def test_the_index_finds_what_a_search_through_all_marks_finds(given_marks: list[Mark], span: Span) -> None:
    found = MarkIndex(given_marks).over(span)
    key = [(mark.span, mark.role, mark.priority, mark.key) for mark in found]
    assert sorted(key) == sorted(
        (mark.span, mark.role, mark.priority, mark.key) for mark in given_marks if mark.span.overlaps(span)
    )
    assert [mark.priority for mark in found] == sorted(mark.priority for mark in found)


@given(st.permutations([Mark(Span(start, start + 9), "x", key=str(start)) for start in range(8)]))
def test_the_order_of_painting_does_not_depend_on_the_order_of_making(shuffled: list[Mark]) -> None:
    assert [mark.key for mark in MarkIndex(shuffled).over(Span(0, 20))] == [str(start) for start in range(8)]


class Counted(Span):
    """A span that counts how often it is looked at."""

    looks = 0

    def overlaps(self, other: Span) -> bool:
        Counted.looks += 1
        return super().overlaps(other)


def test_one_long_mark_does_not_make_every_question_slow() -> None:
    many = [Mark(Counted(start, start + 5), "x") for start in range(0, 100_000, 10)]
    index = MarkIndex([Mark(Counted(0, 100_000), "whole"), *many])
    assert [mark.role for mark in index.over(Span(50_000, 50_010))] == ["whole", "x"]
    assert Counted.looks < 10


@settings(deadline=None)
@given(st.one_of(hard_texts.map(plain), markdown_texts.map(markdown)), st.integers(4, 60), st.lists(marks, max_size=8))
def test_segments_cover_each_row_once_and_never_cut_graphemes(
    article: Article, width: int, given_marks: list[Mark]
) -> None:
    page = Page(article, width)
    for _, row in page.window(page.first(), 50):
        segments = paint_runs(row, given_marks)
        assert "".join(row.text[start:end] for start, end, _ in segments) == row.text
        starts = {*grapheme_starts(row.text), len(row.text)}
        assert {start for start, _, _ in segments} <= starts
