"""Everything in a library that can be exported: readings, and whatever stood in the way.

Nothing that a person marked is left out: highlights of an article that cannot be read (any more) come with a stand-in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
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


def _without_article(library: Library, below: Path, readings: list[Reading]) -> Iterator[Reading]:
    """Readings of articles that have annotations and could not be read."""
    here = os.path.abspath(below)
    known = {annotation.id for reading in readings for annotation in reading.annotations}
    lost: dict[str, list[Annotation]] = {}
    for annotation in library.annotations():
        if annotation.id not in known and (library.root / annotation.article_id).is_relative_to(here):
            lost.setdefault(annotation.article_id, []).append(annotation)
    for name, marked in sorted(lost.items()):
        stand_in = Article(name, "", Format.PLAIN, Blocks([]), title=name, title_derived=True)
        yield Reading(stand_in, tuple(map(_orphaned, marked)), library.codebook)


def _orphaned(annotation: Annotation) -> Annotation:
    return replace(annotation, anchor=replace(annotation.anchor, state=AnchorState.ORPHAN))
