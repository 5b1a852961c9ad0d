"""Which marks lie over a reading's text: highlights, a chosen speaker's quotations, search hits.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.layout.hits import Hits
from reader.layout.marks import Mark, MarkIndex
from reader.text import Span
from reader.ui.looks import annotation_role

if TYPE_CHECKING:
    from reader.annotations import Annotation
    from reader.quotations import Speaker
    from reader.reading import Reading

SPEAKER, ANNOTATION, LIFTED, HIT, CURRENT = range(5)
"""Priorities: later ones are painted over earlier ones."""
LANES = 2
"""How many highlights that overlap can stand side by side in the gutter."""


@dataclass(frozen=True)
class Marking:
    """Everything that is marked in one article, ready to be asked for a row."""

    marks: MarkIndex
    annotations: MarkIndex
    """Highlights alone, keyed by id: what the gutter shows."""
    by_id: dict[str, Annotation]
    lanes: dict[str, int]
    """The gutter's lane of each highlight, from 0; LANES if there was no more room."""
    hits: Hits
    """Beside the other marks, because they change from key to key and may be very many."""
    current_hit: Span | None

    def lying_over(self, span: Span) -> list[Mark]:
        hits = [Mark(hit, "hit-current" if hit == self.current_hit else "hit", HIT) for hit in self.hits.over(span)]
        return self.marks.over(span) + hits

    def annotations_over(self, span: Span) -> list[Annotation]:
        """Innermost first."""
        found = [self.by_id[mark.key] for mark in self.annotations.over(span)]
        return sorted(found, key=lambda a: (a.span.length, a.id))


def marking(reading: Reading | None, speaker: Speaker | None, hits: Hits, current_hit: Span | None) -> Marking:
    """Collect the marks of one reading; costs as much as there are, so do it when they change and not when painting."""
    placed = [a for a in reading.annotations if a.anchor.placed and a.span.length] if reading else []
    article = reading.article.id if reading else ""
    said = [q for q in speaker.quotations if q.article_id == article] if speaker else []
    # the innermost of overlapping highlights is painted last
    outermost_first = sorted(placed, key=lambda a: (-a.span.length, a.id))
    annotated = [Mark(a.span, annotation_role(a.color), ANNOTATION, a.id) for a in outermost_first]
    highlights = MarkIndex(annotated)
    spoken = [Mark(q.span, "speaker", SPEAKER, q.id) for q in said]
    marks = MarkIndex(spoken + annotated) if spoken else highlights
    by_id = {a.id: a for a in placed}
    return Marking(marks, highlights, by_id, _lanes(placed), hits, current_hit)


def _lanes(placed: list[Annotation]) -> dict[str, int]:
    """Highlights that overlap stand in different lanes, as long as there are any; the outer ones in the first."""
    lanes: dict[str, int] = {}
    ends = [0] * LANES
    for annotation in sorted(placed, key=lambda a: (a.span.start, -a.span.length, a.id)):
        lane = next((n for n, end in enumerate(ends) if end <= annotation.span.start), LANES)
        if lane < LANES:
            ends[lane] = annotation.span.end
        lanes[annotation.id] = lane
    return lanes
