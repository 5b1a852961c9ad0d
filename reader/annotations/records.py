"""Annotations, tags and corrections as stored: frozen values in, JSON objects out, and back without losing a key.

Keys that this version does not know are kept verbatim at every level, so that an older version can work on a newer
one's records.
"""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern
from types import MappingProxyType, NoneType
from typing import Any, TypeAlias

from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.change import Record
from reader.annotations.correction import Action, Correction
from reader.annotations.shapes import Shape, texts
from reader.annotations.tag import Tag
from reader.annotations.twin import maker_of
from reader.text import Span

SCHEMA = 1
"""Number of the record's shape; a file with a higher number is not written to."""

Fields: TypeAlias = dict[str, Any]
"""A JSON object as stored."""

_TARGET = Shape(
    {"text_sha256": str, "start": int, "end": int, "exact": str, "prefix": "", "suffix": "", "paragraph": 0}
)
_ANCHOR = Shape(
    {"text_sha256": str, "start": int, "end": int, "state": "exact", "method": "hash", "score": 1.0}
    | {"confirmed": False, "suggest": []},
    others={"score": int, "suggest": tuple},
)
_EVERY = {"id": str, "schema": SCHEMA, "rev": 1, "created": str, "modified": str, "deleted": None}
_OTHERS: Mapping[str, type] = {
    "deleted": str,
    "tags": tuple,
    "creator": NoneType,
    "key": int,
    "target": dict,
    "accepted": dict,
}
_ANNOTATION = Shape(
    {**_EVERY, "target": dict, "anchor": dict, "tags": [], "color": "yellow", "note": "", "speaker": ""}
    | {"important": False, "creator": {}, "accepted": None},
    _OTHERS,
)
_TAG = Shape(
    {**_EVERY, "name": str, "color": "", "description": "", "key": None, "merged_into": ""}
    | {"created": "", "modified": ""},
    _OTHERS,
)
_CORRECTION = Shape({**_EVERY, "action": str, "article": "", "target": None, "name": "", "speaker": ""}, _OTHERS)

_STATES = {state.value: state for state in AnchorState}
_PERSON = {"type", "name"}
_make_target = maker_of(Target)
_make_anchor = maker_of(Anchor)
_make_annotation = maker_of(Annotation)


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
        values, extra = _ANNOTATION.read(record)
        accepted, anchor, color, created, creator, deleted, *rest = values
        own_id, important, modified, note, rev, _, speaker, tags, target = rest
        marked = _target(target)
        return _make_annotation(
            own_id,
            article_id,
            marked,
            _anchor(anchor, marked),
            created,
            modified,
            texts(tags) if tags else (),
            intern(color),
            note,
            speaker,
            _text((creator or {}).get("name", "")),
            important,
            deleted,
            rev,
            None if accepted is None else _target(accepted),
            extra if _is_person(creator) else MappingProxyType({**extra, "creator": dict(creator)}),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"not an annotation: {error!r}") from error


def tag_from_record(record: Mapping[str, Any]) -> Tag:
    """The tag that a stored object describes; RecordError as in `from_record`."""
    try:
        values, extra = _TAG.read(record)
    except TypeError as error:
        raise RecordError(f"not a tag: {error!r}") from error
    color, created, deleted, about, own_id, key, into, modified, name, rev, _ = values
    return Tag(own_id, name, color, about, key, into, created, modified, deleted, rev, extra)


def correction_from_record(record: Mapping[str, Any]) -> Correction:
    """The correction that a stored object describes; RecordError as in `from_record`."""
    try:
        values, extra = _CORRECTION.read(record)
        action, article, created, deleted, own_id, modified, name, rev, _, speaker, target = values
        return Correction(
            own_id,
            Action(action),
            created,
            modified,
            article,
            None if target is None else _target(target),
            name,
            speaker,
            deleted,
            rev,
            extra,
        )
    except (TypeError, ValueError) as error:
        raise RecordError(f"not a correction: {error!r}") from error


def _annotation_record(annotation: Annotation) -> Fields:
    creator = annotation.extra.get("creator", {"type": "Person"})
    return {
        **annotation.extra,
        "id": annotation.id,
        "schema": SCHEMA,
        "rev": annotation.rev,
        "target": _target_record(annotation.target),
        "accepted": None if annotation.accepted is None else _target_record(annotation.accepted),
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
    (end, exact, paragraph, prefix, start, suffix, sha256), extra = _TARGET.read(record)
    return _make_target(intern(sha256), Span(start, end), exact, prefix, suffix, paragraph, extra)


def _anchor(record: Mapping[str, Any], marked: Target) -> Anchor:
    """The anchor; most stand where they were made, and share the place with what was `marked`."""
    (confirmed, end, method, score, start, state, suggest, sha256), extra = _ANCHOR.read(record)
    same = start == marked.span.start and end == marked.span.end
    span = marked.span if same else Span(start, end)
    suggested = tuple(map(int, suggest)) if suggest else ()
    return _make_anchor(intern(sha256), span, _STATES[state], intern(method), float(score), confirmed, suggested, extra)


def _is_person(creator: Mapping[str, Any] | None) -> bool:
    """Is nothing said of the creator but a name?"""
    return not creator or (_PERSON.issuperset(creator) and creator.get("type", "Person") == "Person")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, found {value!r}")
    return value
