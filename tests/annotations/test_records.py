"""Records: what is stored comes back, and nothing that others wrote is lost."""

import json
from typing import Any
from uuid import UUID

import pytest

from reader.annotations import Annotation, RecordError, Tag, from_record, new_id, now, tag_from_record, to_record

RECORD: dict[str, Any] = {
    "id": "0192f0c1-0000-7000-8000-000000000000",
    "schema": 1,
    "rev": 4,
    "target": {
        "text_sha256": "ab",
        "start": 1805,
        "end": 2053,
        "exact": "Rates rose",
        "prefix": "yesterday ",
        "suffix": " again",
        "paragraph": 12,
        "cfi": "/4/2",
    },
    "accepted": None,
    "anchor": {
        "text_sha256": "cd",
        "start": 1911,
        "end": 2159,
        "state": "changed",
        "method": "sandwich",
        "score": 0.97,
        "confirmed": False,
        "suggest": [1890],
        "why": {"words": 3},
    },
    "tags": ["t_12"],
    "color": "yellow",
    "note": "**So** they did",
    "speaker": "s_7",
    "important": True,
    "creator": {"type": "Person", "name": "Ada", "homepage": "x"},
    "created": "2026-09-20T10:11:12.345Z",
    "modified": "2026-09-21T10:11:12.345Z",
    "deleted": None,
    "votes": [1, 2],
}


def test_a_record_survives_the_way_through_an_annotation_with_every_key() -> None:
    annotation = from_record(RECORD, "news/rates.txt")
    assert annotation.article_id == "news/rates.txt"
    assert annotation.creator == "Ada"
    assert json.loads(json.dumps(to_record(annotation))) == RECORD


def test_a_record_from_before_there_was_accepting_is_read() -> None:
    older = {key: value for key, value in RECORD.items() if key != "accepted"}
    assert from_record(older, "a") == from_record(RECORD, "a")


def test_what_was_accepted_survives_beside_what_was_marked() -> None:
    record = RECORD | {"accepted": RECORD["target"] | {"exact": "Rates were raised"}}
    annotation = from_record(record, "a")
    assert (annotation.target.exact, annotation.passage.exact) == ("Rates rose", "Rates were raised")
    assert json.loads(json.dumps(to_record(annotation))) == record


def test_a_tag_survives_with_every_key() -> None:
    record = to_record(Tag("t_1", "economy", key=3, created=now(), modified=now())) | {"shape": "star"}
    assert to_record(tag_from_record(record)) == record


@pytest.mark.parametrize("broken", [{"id": 7}, {"target": None}, {"anchor": {}}, {"tags": [1]}, {"rev": "new"}])
def test_a_record_that_is_not_ours_is_refused_and_says_so(broken: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="not an annotation"):
        from_record(RECORD | broken, "a")


def test_ids_are_unique_and_sort_by_their_making() -> None:
    ids = [new_id() for _ in range(5000)]
    assert len(set(ids)) == 5000
    assert ids == sorted(ids)
    assert {UUID(i).version for i in ids} == {7}


def test_an_annotation_is_equal_to_itself_read_back() -> None:
    annotation: Annotation = from_record(RECORD, "a")
    assert from_record(to_record(annotation), "a") == annotation
