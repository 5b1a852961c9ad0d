"""What has become of a highlight since it was made: an article and an annotation in it in, what to show out."""

from __future__ import annotations

from dataclasses import dataclass

from reader.annotations.annotation import Annotation
from reader.annotations.wording import Wording, compared
from reader.annotations.words import paragraph_at, words_after, words_before, words_of
from reader.article import Article

AROUND = 60
"""Displayed characters shown on either side of a place."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a highlight stands, or may stand."""

    offset: int
    paragraph: int
    before: str
    after: str
    """The words around `offset`, or around the highlight that stands there."""


@dataclass(frozen=True, slots=True)
class Since:
    """A highlight as it was made, and what there is of it now."""

    annotation: Annotation
    wording: tuple[Wording, ...]
    """The words as marked, compared with those in its place; just the marked ones where it has no place."""
    places: tuple[Spot, ...]
    """Where it stands; for one without a place, where it may."""

    @property
    def same_words(self) -> bool:
        return len(self.wording) == 1


def since(article: Article, annotation: Annotation) -> Since:
    """What `annotation`, whose anchor is in the present text of `article`, was and is."""
    anchor, marked = annotation.anchor, annotation.target.exact
    if not anchor.placed:
        return Since(annotation, compared(marked, marked), tuple(_spot(article, at, at) for at in anchor.suggest))
    words = compared(marked, words_of(article, anchor.span))
    return Since(annotation, words, (_spot(article, anchor.span.start, anchor.span.end),))


def _spot(article: Article, start: int, end: int) -> Spot:
    before, after = words_before(article, start, AROUND), words_after(article, end, AROUND)
    return Spot(start, paragraph_at(article, start), " ".join(before.split()), " ".join(after.split()))
