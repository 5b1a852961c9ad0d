"""Links inside an article."""

from __future__ import annotations

import pytest

from reader.article.inline import displayed
from reader.layout.links import place_of
from tests.article.making import markdown, plain

TEXT = "# The Talks, *again*\n\nSee [below](#what-they-said) and[^n].\n\n## What they said\n\n[^n]: A note.\n"


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("#what-they-said", "What they"),
        ("#the-talks-again", "The Talks"),
        ("^n", "[^n]:"),
        ("#nowhere", None),
        ("^m", None),
        ("http://a.b", None),
        ("other.md#what-they-said", None),
        ("", None),
    ],
)
def test_targets(target: str, place: str | None) -> None:
    assert place_of(markdown(TEXT), target) == (None if place is None else TEXT.index(place))


def test_every_link_of_an_article_leads_somewhere() -> None:
    article = markdown(TEXT)
    targets = [e.target for block in article.blocks.complete() for e in displayed(article, block).emphases if e.target]
    assert targets == ["#what-they-said", "^n"]
    assert all(place_of(article, target) is not None for target in targets)


def test_plain_text_has_no_footnotes_to_go_to() -> None:
    assert place_of(plain("one [^1]"), "^1") is None
