"""The history of a library: every change as a line of one growing file, and which of them undo and redo come next.

{"change": ID, "at": TIME, "label": "Highlighted “…”", "patches": [PATCH, …]}
{"undone": ID, "at": TIME}
{"redone": ID, "at": TIME}

Appending costs the same however long the file is, and several processes can do it.  Read backwards, the first line
that speaks of a change says whether it stands; so no more is read than undo needs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias

from reader.annotations import new_id, now
from reader.library import files
from reader.library.patch import Patch

Line: TypeAlias = dict[str, Any]
Located: TypeAlias = tuple[str, Patch]
"""A patch, after the name of the file that it belongs to."""

_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Step:
    """One change as the history keeps it."""

    id: str
    label: str
    patches: tuple[Located, ...]

    def undone(self, at: str) -> tuple[Located, ...]:
        return tuple((name, patch.inverse(at)) for name, patch in reversed(self.patches))

    def redone(self, at: str) -> tuple[Located, ...]:
        return tuple((name, patch.again(at)) for name, patch in self.patches)


class History:
    """Lines that are in the file at `path`, and after them lines that wait to be written there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: list[Line] = []
        self._unsynced = False

    def add(self, label: str, patches: Iterable[Located]) -> None:
        """A change was made."""
        lines = [_line(name, patch) for name, patch in patches]
        self._waiting.append({"change": new_id(), "at": now(), "label": label, "patches": lines})

    def mark(self, what: Literal["undone", "redone"], step: Step, at: str) -> None:
        """A change was taken back, or made again."""
        self._waiting.append({what: step.id, "at": at})

    def to_undo(self) -> Step | None:
        """The latest change that stands."""
        state: dict[str, str] = {}
        for line in self._backwards():
            if "change" not in line:
                what = "undone" if "undone" in line else "redone"
                state.setdefault(line[what], what)
            elif state.get(line["change"]) != "undone":
                return _step(line)
        return None

    def to_redo(self) -> Step | None:
        """The change that was taken back last, if nothing new was done since."""
        decided: set[str] = set()
        wanted = ""
        for line in self._backwards():
            if wanted:
                if line.get("change") == wanted:
                    return _step(line)
            elif "change" in line:
                return None
            elif "redone" in line:
                decided.add(line["redone"])
            elif line["undone"] not in decided:
                wanted = line["undone"]
        return None

    def flush(self) -> None:
        """Append the waiting lines, if there are any; the caller holds the library's lock.

        A failure (OSError) leaves the file as it was and the lines waiting.
        """
        lines = list(self._waiting)
        if lines:
            files.make_folder(self._path.parent)
            text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            files.append(self._path, text.encode("utf-8", "backslashreplace"))
            del self._waiting[: len(lines)]
            self._unsynced = True

    def sync(self) -> None:
        """Wait until what was appended is on the disk, if anything was."""
        if self._unsynced:
            files.sync_file(self._path)
            self._unsynced = False

    def patches_for(self, name: str) -> list[Patch]:
        """Every patch ever made to the file called `name`, those of undoing and redoing too, in their order."""
        steps: dict[str, Step] = {}
        found: list[Located] = []
        for line in self._forwards():
            if "change" in line:
                step = steps[line["change"]] = _step(line)
                found += step.patches
            elif line.get("undone") in steps:
                found += steps[line["undone"]].undone(line["at"])
            elif line.get("redone") in steps:
                found += steps[line["redone"]].redone(line["at"])
        return [patch for where, patch in found if where == name]

    def _forwards(self) -> Iterator[Line]:
        waiting = list(self._waiting)  # first, because meanwhile the writer may move them into the file
        try:
            with open(self._path, "rb") as file:
                yield from _readable(file)
        except FileNotFoundError:
            pass
        yield from waiting

    def _backwards(self) -> Iterator[Line]:
        yield from reversed(list(self._waiting))
        try:
            with open(self._path, "rb") as file:
                yield from _readable(_lines_backwards(file))
        except FileNotFoundError:
            pass


def _lines_backwards(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, the last one first, read from its end block by block."""
    at = file.seek(0, os.SEEK_END)
    rest = b""
    while at > 0:
        size = min(_BLOCK, at)
        at -= size
        file.seek(at)
        rest, *lines = (file.read(size) + rest).split(b"\n")
        yield from reversed(lines)
    yield rest


def _readable(lines: Iterable[bytes]) -> Iterator[Line]:
    """The lines that can be read; one torn by a crash, and so never acknowledged, is passed over."""
    for line in lines:
        try:
            parsed = json.loads(line)
        except ValueError:
            continue
        if isinstance(parsed, dict) and parsed.keys() & {"change", "undone", "redone"}:
            yield parsed


def _line(name: str, patch: Patch) -> Line:
    return {"in": name, "id": patch.id, "at": patch.at, "before": patch.before, "after": patch.after}


def _step(line: Line) -> Step:
    patches = ((one["in"], Patch(one["id"], one["before"], one["after"], one["at"])) for one in line["patches"])
    return Step(line["change"], line["label"], tuple(patches))
