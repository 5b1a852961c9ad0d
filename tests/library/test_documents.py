"""A file read document by document says what it says when it is read at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.documents import documents
from reader.library.errors import Damaged
from reader.library.tables import Tables, decode, encode

RECORD = {"id": "a", "note": "She said “no”.\n", "tags": ["t"], "target": {"start": 1}}
WRITTEN = encode({"annotations": {"12": RECORD}}, {"path": "rates.txt"})
FORMS: tuple[Mapping[str, Any], ...] = ({}, {"indent": 4}, {"ensure_ascii": False}, {"separators": (",", ":")})
"""How TinyDB and people's programs write JSON."""

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
records = st.dictionaries(st.text(max_size=8), values, max_size=5)
tables = st.dictionaries(
    st.text(max_size=8), st.dictionaries(st.integers(1).map(str), records, min_size=1, max_size=3), max_size=3
)


def gathered(content: bytes) -> Tables:
    found: Tables = {}
    for table, number, document in documents(content):
        found.setdefault(table, {})[number] = document
    return found


@given(tables, st.sampled_from(FORMS))
def test_it_finds_what_is_in_the_file_however_that_is_written(stored: Tables, form: Mapping[str, Any]) -> None:
    content = json.dumps(stored, **form).encode("utf-8", "backslashreplace")
    assert gathered(content) == stored
    assert gathered(b"\xef\xbb\xbf" + content) == stored


def test_a_document_is_there_before_the_next_one_is_looked_at() -> None:
    found = documents(b'{"annotations": {"1": {"id": "a"}, "2": {"id"')
    assert next(found) == ("annotations", "1", {"id": "a"})
    with pytest.raises(Damaged):
        next(found)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 500, b"{", b"[]", b'{"a": 1}', b'{"a": {"1": 2}}', b"\xff\xfe", b"{} {}", b"{1: {}}", WRITTEN[:-40]],
)
def test_what_is_not_whole_is_damaged_and_never_empty(content: bytes) -> None:
    with pytest.raises(Damaged):
        gathered(content)


@given(st.integers(0, len(WRITTEN) - 1), st.binary(max_size=2))
def test_it_takes_for_damaged_what_is_damaged_when_read_at_once(place: int, other: bytes) -> None:
    content = WRITTEN[:place] + other + WRITTEN[place + 1 :]
    try:
        wanted = decode(content)
    except Damaged:
        with pytest.raises(Damaged):
            gathered(content)
    else:
        assert gathered(content) == {name: table for name, table in wanted.items() if table}
