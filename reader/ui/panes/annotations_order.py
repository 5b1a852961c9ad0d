"""Which highlights the panel shows, in what order and under which headings: annotations and a view in.  Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from reader.annotations import AnchorState, Annotation, Codebook
from reader.annotations.filtering import Test

STATES = {
    AnchorState.ORPHAN: "lost its place",
    AnchorState.AMBIGUOUS: "stands in several places now",
    AnchorState.CHANGED: "the words have changed since",
    AnchorState.MOVED: "has moved",
    AnchorState.SHIFTED: "",
    AnchorState.EXACT: "",
}
"""What is to be said of a highlight's place, worst first."""
_GROUPS = {
    AnchorState.ORPHAN: "Lost their place",
    AnchorState.AMBIGUOUS: "Stand in several places now",
    AnchorState.CHANGED: "Words have changed since",
    AnchorState.MOVED: "Have moved",
    AnchorState.SHIFTED: "In their place",
    AnchorState.EXACT: "In their place",
}
_RANK = {state: list(_GROUPS.values()).index(group) for state, group in _GROUPS.items()}
_SLICE = 2000
"""Highlights looked through before asking whether that is still wanted."""


class Order(StrEnum):
    """How highlights follow each other."""

    TEXT = "in order of the text"
    NEWEST = "newest first"
    TAG = "by tag"
    STATE = "by state"

    @property
    def next(self) -> Order:
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


@dataclass(frozen=True, slots=True)
class View:
    """What the user wants to see."""

    order: Order = Order.TEXT
    everywhere: bool = False
    """The highlights of the whole library, not of one article."""

    @property
    def names_articles(self) -> bool:
        """Does each card have to say which article it is from?"""
        return self.everywhere and self.order is not Order.TEXT


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group of highlights, and how many there are in it."""

    name: str
    count: int


@dataclass(frozen=True)
class Arranged:
    """Highlights in the order of a view."""

    annotations: tuple[Annotation, ...] = ()
    headings: Mapping[str, Heading] = field(default_factory=dict)
    """What stands above a highlight, by its id, where a group begins."""
    of: int = 0
    """How many there would be without the filter."""


class GivenUp(Exception):
    """Something else is wanted by now."""


def arranged(
    annotations: Iterable[Annotation],
    view: View,
    wants: Test,
    codebook: Codebook,
    titles: Mapping[str, str],
    given_up: Callable[[], bool] = lambda: False,
) -> Arranged:
    """The highlights that `wants` lets through, as `view` has them; `titles` are in the library's order.

    Raises GivenUp soon after `given_up` says so.
    """
    every = tuple(annotations)
    fitting: list[Annotation] = []
    for start in range(0, len(every), _SLICE):
        if given_up():
            raise GivenUp
        fitting += filter(wants, every[start : start + _SLICE])
    key, group = _arrangement(view, codebook, titles)
    fitting.sort(key=key)
    return Arranged(tuple(fitting), _headings(fitting, group), len(every))


def _headings(annotations: list[Annotation], group: Callable[[Annotation], str]) -> dict[str, Heading]:
    """Each group's heading, by the id of its first member."""
    groups = [group(annotation) for annotation in annotations]
    sizes = Counter(groups)
    headings: dict[str, Heading] = {}
    before = ""
    for annotation, name in zip(annotations, groups, strict=True):
        if name != before:
            headings[annotation.id] = Heading(name, sizes[name])
        before = name
    return headings


Key = Callable[[Annotation], Any]


def _arrangement(view: View, codebook: Codebook, titles: Mapping[str, str]) -> tuple[Key, Callable[[Annotation], str]]:
    """What to sort by, and what the group of a highlight is called ("" for no groups)."""
    places = {article_id: number for number, article_id in enumerate(titles)}

    def in_text(a: Annotation) -> Any:
        where = places.get(a.article_id, len(places))
        return where, a.article_id, not a.anchor.placed, a.span.start, a.span.end, a.id

    def title(a: Annotation) -> str:
        return titles.get(a.article_id, a.article_id) if view.everywhere else ""

    match view.order:
        case Order.NEWEST:
            return lambda a: tuple(-ord(sign) for sign in a.created), _day
        case Order.TAG:
            names = {tag_id: codebook.names((tag_id,)) for tag_id in codebook.tags}

            def tag(a: Annotation) -> str:
                return next((name for tag_id in a.tags for name in names.get(tag_id, (tag_id,))), "")

            return lambda a: (not tag(a), tag(a).casefold(), in_text(a)), lambda a: f"#{tag(a)}" if tag(a) else "No tag"
        case Order.STATE:
            return lambda a: (_RANK[a.anchor.state], in_text(a)), lambda a: _GROUPS[a.anchor.state]
        case _:
            return in_text, title


def _day(annotation: Annotation) -> str:
    try:
        return f"{datetime.fromisoformat(annotation.created).astimezone():%-d %b %Y}"
    except ValueError:
        return "No date"
