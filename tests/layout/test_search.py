"""What is on the page is found, however it is written in the source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.article.words import displayed_text
from reader.layout.search import find
from reader.text import Span
from tests.article.making import markdown, plain


def found(text: str, wanted: str, *, regex: bool = False) -> list[str]:
    return [span.of(text) for span in find(markdown(text), wanted, regex=regex)]


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("The minister said, the Minister left.", "minister", ["minister", "Minister"]),
        ("The minister said, the Minister left.", "Minister", ["Minister"]),
        ("one\ntwo three", "two three", ["two three"]),
        ("one\ntwo", "one two", ["one\ntwo"]),
        ("a **bold** word", "bold word", ["bold** word"]),
        ("un*believ*able", "unbelievable", ["un*believ*able"]),
        ("un[believ](http://x.y/(z) 'title')able", "unbelievable", ["un[believ](http://x.y/(z) 'title')able"]),
        ("un[believ][ref]able\n\n[ref]: /x", "unbelievable", ["un[believ][ref]able"]),
        ("AT&amp;T and AT&T", "AT&T", ["AT&amp;T", "AT&T"]),
        ("caf&eacute;", "café", ["caf&eacute;"]),
        ("[link](http://hidden.example)", "hidden", []),
        ("# A heading\n\n- an item\n\n> a quote", "a", ["A", "a", "a", "a"]),
        ("| a | word |\n|---|---|\n| b | c |", "word", ["word"]),
        ("Straße STRASSE", "straße", ["Straße"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("text", "  ", []),
        ("text", "", []),
        ("“Yes,” he said", "“yes", ["“Yes"]),
    ],
)
def test_matches(text: str, wanted: str, expected: list[str]) -> None:
    assert found(text, wanted) == expected


def test_regular_expressions_see_words_too() -> None:
    assert found("the **1**4 and 15 men", r"\b\d+ \w+", regex=True) == ["1**4 and", "15 men"]
    assert found("the end", r"x*", regex=True) == []
    assert found("The end", r"the\S*", regex=True) == ["The"]
    with pytest.raises(re.error):
        found("text", "(", regex=True)


syllables = st.text("ab ", min_size=1, max_size=5)
marked = st.lists(
    st.one_of(
        syllables,
        syllables,
        st.sampled_from(["*", "**", "_", "`", "~~", "[", "](x)", "&amp;", "\\", "\n", "\n\n", "- "]),
    ),
    max_size=25,
).map("".join)


@settings(deadline=None)
@given(st.one_of(marked.map(markdown), marked.map(plain)), syllables)
def test_the_quick_way_finds_what_the_slow_way_finds(article: Article, wanted: str) -> None:
    slow = []
    for block in displayed_text(article).text.split("\n\n"):
        slow += re.findall(r"\s+".join(re.escape(word) for word in re.split(r"\s+", wanted)), block, re.IGNORECASE)
    whole = displayed_text(article)
    spans = find(article, wanted)
    shown = [whole.shown_span(span) or Span(0, 0) for span in spans]
    assert [span.of(whole.text) for span in shown] == (slow if wanted.strip() else [])


def test_a_text_full_of_broken_links_is_searched_in_one_pass() -> None:
    assert find(plain("b](x)](x)](x" * 2000), "bc") == []
    assert find(markdown("b](x)](x)](x" * 2000 + "b](((" * 2000), "bc") == []
