"""Links back to an article and to the words in it."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.addresses import address, link


def target(markdown: str) -> str:
    """Where the only link of some Markdown leads."""
    (inline,) = [token for token in MarkdownIt().parse(markdown) if token.type == "inline"]
    (href,) = [str(child.attrs["href"]) for child in inline.children or () if child.type == "link_open"]
    return href


def test_an_address_is_a_link_whatever_signs_are_in_it() -> None:
    for url in ("https://example.org/~me/a_b_(c)?d=1&e=*", "http://example.org/[x]"):
        assert unquote(target(address(url))) == url


def test_what_no_browser_should_open_is_no_link() -> None:
    assert address("javascript:alert(1)") == "javascript:alert(1)"
    assert address("") == ""
    assert link("¶1", "", "words") == link("¶1", "file:///etc/passwd", "words") == "¶1"
    assert link("", "https://example.org", "words") == ""


def test_a_paragraph_leads_to_the_words_themselves() -> None:
    assert link("¶1", "https://example.org/a", "Yes, well-made") == (
        "[¶1](<https://example.org/a#:~:text=Yes%2C%20well%2Dmade>)"
    )
    assert link("¶1", "https://example.org/a#part", "Yes").endswith("a#part:~:text=Yes>)")


def test_of_long_words_and_of_several_paragraphs_the_ends_are_named() -> None:
    words = "One two three four five.\n\nSix seven eight nine ten."
    assert link("¶1", "https://example.org/a", words).endswith(
        "#:~:text=One%20two%20three%20four,seven%20eight%20nine%20ten.>)"
    )


@given(st.text(min_size=1))
def test_any_words_make_a_link_that_markdown_understands(words: str) -> None:
    assert target(link("¶1", "https://example.org/a", words)).startswith("https://example.org/a#:~:text=")
