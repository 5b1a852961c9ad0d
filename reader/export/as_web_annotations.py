"""Highlights as W3C Web Annotations (JSON-LD): readings in, one annotation page out, for every tool that reads them.

https://www.w3.org/TR/annotation-model/.  A target is given by quotation and by position, both as the person marked or
accepted it; its state names the version of the text that they count in by its hash (RFC 6920).  What is important is
assessed as such.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reader.annotations import Annotation, Target
from reader.article import Format
from reader.export.json_text import json_pages
from reader.reading import Reading, in_document_order

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MEDIA_TYPES = {Format.PLAIN: "text/plain", Format.MARKDOWN: "text/markdown"}


def to_web_annotations(readings: Sequence[Reading]) -> str:
    """An AnnotationPage with a highlight per item, in document order, lost ones included; indented."""
    items = [
        _item(reading, annotation) for reading in readings for annotation in in_document_order(reading.annotations)
    ]
    return json_pages({"@context": CONTEXT, "type": "AnnotationPage", "items": items})


def _item(reading: Reading, annotation: Annotation) -> dict[str, Any]:
    item = {
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": _motivation(annotation),
        "creator": {"type": "Person", "name": annotation.creator} if annotation.creator else None,
        "created": annotation.created,
        "modified": annotation.modified,
        "body": _bodies(reading, annotation),
        "target": {
            "source": _source(reading),
            "selector": _selectors(annotation.passage),
            "state": _state(annotation),
            "styleClass": annotation.color,
        },
    }
    return {key: value for key, value in item.items() if value}


def _motivation(annotation: Annotation) -> str:
    """The first of what there is to say."""
    if annotation.note:
        return "commenting"
    if annotation.tags:
        return "tagging"
    return "assessing" if annotation.important else "highlighting"


def _bodies(reading: Reading, annotation: Annotation) -> list[dict[str, Any]]:
    note = {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": annotation.note}
    names = reading.codebook.names(annotation.tags)
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": name} for name in names]
    important = {"type": "TextualBody", "purpose": "assessing", "value": "important"}
    return [*([note] if annotation.note else []), *tags, *([important] if annotation.important else [])]


def _source(reading: Reading) -> dict[str, Any]:
    """The article by its address, or else by its file's name as a relative reference."""
    article = reading.article
    return {"id": article.url or quote(article.id), "type": "Text", "format": _MEDIA_TYPES[article.format]}


def _selectors(target: Target) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": target.exact,
            "prefix": target.prefix,
            "suffix": target.suffix,
        },
        {"type": "TextPositionSelector", "start": target.span.start, "end": target.span.end},
    ]


def _state(annotation: Annotation) -> dict[str, Any]:
    """Which version of the text it is; of the one it was made in also when."""
    when = {} if annotation.accepted else {"sourceDate": annotation.created}
    return {"type": "TimeState", **when, "cached": _version(annotation.passage)}


def _version(target: Target) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(target.text_sha256)).rstrip(b"=")
    return f"ni:///sha-256;{digest.decode('ascii')}"
