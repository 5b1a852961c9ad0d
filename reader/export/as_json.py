"""Everything that is known about some articles but their text, as one JSON document: nothing is lost.

{"generator": "Close Reader 0.1.0", "schema": 1,
 "tags": [records as stored],
 "articles": [{"id": "news/a.txt", "title": "…", "sha256": "…", …,
               "annotations": [records as stored], "quotations": [as in the JSON lines]}],
 "speakers": [{"id": "s-…", "name": "…", "kind": "person", "role": "…", "aliases": [],
               "quotations": [{"article": "news/a.txt", "id": "q-…"}]}]}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reader import __version__
from reader.annotations import to_record
from reader.export.analyses_as_jsonl import quotation_record
from reader.export.json_text import json_pages
from reader.quotations import Speaker
from reader.reading import Reading

SCHEMA = 1
"""Number of the document's shape."""


def to_json(readings: Sequence[Reading], speakers: Iterable[Speaker] = ()) -> str:
    """The document, indented; the same readings give the same bytes."""
    tags = {tag.id: tag for reading in readings for tag in reading.codebook.tags.values()}
    return json_pages(
        {
            "generator": f"Close Reader {__version__}",
            "schema": SCHEMA,
            "tags": [to_record(tags[tag_id]) for tag_id in sorted(tags)],
            "articles": [_article(reading) for reading in readings],
            "speakers": [_speaker(speaker) for speaker in speakers],
        }
    )


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "publisher": article.publisher,
        "url": article.url,
        "format": article.format.value,
        "sha256": article.sha256,
        "annotations": [to_record(annotation) for annotation in reading.annotations],
        "quotations": [quotation_record(q) for q in (reading.analysis.quotations if reading.analysis else ())],
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "role": speaker.role,
        "aliases": list(speaker.aliases),
        "quotations": [{"article": quotation.article_id, "id": quotation.id} for quotation in speaker.quotations],
    }
