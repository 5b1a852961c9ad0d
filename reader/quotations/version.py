"""The version of rules and word lists: nothing in, a short text that changes with every change of this room out.

Why computed: a cache that outlives a changed rule shows yesterday's speakers, and a number kept by hand is forgotten.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
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
        for name, path in sorted(_files(os.fspath(room))):
            with open(path, "rb") as file:
                content = file.read().replace(b"\r\n", b"\n")
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _files(folder: str, below: str = "") -> Iterator[tuple[str, str]]:
    """The name, counted from the room, and the path of each file of code or words; Path.rglob takes thrice as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".txt")):
                yield below + entry.name, entry.path
            elif entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/")
