"""Links inside an article."""

from __future__ import annotations

import pytest

from reader.article import Article
from reader.article.inline import displayed
from reader.layout.links import LETTERS, Link, labels, links_on, looking_for
from reader.layout.page import Page
from reader.layout.row import Place
from reader.layout.viewport import Viewport
from tests.article.making import markdown, plain

TEXT = "# The Talks, *again*\n\nSee [below](#what-they-said) and[^n].\n\n## What they said\n\n[^n]: A note.\n"


def place_of(article: Article, target: str) -> int | None:
    """Where looking for it ends."""
    return next((place for place in looking_for(article, target) if place is not None), None)


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


def test_no_more_of_an_article_is_read_than_it_takes_to_find_a_heading() -> None:
    article = markdown(TEXT + "\nA paragraph.\n" * 20_000)
    assert place_of(article, "#what-they-said") == TEXT.index("What they")
    assert not article.blocks.done
    assert list(looking_for(article, "#nowhere"))[-1] is None and article.blocks.done


def test_plain_text_has_no_footnotes_to_go_to() -> None:
    assert place_of(plain("one [^1]"), "^1") is None


def test_the_links_on_the_screen_are_those_that_can_be_read_there() -> None:
    text = "\n\n".join(f"Paragraph {n} has [link {n}](http://a.b/{n}) and ![an image](i.png)." for n in range(9))
    view = Viewport(Page(markdown(text), 60), 5)
    view.scroll(2)
    links = links_on(view)
    assert [link.target for link in links] == [
        "http://a.b/1",
        "i.png",
        "http://a.b/2",
        "i.png",
        "http://a.b/3",
        "i.png",
    ]
    rows = dict(view.rows())
    assert [rows[link.place.ref].text[link.place.column :][:6] for link in links[::2]] == ["link 1", "link 2", "link 3"]


def test_a_link_on_two_rows_has_one_label() -> None:
    view = Viewport(Page(markdown("[" + "many words " * 20 + "](http://a.b)"), 30), 10)
    assert len(links_on(view)) == 1


def test_a_link_over_the_upper_edge_is_labelled_where_it_goes_on() -> None:
    text = "Before [" + "many words " * 12 + "end](http://a.b) and [another](http://c.d)."
    view = Viewport(Page(markdown(text), 30), 2)
    assert links_on(view)[0].place == Place(view.top, len("Before "))
    for _ in range(3):
        view.scroll(1)
        assert links_on(view)[0] == Link("http://a.b", Place(view.top, 0))


def test_a_link_that_ends_above_the_screen_has_no_label() -> None:
    view = Viewport(Page(markdown("[" + "many words " * 12 + "](http://a.b) " + "and more " * 30), 30), 3)
    view.scroll(8)
    assert links_on(view) == []


@pytest.mark.parametrize("number", [0, 1, 26, 27, 500])
def test_labels_can_be_told_apart_as_soon_as_they_are_typed(number: int) -> None:
    found = labels(number)
    assert len(set(found)) == number
    assert not [one for one in found for other in found if one != other and other.startswith(one)]
    assert all(len(label) == (1 if number <= len(LETTERS) else 2) for label in found)
