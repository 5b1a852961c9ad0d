"""Annotations, tags and corrections as stored: frozen values in, JSON objects out, and back without losing a key.

Keys that this version does not know are kept verbatim at every level, so that an older version can work on a newer
one's records.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.change import Record
from reader.annotations.correction import Action, Correction
from reader.annotations.tag import Tag
from reader.text import Span

SCHEMA = 1
"""Number of the record's shape; a file with a higher number is not written to."""

Fields: TypeAlias = dict[str, Any]
"""A JSON object as stored."""

_TARGET = frozenset({"text_sha256", "start", "end", "exact", "prefix", "suffix", "paragraph"})
_ANCHOR = frozenset({"text_sha256", "start", "end", "state", "method", "score", "confirmed", "suggest"})
_EVERY = frozenset({"id", "schema", "rev", "created", "modified", "deleted"})
_ANNOTATION = _EVERY | {"target", "anchor", "tags", "color", "note", "speaker", "important", "creator"}
_TAG = _EVERY | {"name", "color", "description", "key", "merged_into"}
_CORRECTION = _EVERY | {"action", "article", "target", "name", "speaker"}

_STATES = {state.value: state for state in AnchorState}
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class RecordError(ValueError):
    """A stored record that is not one of ours: says which key is wrong."""


def to_record(value: Record) -> Fields:
    """The JSON object that is stored for `value`; the `from_record` of its kind gives `value` back."""
    match value:
        case Annotation():
            return _annotation_record(value)
        case Tag():
            return _tag_record(value)
        case Correction():
            return _correction_record(value)


def from_record(record: Mapping[str, Any], article_id: str) -> Annotation:
    """The annotation that a stored object describes; RecordError where a needed key is missing or of a wrong kind."""
    try:
        creator = record.get("creator") or {}
        extra = _rest(record, _ANNOTATION)
        if creator.keys() - {"type", "name"} or creator.get("type", "Person") != "Person":
            extra = MappingProxyType({**extra, "creator": dict(creator)})
        return Annotation(
            id=_text(record["id"]),
            article_id=article_id,
            target=_target(record["target"]),
            anchor=_anchor(record["anchor"]),
            created=_text(record["created"]),
            modified=_text(record["modified"]),
            tags=tuple(map(_text, record.get("tags", ()))),
            color=_text(record.get("color", "yellow")),
            note=_text(record.get("note", "")),
            speaker=_text(record.get("speaker", "")),
            creator=_text(creator.get("name", "")),
            important=bool(record.get("important", False)),
            deleted=record.get("deleted"),
            rev=int(record.get("rev", 1)),
            extra=extra,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"not an annotation: {error!r}") from error


def tag_from_record(record: Mapping[str, Any]) -> Tag:
    """The tag that a stored object describes; RecordError as in `from_record`."""
    try:
        return Tag(
            id=_text(record["id"]),
            name=_text(record["name"]),
            color=_text(record.get("color", "")),
            description=_text(record.get("description", "")),
            key=None if record.get("key") is None else int(record["key"]),
            merged_into=_text(record.get("merged_into", "")),
            created=_text(record.get("created", "")),
            modified=_text(record.get("modified", "")),
            deleted=record.get("deleted"),
            rev=int(record.get("rev", 1)),
            extra=_rest(record, _TAG),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"not a tag: {error!r}") from error


def correction_from_record(record: Mapping[str, Any]) -> Correction:
    """The correction that a stored object describes; RecordError as in `from_record`."""
    try:
        target = record.get("target")
        return Correction(
            id=_text(record["id"]),
            action=Action(record["action"]),
            created=_text(record["created"]),
            modified=_text(record["modified"]),
            article_id=_text(record.get("article", "")),
            target=None if target is None else _target(target),
            name=_text(record.get("name", "")),
            speaker=_text(record.get("speaker", "")),
            deleted=record.get("deleted"),
            rev=int(record.get("rev", 1)),
            extra=_rest(record, _CORRECTION),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"not a correction: {error!r}") from error


def _annotation_record(annotation: Annotation) -> Fields:
    creator = annotation.extra.get("creator", {"type": "Person"})
    return {
        **annotation.extra,
        "id": annotation.id,
        "schema": SCHEMA,
        "rev": annotation.rev,
        "target": _target_record(annotation.target),
        "anchor": _anchor_record(annotation.anchor),
        "tags": list(annotation.tags),
        "color": annotation.color,
        "note": annotation.note,
        "speaker": annotation.speaker,
        "important": annotation.important,
        "creator": {**creator, "name": annotation.creator},
        "created": annotation.created,
        "modified": annotation.modified,
        "deleted": annotation.deleted,
    }


def _tag_record(tag: Tag) -> Fields:
    return {
        **tag.extra,
        "id": tag.id,
        "schema": SCHEMA,
        "rev": tag.rev,
        "name": tag.name,
        "color": tag.color,
        "description": tag.description,
        "key": tag.key,
        "merged_into": tag.merged_into,
        "created": tag.created,
        "modified": tag.modified,
        "deleted": tag.deleted,
    }


def _correction_record(correction: Correction) -> Fields:
    return {
        **correction.extra,
        "id": correction.id,
        "schema": SCHEMA,
        "rev": correction.rev,
        "action": correction.action.value,
        "article": correction.article_id,
        "target": None if correction.target is None else _target_record(correction.target),
        "name": correction.name,
        "speaker": correction.speaker,
        "created": correction.created,
        "modified": correction.modified,
        "deleted": correction.deleted,
    }


def _target_record(target: Target) -> Fields:
    return {
        **target.extra,
        "text_sha256": target.text_sha256,
        "start": target.span.start,
        "end": target.span.end,
        "exact": target.exact,
        "prefix": target.prefix,
        "suffix": target.suffix,
        "paragraph": target.paragraph,
    }


def _anchor_record(anchor: Anchor) -> Fields:
    return {
        **anchor.extra,
        "text_sha256": anchor.text_sha256,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "state": anchor.state.value,
        "method": anchor.method,
        "score": anchor.score,
        "confirmed": anchor.confirmed,
        "suggest": list(anchor.suggest),
    }


def _target(record: Mapping[str, Any]) -> Target:
    return Target(
        text_sha256=_text(record["text_sha256"]),
        span=Span(int(record["start"]), int(record["end"])),
        exact=_text(record["exact"]),
        prefix=_text(record.get("prefix", "")),
        suffix=_text(record.get("suffix", "")),
        paragraph=int(record.get("paragraph", 0)),
        extra=_rest(record, _TARGET),
    )


def _anchor(record: Mapping[str, Any]) -> Anchor:
    return Anchor(
        text_sha256=_text(record["text_sha256"]),
        span=Span(int(record["start"]), int(record["end"])),
        state=_STATES[record.get("state", "exact")],
        method=_text(record.get("method", "hash")),
        score=float(record.get("score", 1.0)),
        confirmed=bool(record.get("confirmed", False)),
        suggest=tuple(map(int, record.get("suggest", ()))),
        extra=_rest(record, _ANCHOR),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, found {value!r}")
    return value


def _rest(record: Mapping[str, Any], known: frozenset[str]) -> Mapping[str, Any]:
    """The keys that this version does not know; one and the same empty mapping where there are none."""
    if known.issuperset(record):
        return _NOTHING
    return MappingProxyType({key: value for key, value in record.items() if key not in known})
