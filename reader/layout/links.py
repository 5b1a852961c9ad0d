"""The links of an article: which of them are on the screen, and where those that stay inside it lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.article import Article
from reader.article.inline import definitions_of, displayed
from reader.layout.contents import all_headings
from reader.layout.row import Place, Row, RowRef
from reader.layout.viewport import Viewport
from reader.text import Span

LETTERS = "sadfjklewcmpghruiovntbxzyq"
"""For labels: those under the fingers first."""
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is on the screen."""

    target: str
    """As it is written: an address, "#heading", "^footnote", or the path of another article."""
    place: Place
    """Where on the screen its first words are, as the viewport shows them: moved sideways, if they are."""


def links_on(view: Viewport) -> list[Link]:
    """The links and images on the screen, in order; one that begins above it counts where it goes on."""
    article = view.page.article
    rows = dict(view.rows())
    found: list[Link] = []
    for number in sorted({ref.block for ref in rows}):
        shown = displayed(article, article.blocks[number])
        for emphasis in shown.emphases:
            source = shown.source_span(emphasis.span)
            if not emphasis.target or not source.length:
                continue
            place = _place_on(view, rows, source)
            if place is not None and (column := _seen(view, place)) is not None:
                found.append(Link(emphasis.target, Place(place.ref, column)))
    return found


def _place_on(view: Viewport, rows: Mapping[RowRef, Row], source: Span) -> Place | None:
    """Where words begin on the screen, or go on in its uppermost row; None if they are not there."""
    place = view.page.find(source.start)
    if place.ref in rows:
        return place
    row = rows[view.top]
    shown = row.words.shown_span(source) if place.ref < view.top else None
    return None if shown is None else Place(view.top, row.column_of(row.words.to_source(shown.start)))


def _seen(view: Viewport, place: Place) -> int | None:
    """The column where a place is seen; None if it is moved out of sight."""
    window = view.window(place.ref.block)
    if window is None or place.column < window.fixed:
        return place.column
    column = place.column - window.shift
    return column if window.fixed <= column < window.room else None


def labels(number: int) -> list[str]:
    """So many different labels, none the beginning of another; of one letter if those are enough."""
    if number <= len(LETTERS):
        return list(LETTERS[:number])
    return [first + second for first in LETTERS for second in LETTERS][:number]


def looking_for(article: Article, target: str) -> Iterator[int | None]:
    """Look for what `target` names in this article: a footnote ("^label") or a heading ("#its-words").

    Gives None after every step, and last the source offset, if there is such a place; addresses elsewhere have none.
    No more of the article is read than that takes.
    """
    if target.startswith("^"):
        yield definitions_of(article).footnotes.get(target[1:])
    elif target.startswith("#"):
        wanted = target[1:].casefold()
        for heading in all_headings(article):
            if heading is not None and anchor(heading.title) == wanted:
                yield heading.span.start
                return
            yield None


def anchor(title: str) -> str:
    """The name that sites give to a heading: lower case, blanks as hyphens, without other signs."""
    return _NOT_IN_ANCHORS.sub("", title.casefold()).replace(" ", "-")
