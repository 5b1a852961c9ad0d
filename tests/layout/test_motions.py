"""Motions, each with the caret marked in the text: `[x]` is where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Block, Blocks, Format, Kind
from reader.article.inline import displayed
from reader.layout import motions
from reader.layout.flow import starts
from reader.layout.page import Page
from reader.text import Span
from tests.article.making import hard_texts, markdown, markdown_texts, plain

Motion = Callable[[Article, int], int]


def standing(marked: str) -> tuple[Article, int]:
    """The article and the caret in "a [m]arked text"."""
    at = marked.index("[")
    return markdown(marked[:at] + marked[at + 1] + marked[at + 3 :]), at


def graphemes_in(article: Article) -> list[int]:
    """Where every grapheme that a caret can stand on is in the source."""
    found = []
    for block in article.blocks.complete():
        words = displayed(article, block)
        found += [words.to_source(start) for start in starts(words.text) if words.has_place(start)]
    return found


def with_caret(article: Article, at: int) -> str:
    return f"{article.text[:at]}[{article.text[at : at + 1]}]{article.text[at + 1 :]}"


def moved(motion: Motion, marked: str) -> str:
    article, at = standing(marked)
    return with_caret(article, motion(article, at))


@pytest.mark.parametrize(
    ("motion", "before", "after"),
    [
        (motions.left, "a[b]c", "[a]bc"),
        (motions.left, "[a]bc", "[a]bc"),
        (motions.left, "ab\n\n[c]d", "a[b]\n\ncd"),
        (motions.left, "a **[b]**", "a[ ]**b**"),
        (motions.left, "a  \n[b]", "[a]  \nb"),
        (motions.left, "ab\n\n***\n\n[c]", "a[b]\n\n***\n\nc"),
        (motions.right, "a[b]c", "ab[c]"),
        (motions.right, "ab[c]", "ab[c]"),
        (motions.right, "a[b]\n\n# c", "ab\n\n# [c]"),
        (motions.right, "[a]\nb", "a[\n]b"),
        (motions.right, "[a]\\\nb", "a\\\n[b]"),
        (motions.right, "[a]*b*", "a*[b]*"),
        (motions.right, "[a]&amp;b", "a[&]amp;b"),
        (motions.right, "a[&]amp;b", "a&amp;[b]"),
        (motions.right, "[e]\u0301x", "e\u0301[x]"),
        (motions.right, "[👩]\u200d👧x", "👩\u200d👧[x]"),
        (motions.word_forward, "[o]ne two", "one [t]wo"),
        (motions.word_forward, "o[n]e, “two", "one, “[t]wo"),
        (motions.word_forward, "on[e]\n\n- two", "one\n\n- [t]wo"),
        (motions.word_forward, "one [t]wo", "one tw[o]"),
        (motions.word_forward, "[o]ne **two**", "one **[t]wo**"),
        (motions.word_back, "one t[w]o", "one [t]wo"),
        (motions.word_back, "one [t]wo", "[o]ne two"),
        (motions.word_back, "one\n\n[t]wo", "[o]ne\n\ntwo"),
        (motions.word_back, "# [o]ne", "# [o]ne"),
        (motions.word_end, "[o]ne two", "on[e] two"),
        (motions.word_end, "on[e] two", "one tw[o]"),
        (motions.word_end, "on[e]\n\ntwo", "one\n\ntw[o]"),
        (motions.word_end, "cafe[\u0301]x", "cafe\u0301[x]"),
    ],
)
def test_motions_over_characters_and_words(motion: Motion, before: str, after: str) -> None:
    assert moved(motion, before) == after


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("One two. [T]hree four. Five.", ("One two.", "Five.")),
        ("One two. T[h]ree four. Five.", ("Three four.", "Five.")),
        ("One.\n\n[T]wo.\n\n# Three", ("One.", "Three")),
        ("```\na\n[b]\nc\n```", ("a", "c")),
        ("| [a] | b |\n|---|---|\n| c | d |", (None, "c | d")),
        ("[O]nly.", (None, None)),
    ],
)
def test_sentences_before_and_behind(marked: str, expected: tuple[str | None, str | None]) -> None:
    article, at = standing(marked)
    found = motions.previous_sentence(article, at), motions.next_sentence(article, at)
    assert tuple(span and span.of(article.text) for span in found) == expected


def heading(article: Article, at: int, *, forward: bool) -> Span | None:
    return next(filter(None, motions.heading_steps(article, at, forward=forward)), None)


def test_paragraphs_and_headings() -> None:
    article = markdown("# Title\n\nOne\ntwo.\n\n- three\n\n## Four\n\nfive")
    text = article.text
    at = text.index("three")
    found = [step(article, at) for step in (motions.previous_paragraph, motions.next_paragraph)]
    found += [heading(article, at, forward=forward) for forward in (False, True)]
    assert [span and span.of(text) for span in found] == ["One\ntwo.", "Four", "Title", "Four"]
    assert heading(article, text.index("Four"), forward=True) is None
    assert heading(article, text.index("Title"), forward=False) is None


def test_motions_step_over_site_furniture() -> None:
    text = "one\nWe use cookies\ntwo"
    spans = [Span(0, 3), Span(4, 18), Span(19, 22)]
    kinds = [Kind.PARAGRAPH, Kind.CHROME, Kind.PARAGRAPH]
    blocks = [Block(kind, span, (span,)) for kind, span in zip(kinds, spans, strict=True)]
    article = Article("a", text, Format.PLAIN, Blocks([blocks]))
    assert motions.right(article, 2) == 19
    assert motions.left(article, 19) == 2
    assert motions.word_forward(article, 0) == 19
    assert motions.next_sentence(article, 0) == Span(19, 22)


def test_the_ends_of_an_article() -> None:
    article = markdown("***\n\n# Title\n\nlast *word*\n\n***\n")
    assert article.text[motions.document_start(article)] == "T"
    assert article.text[motions.document_end(article)] == "d"
    for text in ("", "***", "\n"):
        assert motions.document_start(markdown(text)) == motions.document_end(markdown(text)) == 0


def test_past_the_end_is_behind_the_last_character_of_its_block() -> None:
    article = markdown("on*e*\n\ntwo e\u0301")
    assert motions.right(article, 3, past_end=True) == 4
    assert motions.right(article, 4, past_end=True) == 4
    assert motions.right(article, 11, past_end=True) == len(article.text)


@pytest.mark.parametrize(
    ("selected", "grown", "shrunk"),
    [
        ("[one] two three", "[one two] three", "[one] two three"),
        ("[one two] three", "[one two three]", "[one] two three"),
        ("[one tw]o three", "[one two] three", "[one] two three"),
        ("[one two three].", "[one two three].", "[one two] three."),
        ("[one\n\ntwo]", "[one\n\ntwo]", "[one]\n\ntwo"),
        ("[one]\n\n**two**", "[one]\n\n**two**", "[one]\n\n**two**"),
    ],
)
def test_highlights_grow_and_shrink_by_words(selected: str, grown: str, shrunk: str) -> None:
    span = Span(selected.index("["), selected.index("]") - 1)
    article = markdown(re.sub(r"[\[\]]", "", selected))

    def shown(found: Span) -> str:
        return f"{article.text[: found.start]}[{found.of(article.text)}]{article.text[found.end :]}"

    assert (shown(motions.grown(article, span)), shown(motions.shrunk(article, span))) == (grown, shrunk)


def test_rows_keep_their_goal_and_step_over_blank_ones() -> None:
    article = plain("one two three four\n\nab\n\nfive six seven")
    page = Page(article, 10)
    text = article.text
    at = text.index("w")
    goal = page.find(at).column
    path = [at]
    for _ in range(5):
        path.append(motions.row_step(page, path[-1], 1, goal))
    assert "".join(text[offset] for offset in path) == "w bsnn"
    assert motions.row_step(page, path[-2], -1, goal) == path[-3]
    assert motions.row_step(page, at, -1, goal) == at
    assert motions.row_step(page, at, 100, 0) == text.index("seven")


def test_the_ends_of_a_row_are_not_blanks() -> None:
    article = plain("one two three four")
    page = Page(article, 10)
    text = article.text
    at = text.index("w")
    assert (motions.row_start(page, at), motions.row_end(page, at)) == (0, text.index("o three"))
    code = markdown("```\n  deep  \n```")
    page = Page(code, 30)
    at = code.text.index("d")
    assert motions.row_start(page, at) == 4
    assert code.text[motions.row_end(page, at)] == "p"


@settings(deadline=None)
@given(st.one_of(hard_texts.map(plain), markdown_texts.map(markdown)), st.data())
def test_motions_go_their_way_and_stay_on_displayed_characters(article: Article, data: st.DataObject) -> None:
    shown = graphemes_in(article)
    if not shown:
        return
    at = data.draw(st.sampled_from(shown))
    page = Page(article, data.draw(st.integers(4, 60)))
    last = motions.document_end(article)
    for motion in (motions.right, motions.word_forward, motions.word_end):
        assert at <= motion(article, at) <= max(at, last)
        assert motion(article, at) in shown
    for motion in (motions.left, motions.word_back):
        assert motion(article, at) <= at or motion(article, at) == motions.document_start(article)
        assert motion(article, at) in shown
    for end_of_row in (motions.row_start, motions.row_end):
        assert page.find(end_of_row(page, at)).ref == page.find(at).ref
    for rows in (-3, -1, 1, 3):
        assert motions.row_step(page, at, rows, 5) in shown


@settings(deadline=None)
@given(st.one_of(hard_texts.map(plain), markdown_texts.map(markdown)))
def test_going_right_visits_every_grapheme_and_left_goes_back(article: Article) -> None:
    at = motions.document_start(article)
    path = [at]
    while (following := motions.right(article, path[-1])) != path[-1]:
        path.append(following)
    assert path == sorted(path)
    assert path[-1] == motions.document_end(article)
    for before, after in pairwise(path):
        assert motions.left(article, after) == before
