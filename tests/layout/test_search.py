"""What is on the page is found, however it is written in the source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.article.words import displayed_text
from reader.layout.hits import Hits
from reader.layout.query import BadQuery, Query, matches_in
from reader.layout.search import Search, find
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
    with pytest.raises(BadQuery, match="unterminated"):
        found("text", "(", regex=True)
    with pytest.raises(BadQuery, match="too large"):
        found("text", "a{99999999999999}", regex=True)


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


def steps(article: Article, wanted: str, begin: int) -> list[list[Span]]:
    """What is known after each step."""
    search = Search(article, Query(wanted), begin)
    known = []
    while not search.done:
        search.step()
        known.append(list(search.hits))
    return known


LETTER = markdown("\n\n".join(f"Part {number} has a word." for number in range(2000)))


def test_the_match_where_one_is_needs_one_step_however_long_the_article() -> None:
    begin = LETTER.text.index("Part 1500")
    search = Search(LETTER, Query("word"), begin)
    search.step()
    assert [hit.start > begin for hit in search.hits] == [True]
    assert search.hits.number(search.hits[0]) == 1


def test_every_step_looks_at_one_block_and_the_share_grows_to_all() -> None:
    search, shares = Search(LETTER, Query("word"), LETTER.text.index("Part 700")), []
    while not search.done:
        shares.append(search.hits.searched)
        search.step()
    assert len(shares) == 2001 and shares == sorted(shares) and search.hits.searched == 1


def test_a_step_parses_no_more_of_the_article_than_it_looks_at() -> None:
    article = markdown(LETTER.text)
    Search(article, Query("word")).step()
    assert not article.blocks.done


@given(marked.map(markdown), syllables, st.integers(0, 100))
def test_where_a_search_begins_changes_the_order_of_finding_and_nothing_else(
    article: Article, wanted: str, begin: int
) -> None:
    known = steps(article, wanted, min(begin, len(article.text)))
    assert all(some == sorted(some) for some in known)
    assert (known[-1] if known else []) == find(article, wanted)


def test_whole_words_are_no_parts_of_words() -> None:
    assert [match.start for match in matches_in("art party art, Art", Query("art", whole=True).pattern())] == [
        0,
        10,
        15,
    ]
    assert list(matches_in("he said “no”", Query("“no”", whole=True).pattern())) == [Span(8, 12)]


spans = st.lists(st.integers(0, 60), max_size=20, unique=True).map(
    lambda cuts: [Span(*pair) for pair in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False)]
)


@given(spans, st.integers(0, 20), st.integers(0, 60), st.integers(0, 60))
def test_hits_answer_as_a_list_would(found: list[Span], turned: int, one: int, other: int) -> None:
    hits, asked = Hits(found[turned:]), Span(min(one, other), max(one, other))
    hits.add(found[:turned])
    assert list(hits) == found and len(hits) == len(found)
    assert hits.over(asked) == [span for span in found if span.overlaps(asked)]
    assert hits.following(one) == next((span for span in found if span.start >= one), None)
    assert hits.preceding(one) == next((span for span in reversed(found) if span.start < one), None)
    assert [hits.number(span) for span in found] == list(range(1, len(found) + 1))
    assert hits.number(None) == hits.number(Span(70, 71)) == 0
