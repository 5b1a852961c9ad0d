"""Power cuts, simulated: what a disk may hold when the power goes, after every operation of a session.

What was not synced may be there, in part, as zeros, as garbage, or not at all; names that were not synced may be there
up to any one of them in each folder (the model of ALICE, Pillai et al., OSDI 2014).  On each such disk the library is
opened, and everything acknowledged must be there.  The full run:

    python -m tests.faults.power_cuts 40
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.library import Library
from reader.text import Span
from tests.faults.articles import make_articles
from tests.faults.recorder import Kind, Operation, Recorder

CHANGES = 6
_NAMES = (Kind.CREATE, Kind.RENAME, Kind.LINK, Kind.REMOVE, Kind.MAKE_FOLDER)


@dataclass
class Disk:
    """What is left: folders, and the content of files by path."""

    folders: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)


def session(folder: Path) -> tuple[list[Operation], list[tuple[int, dict[str, str]]]]:
    """Annotate and undo: the operations, and after how many of them which notes had been acknowledged."""
    make_articles(folder)
    recorder = Recorder(str(folder))
    acknowledged: list[tuple[int, dict[str, str]]] = [(0, {})]
    notes: dict[str, str] = {}
    with recorder.recording(), Library.open(folder) as library:
        for number in range(CHANGES):
            reading = library.reading(library.read(f"article {number % 2}.txt"))
            if number % 3 == 2:
                change = reading.set_note(reading.annotations[0], f"edited {number}")
                notes[reading.annotations[0].id] = f"edited {number}"
            else:
                change = reading.annotate(Span(11 + 40 * number, 60 + 40 * number), note=f"note {number}")
                notes[change.edits[0].record.id] = f"note {number}"
            library.commit(change).result(30)
            acknowledged.append((len(recorder.operations), dict(notes)))
    return recorder.operations, acknowledged


def disk_after(operations: Sequence[Operation], chance: random.Random, keep: float) -> Disk:
    """A disk as it may be after a power cut right behind `operations`; `keep`: how likely unsynced things survive."""
    synced = {one.file: at for at, one in enumerate(operations) if one.kind is Kind.SYNC}
    settled = {one.path: at for at, one in enumerate(operations) if one.kind is Kind.SYNC_FOLDER}
    content: dict[int, bytes] = {}
    disk = Disk()
    names: dict[str, int] = {}
    stopped: set[str] = set()
    for at, one in enumerate(operations):
        if one.kind in (Kind.WRITE, Kind.CUT):
            before = content.get(one.file, b"")[: one.offset].ljust(one.offset, b"\0")
            whole = at <= synced.get(one.file, -1)
            content[one.file] = before + (one.content if whole else _survived(one.content, chance, keep))
        elif one.kind in _NAMES:
            folder = os.path.dirname(one.path)
            if at > settled.get(folder, -1) and chance.random() >= keep:
                stopped.add(folder)
            if folder not in stopped or at <= settled.get(folder, -1):
                _rename(names, disk, one)
    disk.files = {path: content.get(file, b"") for path, file in names.items()}
    return disk


def _rename(names: dict[str, int], disk: Disk, one: Operation) -> None:
    """Do to the names of a disk what `one` did."""
    if one.kind is Kind.MAKE_FOLDER:
        disk.folders.add(one.path)
        return
    names.pop(one.old_path or one.path, None)
    if one.kind is not Kind.REMOVE:
        names[one.path] = one.file


def _survived(content: bytes, chance: random.Random, keep: float) -> bytes:
    """What is left of something that was written and not synced."""
    if chance.random() < keep:
        return content
    cut = chance.randrange(len(content) + 1)
    return chance.choice(
        (b"", content[:cut], b"\0" * len(content), content[:cut] + chance.randbytes(len(content) - cut))
    )


def stored_on(disk: Disk, recorded: Path, folder: Path) -> dict[str, str]:
    """Notes by id, as a library finds them on that disk, laid out anew in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    make_articles(folder)
    for path in sorted(disk.folders):
        if os.path.dirname(path) == str(recorded) or os.path.dirname(path) in disk.folders:
            (folder / os.path.relpath(path, recorded)).mkdir(exist_ok=True)
    for path, content in disk.files.items():
        if (folder / os.path.relpath(path, recorded)).parent.is_dir():
            (folder / os.path.relpath(path, recorded)).write_bytes(content)
    with Library.open(folder) as library:
        return {annotation.id: annotation.note for annotation in library.annotations()}


def run(folder: Path, disks: int, every: int = 1) -> tuple[int, list[str]]:
    """Cut the power after every operation (or every few), each with several outcomes: disks, and what was lost."""
    recorded = folder / "news"
    operations, acknowledged = session(recorded)
    chance = random.Random(7)
    tried, lost = 0, []
    for cut in range(0, len(operations) + 1, every):
        expected = [notes for at, notes in acknowledged if at <= cut][-1]
        coming = next((notes for at, notes in acknowledged if at > cut), expected)
        for number in range(disks):
            keep = (0.0, 1.0, 0.5)[min(number, 2)]
            stored = stored_on(disk_after(operations[:cut], chance, keep), recorded, folder / "cut")
            tried += 1
            lost += [
                f"after {cut} operations: {note} expected, {stored.get(record_id)} stored"
                for record_id, note in expected.items()
                if stored.get(record_id) not in (note, coming.get(record_id))
            ]
    return tried, lost


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        tried, lost = run(Path(name), int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    print(f"{tried} power cuts: {len(lost)} acknowledged changes lost", *lost[:5], sep="\n")
