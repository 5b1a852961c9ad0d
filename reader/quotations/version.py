"""The version of rules and word lists: nothing in, a short text that changes with every change of this room out.

Why computed: a cache that outlives a changed rule shows yesterday's speakers, and a number kept by hand is forgotten.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def rule_version() -> str:
    """12 hex digits over the files of this room and its word lists: results of others must not be reused."""
    return version_of(Path(__file__).parent)


def version_of(*rooms: Path) -> str:
    """12 hex digits over all code and all lists in the folders `rooms`, whichever way their lines end."""
    digest = hashlib.sha256()
    for room in rooms:
        for path in sorted([*room.rglob("*.py"), *room.rglob("*.txt")]):
            content = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(path.relative_to(room).as_posix().encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]
