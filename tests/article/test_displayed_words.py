"""What a reader sees of a block, and that each character of it knows its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.article.displayed import Displayed
from reader.article.inline import displayed
from reader.article.words import BREAK, displayed_text
from reader.text import Span
from tests.article.making import hard_texts, markdown, markdown_texts, plain

articles = st.one_of(hard_texts.map(plain), markdown_texts.map(markdown))


def shown(text: str, number: int = 0) -> Displayed:
    article = markdown(text)
    return displayed(article, article.blocks.complete()[number])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("plain words", "plain words"),
        ("a *b* _c_ **d** __e__ ***f***", "a b c d e f"),
        ("snake_case * and 2*3*4", "snake_case * and 234"),
        ("~~gone~~ ~one~", "gone ~one~"),
        ("`code` ``a ` b`` `` ` `` ` `", "code a ` b `  "),
        ("a `b\nc` d", "a b c d"),
        ("[text](to) [*em*](<a b> 'title')", "text em"),
        ("[text](to", "[text](to"),
        ("[a [b] c](d) [](e)", "a [b] c "),
        ("![alt](src.png) ![](only.png)", "▣ alt (src.png) ▣ only.png"),
        ("<http://a.b/c?d> <me@x.org>", "http://a.b/c?d me@x.org"),
        ("a <b>bold</b> <!-- no -->", "a <b>bold</b> <!-- no -->"),
        ("&amp; &lt; &#65; &nope; &copy", "& < A &nope; &copy"),
        ("&#27;[31m &#x9b; &NewLine; &#8238;", "�[31m � ␊ �"),
        (r"\* \a \\ \[x\](y)", r"* \a \ [x](y)"),
        ("one\ntwo \nthree", "one two three"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("a [^1] b [^2]\n\n[^1]: x", "a [1] b [^2]"),
        ("[ref] [Text][REF] [ref][] ![i][ref] [none]\n\n[ref]: /to", "ref Text ref ▣ i (/to) [none]"),
        ("# *Head* `line`", "Head line"),
        ("**a [b](c) d**", "a b d"),
        ("“**quoted**,” he said", "“quoted,” he said"),
        ("*日本*語 e\u0301", "日本語 e\u0301"),
        ("日本\n*語*\nnews\n本", "日本語 news 本"),
        ("日本\n語\n한\n국", "日本語 한 국"),
    ],
)
def test_words(source: str, words: str) -> None:
    assert shown(source).text == words


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a *b* **c** ~~d~~ `e`", [("em", "b", ""), ("strong", "c", ""), ("strike", "d", ""), ("code", "e", "")]),
        ("[*x*](to)", [("link", "x", "to"), ("em", "x", "")]),
        ("***x***", [("strong", "x", ""), ("em", "x", "")]),
        ("![a](b)", [("image", "▣ a (b)", "b")]),
        ("<http://a.b>", [("link", "http://a.b", "http://a.b")]),
        ("see [r]\n\n[r]: <a b> 'title'", [("link", "r", "a b")]),
        ("x[^n]\n\n[^n]: y", [("link", "[n]", "^n")]),
        ("<i>x", [("html", "<i>", "")]),
        ("[x](a&#8238;y)", [("link", "x", "a�y")]),
        ("[](nothing)", []),
        (
            "see http://a.b/c_(d), or (https://e.f/?g).",
            [("link", "http://a.b/c_(d)", "http://a.b/c_(d)"), ("link", "https://e.f/?g", "https://e.f/?g")],
        ),
        ("[http://a.b](to) `http://c.d`", [("link", "http://a.b", "to"), ("code", "http://c.d", "")]),
        ("http://", []),
    ],
)
def test_emphases(source: str, expected: list[tuple[str, str, str]]) -> None:
    found = shown(source)
    assert sorted((e.role, e.span.of(found.text), e.target) for e in found.emphases) == sorted(expected)


def test_terms_look_strong_and_html_is_told() -> None:
    assert [e.role for e in shown("Term\n: meaning").emphases] == ["strong"]
    assert [e.role for e in shown("<div>\nx\n</div>").emphases] == ["html"]


def test_addresses_in_plain_text_are_links() -> None:
    article = plain("Read https://a.b/c.\nMore")
    found = displayed(article, article.blocks.complete()[0])
    assert [(e.role, e.span.of(found.text)) for e in found.emphases] == [("link", "https://a.b/c")]


def test_code_keeps_its_lines_and_blanks() -> None:
    assert shown("```\na  \n\n  b *c*\n```").text == "a  \n\n  b *c*"


def test_cells_of_a_table_are_parted_by_tabs() -> None:
    assert shown("| a | *b* |\n|---|---|\n| c \\| d | `e \\| f` |\n| g").text == "a\tb\nc | d\te | f\ng\t"


def test_the_image_of_a_very_long_address_is_short() -> None:
    assert len(shown(f"![x](http://a.b/{'A' * 5000})").text) < 100


def test_a_link_is_known_before_its_definition_is_read() -> None:
    text = "see [late]\n\n" + "word " * 40_000 + "\n\n[late]: /found\n"
    article = markdown(text)
    article.blocks.grow()
    assert [e.target for e in displayed(article, article.blocks[0]).emphases] == ["/found"]


def mapped(found: Displayed) -> list[int]:
    return [run.displayed + index for run in found.runs for index in range(run.length)]


@settings(deadline=None)
@given(articles)
def test_displayed_characters_are_those_of_the_source(article: Article) -> None:
    for block in article.blocks.complete():
        found = displayed(article, block)
        for index in mapped(found):
            offset = found.to_source(index)
            here, source = found.text[index], article.text[offset]
            is_blank = here in " \n" and source in " \t\n"
            assert block.span.has(offset)
            assert here == source or is_blank or source == "&"


@settings(deadline=None)
@given(articles)
def test_places_lead_there_and_back(article: Article) -> None:
    for block in article.blocks.complete():
        found = displayed(article, block)
        indexes = mapped(found)
        assert indexes == sorted(set(indexes))
        assert [found.to_displayed(found.to_source(index)) for index in indexes] == indexes
        offsets = [found.to_source(index) for index in indexes]
        assert offsets == sorted(set(offsets))


@settings(deadline=None)
@given(articles, st.data())
def test_parts_and_spans_agree_with_the_whole(article: Article, data: st.DataObject) -> None:
    whole = displayed_text(article)
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    part = whole.part(Span(start, end))
    assert part.text == whole.text[start:end]
    assert [part.to_source(index) for index in mapped(part)] == [
        whole.to_source(start + index) for index in mapped(part)
    ]
    if indexes := mapped(part):
        source = whole.source_span(Span(start + indexes[0], start + indexes[-1] + 1))
        assert whole.shown_span(source) == Span(start + indexes[0], start + indexes[-1] + 1)


def test_an_article_is_its_blocks_with_breaks_between() -> None:
    article = markdown("# T\n\n*a*\nb\n\n***\n\n- c\n")
    whole = displayed_text(article)
    assert whole.text == BREAK.join(["T", "a b", "c"])
    at = whole.text.index("c")
    assert article.text[whole.to_source(at)] == "c"


def test_hard_wrapped_plain_paragraphs_are_one_run() -> None:
    article = plain("one two\nthree\nfour")
    found = displayed(article, article.blocks.complete()[0])
    assert found.text == "one two three four"
    assert len(found.runs) == 1
