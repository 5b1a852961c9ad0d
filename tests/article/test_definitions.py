"""Link definitions and footnotes are found wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings

from reader.article.block_parser import block_parser
from reader.article.definitions import definitions
from tests.article.making import markdown_texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]: /b", {"A": "/b"}),
        ("[A  b]: </c d> 'title'", {"A B": "/c d"}),
        ("> [a]: /b\n\n- [c]: /d\n", {"A": "/b", "C": "/d"}),
        ("[a]: /first\n\n[A]: /second", {"A": "/first"}),
        ("[a]:\n/b\n'a title'", {"A": "/b"}),
        ("[a]: /b\n[c]: /d", {"A": "/b", "C": "/d"}),
        ("[a\\]b]: /c", {"A\\]B": "/c"}),
        ("[a]: /b&amp;c%20d", {"A": "/b&c%20d"}),
        ("[a] /b", {}),
        ("[a]: b c", {}),
        ("[Reporter]: What do you say?", {}),
        ("[a]: javascript:alert(1)", {}),
    ],
)
def test_references(text: str, expected: dict[str, str]) -> None:
    found = definitions(f"words\n\n{text}\n\nwords").references
    assert {label: record["href"] for label, record in found.items()} == expected


def test_footnotes_have_their_places() -> None:
    text = "a[^1]\n\n[^1]: one\n> [^two]: two\n[^1]: again"
    assert definitions(text).footnotes == {"1": text.index("[^1]: one"), "two": text.index("> [^two]")}


@pytest.mark.parametrize(
    "text",
    [
        "    [a]: /b",
        "```\n[a]: /b\n```",
        "```\ncode\n\n[a]: /b\n\nmore\n```\n\nwords",
        "~~~ text\n\n[a]: /b",
        "words\n[a]: /b",
        "> words\n[a]: /b",
        "- words\n  [a]: /b",
        "- item\n\n      [a]: /b",
        "1. ```\n   [a]: /b\n   ```",
        "| [a]: /b | c |\n|---|---|",
        "<!--\n\n[a]: /b\n\n-->",
        "<pre>\n\n[a]: /b\n</pre>",
        "Term\n[a]: /b\n: meaning",
    ],
)
def test_what_stands_in_code_a_comment_or_a_paragraph_is_no_definition(text: str) -> None:
    assert not definitions(f"words\n\n{text}\n").references


@pytest.mark.parametrize(
    "text",
    [
        "# Heading\n[a]: /b",
        "```\ncode\n```\n[a]: /b",
        "- ```\n  open\n[a]: /b",
        "- item\n\n  ```\n  code\n  ```\n\n  [a]: /b",
        "<!-- a comment -->\n[a]: /b",
        "a `` ``` `` b\n\n[a]: /b",
        "Term\n: meaning\n\n  [a]: /b",
        "[^1]: note\n\n    [a]: /b",
        "***\n[a]: /b",
    ],
)
def test_a_definition_begins_a_block_whatever_stands_before_it(text: str) -> None:
    assert set(definitions(f"words\n\n{text}\n\nwords").references) == {"A"}


def test_where_too_much_stands_around_a_definition_it_counts() -> None:
    item = "- an item that goes on and on\n\n  "
    assert set(definitions(item + "more of it\n\n  " * 10_000 + "[a]: /b\n\n" + "  words\n\n" * 10_000).references) == {
        "A"
    }


@settings(deadline=None)
@given(markdown_texts)
def test_the_definitions_are_those_that_the_parser_finds_from_the_start(text: str) -> None:
    environment: dict[str, Any] = {"references": {}}
    block_parser().block.parse(text, block_parser(), environment, [])
    assert addresses(definitions(text).references) == addresses(environment["references"])


def addresses(references: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    return {label: (record["href"], record["title"]) for label, record in references.items()}
