"""Does every annotation stand on its words?  A library in, one finding for each annotation out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.annotations import AnchorState, Annotation
from reader.annotations.words import words_of
from reader.article import Article
from reader.library.library import Library
from reader.sources import Unreadable
from reader.text.fold import fold

_SAID = {
    AnchorState.CHANGED: "the words have changed",
    AnchorState.AMBIGUOUS: "the words stand in several places",
    AnchorState.ORPHAN: "the words are no longer there",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One annotation and what is wrong with its place."""

    annotation: Annotation
    problem: str
    """"" if it stands on the words that were marked, or accepted since."""
    found: str = ""
    """The words where it stands now."""


def check(library: Library) -> Iterator[Finding]:
    """Every annotation of the library, article by article, with what is wrong with it."""
    marked: dict[str, list[Annotation]] = {}
    for annotation in library.annotations():
        marked.setdefault(annotation.article_id, []).append(annotation)
    for article_id, known in sorted(marked.items()):
        try:
            article = library.read(article_id)
        except Unreadable as problem:
            yield from (Finding(annotation, f"the article cannot be read: {problem}") for annotation in known)
        else:
            yield from (_checked(article, annotation) for annotation in library.reading(article).annotations)


def _checked(article: Article, annotation: Annotation) -> Finding:
    anchor = annotation.anchor
    found = words_of(article, anchor.span) if anchor.placed else ""
    if anchor.state in _SAID and not anchor.confirmed:
        return Finding(annotation, _SAID[anchor.state], found)
    same = fold(found).text in {fold(one.exact).text for one in (annotation.passage, annotation.target)}
    return Finding(annotation, "" if same else "other words stand in its place", found)
