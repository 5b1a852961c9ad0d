"""Link definitions and footnotes are found wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

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


@settings(deadline=None)
@given(markdown_texts)
def test_every_definition_that_the_parser_knows_is_found(text: str) -> None:
    environment: dict[str, Any] = {}
    MarkdownIt("commonmark").parse(text, environment)
    known = {label for label in environment.get("references", {}) if not label.startswith("^")}
    assert known <= set(definitions(text).references)
