"""What is kept of a passage: its words, its sides, its paragraph."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import describe, trimmed
from reader.annotations.selector import CONTEXT, whole_graphemes
from reader.article import Article, Blocks, Format
from reader.article.markdown import batches
from reader.text import Span

MakeArticle = Callable[[str], Article]


def marked(text: str) -> tuple[str, Span]:
    """Text without its [brackets], and the span between them."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), Span(start, end)


@pytest.mark.parametrize(
    ("given_text", "words"),
    [
        ("Rates [rose] again.", "rose"),
        ("Rates[ rose ]again.", "rose"),
        ("Rates [\n\trose]\n again.", "rose"),
        ("[Rates rose again.]", "Rates rose again."),
    ],
)
def test_a_target_holds_the_words_without_the_space_around_them(
    article: MakeArticle, given_text: str, words: str
) -> None:
    text, span = marked(given_text)
    target = describe(article(text), span)
    assert target.exact == words == target.span.of(text)


def test_a_target_holds_what_stands_around_it(article: MakeArticle) -> None:
    text = "a" * 100 + " here " + "z" * 100
    target = describe(article(text), Span(101, 105))
    assert target.prefix == "a" * (CONTEXT - 1) + " "
    assert target.suffix == " " + "z" * (CONTEXT - 1)


def test_a_passage_over_two_paragraphs_is_two_paragraphs_of_words(article: MakeArticle) -> None:
    target = describe(article("First one.\n\nSecond one."), Span(6, 18))
    assert target.exact == "one.\n\nSecond"
    assert target.paragraph == 1


@pytest.mark.parametrize("span", [Span(5, 5), Span(5, 6), Span(900, 950)])
def test_a_passage_without_words_is_refused(article: MakeArticle, span: Span) -> None:
    with pytest.raises(ValueError, match="no words"):
        describe(article("Rates rose again."), span)


@pytest.mark.parametrize("cluster", ["e\u0301", "👩‍👩‍👧", "👍🏽"])
def test_a_letter_is_not_torn_apart(cluster: str) -> None:
    text = f"one {cluster} two"
    for start in range(4, 4 + len(cluster)):
        assert whole_graphemes(text, Span(start, start + 1)) == Span(4, 4 + len(cluster))


@given(st.text(alphabet=" \n\tab́é世", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_trimming_leaves_only_words_at_both_ends(text: str, one: int, other: int) -> None:
    span = trimmed(text, Span(min(one, other), max(one, other)))
    words = span.of(text)
    assert words == words.strip()
    assert words == text[min(one, other) : max(one, other)].strip()


def test_a_target_holds_words_without_markup_and_offsets_with_it() -> None:
    text = "# Rates\n\nThe bank said it was **very *sorry***, again.\n"
    source = Article("a.md", text, Format.MARKDOWN, Blocks(batches(text)))
    start = text.index("very")
    target = describe(source, Span(start, text.index(", again")))
    assert target.exact == "very sorry"
    assert target.span.of(text) == "very *sorry***"
    assert target.prefix == "Rates\n\nThe bank said it was "
    assert target.suffix == ", again."
