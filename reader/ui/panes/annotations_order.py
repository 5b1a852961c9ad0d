"""Which highlights the panel shows, in what order and under which headings: annotations and a view in.  Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from reader.annotations import AnchorState, Annotation, Codebook
from reader.annotations.filtering import Test
from reader.reading import in_document_order
from reader.ui.panes.turning import Turning

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
NO_TAG = "No tag"
_SLICE = 2000
"""Highlights looked through before asking whether that is still wanted."""


class Order(Turning):
    """How highlights follow each other."""

    TEXT = "in order of the text"
    NEWEST = "newest first"
    TAG = "by tag"
    STATE = "by state"


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
    places: Mapping[str, int] = field(default_factory=dict)
    """Where each highlight stands in the order, by its id."""
    of: int = 0
    """How many there would be without the filter."""


class GivenUp(Exception):
    """Something else is wanted by now."""


Groups: TypeAlias = dict[str, list[Annotation]]
"""Highlights by the name of their group, in the order in which they are shown."""


def arranged(
    annotations: Sequence[Annotation],
    view: View,
    wants: Test,
    codebook: Codebook,
    titles: Mapping[str, str],
    given_up: Callable[[], bool] = lambda: False,
) -> Arranged:
    """The highlights that `wants` lets through, as `view` has them; `titles` are in the library's order.

    Raises GivenUp soon after `given_up` says so.
    """
    fitting: list[Annotation] = []
    for start in range(0, len(annotations), _SLICE):
        if given_up():
            raise GivenUp
        fitting += filter(wants, annotations[start : start + _SLICE])
    groups = _groups(fitting, view, codebook, titles)
    headings = {members[0].id: Heading(name, len(members)) for name, members in groups.items() if name}
    ordered = tuple(chain.from_iterable(groups.values()))
    places = {annotation.id: place for place, annotation in enumerate(ordered)}
    return Arranged(ordered, headings, places, of=len(annotations))


def _groups(fitting: Sequence[Annotation], view: View, codebook: Codebook, titles: Mapping[str, str]) -> Groups:
    match view.order:
        case Order.NEWEST:
            return _grouped(
                sorted(fitting, key=lambda a: (a.created, a.id), reverse=True), lambda a: _day(a.created[:16])
            )
        case Order.TAG:
            named = _grouped(_in_text_order(fitting, titles), _first_tag(codebook))
            return {name: named[name] for name in sorted(named, key=lambda name: (name == NO_TAG, name.casefold()))}
        case Order.STATE:
            states = _grouped(_in_text_order(fitting, titles), lambda a: _GROUPS[a.anchor.state])
            return {name: states[name] for name in dict.fromkeys(_GROUPS.values()) if name in states}
        case _:
            in_order = _in_text_order(fitting, titles)
            articles = _grouped(in_order, lambda a: a.article_id) if view.everywhere else {"": list(in_order)}
            return _named(articles, titles)


def _grouped(annotations: Iterable[Annotation], group: Callable[[Annotation], str]) -> Groups:
    """Groups in the order of their first members."""
    groups: defaultdict[str, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        groups[group(annotation)].append(annotation)
    return groups


def _in_text_order(annotations: Iterable[Annotation], titles: Mapping[str, str]) -> list[Annotation]:
    """Article by article: sorting a few at a time lets the screen have its turns, sorting all at once does not."""
    places = {article_id: number for number, article_id in enumerate(titles)}
    articles = _grouped(annotations, lambda a: a.article_id)
    ordered = sorted(articles, key=lambda article_id: (places.get(article_id, len(places)), article_id))
    return list(chain.from_iterable(in_document_order(articles[article_id]) for article_id in ordered))


def _named(articles: Groups, titles: Mapping[str, str]) -> Groups:
    """Groups with their articles' titles as names; with their ids, too, where several have one title."""
    names = [titles.get(article_id, article_id) for article_id in articles]
    known = Counter(names)
    unique = (f"{name} ({i})" if known[name] > 1 else name for i, name in zip(articles, names, strict=True))
    return dict(zip(unique, articles.values(), strict=True))


def _first_tag(codebook: Codebook) -> Callable[[Annotation], str]:
    names = {tag_id: name for tag_id in codebook.tags for name in codebook.names((tag_id,))}

    def first_tag(annotation: Annotation) -> str:
        return next((f"#{names[tag_id]}" for tag_id in annotation.tags if tag_id in names), NO_TAG)

    return first_tag


@lru_cache(1 << 16)
def _day(minute: str) -> str:
    """The day of a time to the minute, where the user is."""
    try:
        return f"{datetime.fromisoformat(f'{minute}+00:00').astimezone():%-d %b %Y}"
    except ValueError:
        return "No date"
