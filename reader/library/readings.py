"""Everything in a library that can be exported: readings, and whatever stood in the way.

Nothing that a person marked is left out: highlights of an article that cannot be read (any more) come with a stand-in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.annotations import AnchorState, Annotation
from reader.article import Article, Blocks, Format
from reader.library.library import Library
from reader.quotations import Analysis
from reader.reading import Reading
from reader.sources import Unreadable


@dataclass(frozen=True)
class Readings:
    """Readings in the library's order, and what the user must be told."""

    readings: tuple[Reading, ...]
    problems: tuple[str, ...]
    files: tuple[Path, ...]
    """Every file that is an article, read or not."""


def readings_in(
    library: Library, analysis_of: Callable[[Article], Analysis | None], below: Path | None = None
) -> Readings:
    """Every article with its annotations and what `analysis_of` knows of it; lost highlights of those under `below`."""
    readings: list[Reading] = []
    problems: list[str] = []
    entries = library.entries()
    for entry in entries:
        try:
            article = library.read(entry)
        except Unreadable as problem:
            problems.append(f"not read: {entry.path}: {problem.reason}")
        else:
            readings.append(replace(library.reading(article), analysis=analysis_of(article)))
    lost = tuple(_without_article(library, below or library.root, readings))
    problems += [f"no text for {reading.article.id}: its highlights are exported without a place" for reading in lost]
    return Readings((*readings, *lost), tuple(problems), tuple(entry.path for entry in entries))


def readings_of(
    library: Library, annotations: Iterable[Annotation], analysis_of: Callable[[Article], Analysis | None]
) -> tuple[Reading, ...]:
    """Readings with just these annotations, each where it stands now; articles in the order of their first one."""
    wanted: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        wanted.setdefault(annotation.article_id, []).append(annotation)
    return tuple(_with_only(library, article_id, chosen, analysis_of) for article_id, chosen in wanted.items())


def _with_only(
    library: Library, article_id: str, chosen: list[Annotation], analysis_of: Callable[[Article], Analysis | None]
) -> Reading:
    try:
        article = library.read(article_id)
    except Unreadable:
        return _stand_in(library, article_id, chosen)
    ids = {annotation.id for annotation in chosen}
    reading = library.reading(article)
    kept = tuple(annotation for annotation in reading.annotations if annotation.id in ids)
    return replace(reading, annotations=kept, analysis=analysis_of(article))


def _without_article(library: Library, below: Path, readings: list[Reading]) -> Iterator[Reading]:
    """Readings of articles that have annotations and could not be read."""
    here = os.path.abspath(below)
    known = {annotation.id for reading in readings for annotation in reading.annotations}
    lost: dict[str, list[Annotation]] = {}
    for annotation in library.annotations():
        if annotation.id not in known and (library.root / annotation.article_id).is_relative_to(here):
            lost.setdefault(annotation.article_id, []).append(annotation)
    for name, marked in sorted(lost.items()):
        yield _stand_in(library, name, marked)


def _stand_in(library: Library, name: str, marked: Iterable[Annotation]) -> Reading:
    article = Article(name, "", Format.PLAIN, Blocks([]), title=name, title_derived=True)
    return Reading(article, tuple(map(_orphaned, marked)), library.codebook)


def _orphaned(annotation: Annotation) -> Annotation:
    return replace(annotation, anchor=replace(annotation.anchor, state=AnchorState.ORPHAN))
