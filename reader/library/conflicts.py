"""Copies that Syncthing, Dropbox and their like leave when two machines wrote one file: a copy in, patches out.

Nothing is merged behind anybody's back: copies are told of, and merged on request as one change that can be undone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.annotations.records import Fields
from reader.library import files
from reader.library.patch import Patch, joined_notes
from reader.library.tables import META, decode

_COPY = re.compile(
    r"(?P<name>.+?)(\.sync-conflict-\d{8}-\d{6}-\w{7}| \([^()]*conflict[^()]*\)|[ _-]conflict(ed)?[ _-][^.]*)\.json",
    re.IGNORECASE,
)
_OWN = ("id", "schema", "rev", "modified")


def original(name: str) -> str:
    """The name of the file that a file of this name is a conflict copy of; "" if it is none."""
    match = _COPY.fullmatch(name)
    return f"{match['name']}.json" if match else ""


def copies_in(folder: Path) -> Iterator[Path]:
    """The conflict copies in a folder."""
    try:
        with os.scandir(folder) as entries:
            yield from sorted(Path(entry.path) for entry in entries if original(entry.name))
    except (FileNotFoundError, NotADirectoryError):
        return


def patches_from(copy: Path, held: Mapping[str, Fields]) -> list[Patch]:
    """What a conflict copy knows that the file does not; raises Damaged or OSError."""
    tables = decode(files.read(copy)[0])
    theirs = [record for name, table in tables.items() if name != META for record in table.values() if "id" in record]
    found = (_difference(held.get(record["id"]), record) for record in theirs)
    return [patch for patch in found if patch is not None]


def _difference(ours: Fields | None, theirs: Fields) -> Patch | None:
    """The patch that merges their version of a record into ours; None where there is nothing to do."""
    if ours is None:
        return Patch(theirs["id"], {}, theirs)
    newer, older = (ours, theirs) if _age(ours) >= _age(theirs) else (theirs, ours)
    merged = older | newer
    if "note" in merged:
        merged["note"] = joined_notes(str(newer.get("note", "")), str(older.get("note", "")))
    if "tags" in merged:
        merged["tags"] = _all_tags(older, newer)
    changed = [key for key in merged if key not in _OWN and merged[key] != ours.get(key)]
    if not changed:
        return None
    return Patch(ours["id"], {key: ours.get(key) for key in changed}, {key: merged[key] for key in changed})


def _age(record: Fields) -> tuple[int, str]:
    return int(record.get("rev", 0)), str(record.get("modified", ""))


def _all_tags(older: Fields, newer: Fields) -> list[Any]:
    return list(dict.fromkeys([*newer.get("tags", ()), *older.get("tags", ())]))
