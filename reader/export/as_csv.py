"""Highlights as a table: a row for each, for spreadsheets and for qualitative analysis."""

from __future__ import annotations

from collections.abc import Sequence

from reader.export.cells import table
from reader.export.passage import Passage, passages
from reader.export.voices import Voices
from reader.quotations import Speaker
from reader.reading import Reading

_COLUMNS = (
    *("article", "title", "byline", "publisher", "published", "url"),
    *("paragraph", "highlight", "note", "tags", "color", "important"),
    *("speaker", "role", "state", "start", "end", "created", "modified", "creator", "id"),
)


def to_csv(readings: Sequence[Reading], speakers: Sequence[Speaker] = ()) -> str:
    """Articles as given, their highlights in document order; several tags in one cell stand between semicolons.

    `start` and `end` are code-point offsets into the article's text, `state` says how sure that place is.
    """
    voices = Voices(speakers)
    rows = [_row(reading, passage) for reading in readings for passage in passages(reading, voices)]
    return table(_COLUMNS, rows)


def _row(reading: Reading, passage: Passage) -> tuple[str | int, ...]:
    annotation, article = passage.annotation, reading.article
    published = article.published.isoformat() if article.published else ""
    return (
        *(article.id, article.title, article.byline, article.publisher, published, article.url),
        *(passage.paragraph, passage.text, passage.note),
        *("; ".join(passage.tags), passage.color, "yes" if annotation.important else ""),
        *(passage.speaker, passage.role, annotation.anchor.state.value, annotation.span.start, annotation.span.end),
        *(annotation.created, annotation.modified, annotation.creator, annotation.id),
    )
