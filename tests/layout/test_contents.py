"""The table of contents of an article."""

from __future__ import annotations

from reader.article import Article
from reader.layout.contents import Heading, all_headings
from tests.article.making import markdown, plain


def headings(article: Article) -> list[Heading]:
    """Those that an article has."""
    return [heading for heading in all_headings(article) if heading is not None]


def test_headings_have_their_words_level_and_place() -> None:
    article = markdown("# The *title*\n\ntext\n\n## Part `one`\n\n#\n\nUnder\nlined\n===\n")
    found = headings(article)
    assert [(heading.title, heading.level) for heading in found] == [
        ("The title", 1),
        ("Part one", 2),
        ("Under lined", 1),
    ]
    assert [heading.span.of(article.text) for heading in found] == ["The *title", "Part `one", "Under\nlined"]


def test_an_article_without_headings_has_no_contents() -> None:
    assert headings(plain("one\n\ntwo")) == []
