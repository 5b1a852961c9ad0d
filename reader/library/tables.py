"""The bytes of a stored file: TinyDB's tables in, readable JSON with a checksum out, and back.

{
 "meta": {
  "1": {
   "checksum": "8f3a21c0-0000001234",
   …
 },
 "annotations": {
  "2018…": {
   "color": "yellow",
   …

One field to a line, in the order of the alphabet, so that people can read it and git can merge it; `meta` comes first.
The checksum covers every byte but itself.  A file of the recorded length with another checksum has had its bits
changed; a file of another length was edited by somebody.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from reader.annotations.records import SCHEMA
from reader.library.errors import Damaged

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""Table name → number of the document (as text) → document."""

META = "meta"
_ABOUT = "1"
_KEY = b'"checksum": "'
_META = f'"{META}": '
HEAD = 4096
"""Bytes in which a file that we wrote says what it is."""
_BLANK = f"{0:08x}-{0:010d}"


def about(tables: Tables) -> dict[str, Any]:
    """What a file says about itself."""
    return tables.get(META, {}).get(_ABOUT, {})


def is_newer(tables: Tables) -> bool:
    """Was the file written by a version that knows more than this one?"""
    schema = about(tables).get("schema", SCHEMA)
    return isinstance(schema, int) and schema > SCHEMA


def said_first(head: bytes) -> dict[str, Any] | None:
    """What a file says about itself, from its first HEAD bytes; None where that is not at its beginning."""
    text = head.decode("utf-8", "ignore")
    try:
        meta = json.JSONDecoder().raw_decode(text, text.index(_META) + len(_META))[0]
        return dict(meta[_ABOUT])
    except (ValueError, KeyError, TypeError):
        return None


def encode(tables: Tables, said: Mapping[str, Any]) -> bytes:
    """The file that holds `tables` and says `said` about itself."""
    meta = {_ABOUT: {**about(tables), **said, "schema": SCHEMA, "checksum": _BLANK}}
    rest = sorted((name, table) for name, table in tables.items() if name != META)
    text = _object([(META, meta), *rest], "")
    content = (text + "\n").encode("utf-8", "backslashreplace")
    return _with_checksum(content, _checksum(content))


def decode(content: bytes) -> Tables:
    """The tables in a file; raises Damaged."""
    try:
        tables: Tables = json.loads(content)
    except ValueError as error:
        raise Damaged(f"not JSON: {error}" if content.strip(b"\0") else "empty") from error
    if not _is_tinydb(tables):
        raise Damaged("not a TinyDB file")
    if has_changed_bits(content):
        raise Damaged("some of its bits have changed")
    return tables


def is_ours(content: bytes) -> bool:
    """False for a file that another program wrote or somebody edited."""
    return content[_place(content) :].startswith(_checksum(content).encode("ascii"))


def has_changed_bits(content: bytes) -> bool:
    """True for a file as long as we wrote it that is not what we wrote."""
    recorded = content[_place(content) :][9:19]
    return recorded == b"%010d" % len(content) and not is_ours(content)


def _place(content: bytes) -> int:
    """Where the checksum stands; the end where there is none."""
    at = content.find(_KEY, 0, 1000)
    return at + len(_KEY) if at >= 0 else len(content)


def _checksum(content: bytes) -> str:
    at = _place(content)
    after = min(len(content), at + len(_BLANK))
    return f"{zlib.crc32(content[after:], zlib.crc32(content[:at])):08x}-{len(content):010d}"


def _with_checksum(content: bytes, checksum: str) -> bytes:
    at = _place(content)
    return content[:at] + checksum.encode("ascii") + content[at + len(_BLANK) :]


def _json(value: Any, margin: str) -> str:
    """`value` as JSON, with a line for each member of an object, by name."""
    return _object(sorted(value.items()), margin) if isinstance(value, dict) and value else _plain(value)


def _object(members: Iterable[tuple[str, Any]], margin: str) -> str:
    inner = margin + " "
    lines = ",\n".join(f"{inner}{_plain(key)}: {_json(value, inner)}" for key, value in members)
    return f"{{\n{lines}\n{margin}}}"


def _is_tinydb(tables: object) -> bool:
    return isinstance(tables, dict) and all(
        isinstance(table, dict) and all(isinstance(document, dict) for document in table.values())
        for table in tables.values()
    )


_plain = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
