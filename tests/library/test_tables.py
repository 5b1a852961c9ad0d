"""The bytes of stored files: readable, checked, and never mistaken for an empty database."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.errors import Damaged
from reader.library.tables import about, decode, encode, has_changed_bits, is_newer, is_ours, said_first

TABLES = {"annotations": {"12": {"id": "a", "note": "She said “no”.\n", "tags": ["t"], "target": {"start": 1}}}}
WRITTEN = encode(TABLES, {"path": "rates.txt"})

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(
    st.integers(1).map(str), st.dictionaries(st.text(max_size=8), values, max_size=5), max_size=4
)


@given(documents)
def test_what_is_written_is_what_is_read(records: dict[str, dict[str, object]]) -> None:
    content = encode({"annotations": records}, {"path": "a"})
    assert decode(content)["annotations"] == records
    assert is_ours(content)
    assert encode(decode(content), {"path": "a"}) == content


def test_a_file_says_what_it_is_first() -> None:
    assert said_first(WRITTEN[:200]) == about(decode(WRITTEN))
    assert said_first(json.dumps(TABLES).encode()) is None
    assert said_first(b"") is None
    assert WRITTEN.decode().startswith('{\n "meta": {\n  "1": {\n   "checksum": "')
    assert about(decode(WRITTEN))["path"] == "rates.txt"


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 500, b"{", b"[]", b'{"a": 1}', b'{"a": {"1": 2}}', b"\xff\xfe", WRITTEN[:-40]]
)
def test_what_is_not_whole_is_damaged_and_never_empty(content: bytes) -> None:
    with pytest.raises(Damaged):
        decode(content)


@pytest.mark.parametrize("place", range(0, len(WRITTEN), 3))
def test_a_bit_that_has_changed_never_changes_what_is_read(place: int) -> None:
    flipped = bytearray(WRITTEN)
    flipped[place] ^= 0b100
    try:
        tables = decode(bytes(flipped))
    except Damaged:
        return
    assert WRITTEN.index(b'"checksum"') <= place < WRITTEN.index(b'\n   "path"')
    assert tables["annotations"] == TABLES["annotations"]


def test_what_a_person_or_another_program_wrote_is_taken_as_it_is() -> None:
    edited = WRITTEN.replace("“no”".encode(), "“never”".encode())
    rewritten = json.dumps(json.loads(WRITTEN)).encode()
    for content in (edited, rewritten):
        assert not is_ours(content)
        assert not has_changed_bits(content)
        assert decode(content)["annotations"]["12"]["id"] == "a"


def test_a_newer_schema_is_known() -> None:
    newer = json.dumps({"meta": {"1": {"schema": 99}}, "annotations": {}}).encode()
    assert is_newer(decode(newer))
    assert not is_newer(decode(WRITTEN))


def test_text_that_is_no_unicode_survives() -> None:
    content = encode({"annotations": {"1": {"note": "lone \ud800 half"}}}, {})
    assert decode(content)["annotations"]["1"]["note"] == "lone \ud800 half"
