"""A program that annotates, to be killed: `python -m tests.faults.writer KIND FOLDER SEED [CHANGES [PAUSE]]`.

KIND is "library" (ours) or "stock" (TinyDB as it comes); it goes on without end where CHANGES are not given, and
without PAUSE (seconds, on average, between two changes) as fast as it can.  Before each change it prints what it is
going to do, after each what has been acknowledged:

B ID NOTE      going to set the note of ID; "-" to delete it
A              done, and on the disk
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tests.faults.articles import NUMBER


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


class Writer(Protocol):
    def make(self, note: str) -> tuple[str, Callable[[], object]]: ...
    def edit(self, record_id: str, note: str) -> None: ...
    def remove(self, record_id: str) -> None: ...


class LibraryWriter:
    """Annotates through the library, waiting for each change to be saved."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        from reader.library import Library

        self._library = Library.open(folder)
        self._chance = chance
        self._articles = [self._library.read(f"article {number}.txt") for number in range(NUMBER)]
        self._where: dict[str, int] = {}

    def make(self, note: str) -> tuple[str, Callable[[], object]]:
        from reader.text import Span

        number = self._chance.randrange(NUMBER)
        reading = self._library.reading(self._articles[number])
        start = self._chance.randrange(11, 800)
        change = reading.annotate(Span(start, start + 30), note=note)
        record_id = change.edits[0].record.id
        self._where[record_id] = number
        return record_id, lambda: self._library.commit(change).result(60)

    def edit(self, record_id: str, note: str) -> None:
        reading = self._library.reading(self._articles[self._where[record_id]])
        (annotation,) = (one for one in reading.annotations if one.id == record_id)
        self._library.commit(reading.set_note(annotation, note)).result(60)

    def remove(self, record_id: str) -> None:
        reading = self._library.reading(self._articles[self._where[record_id]])
        self._library.commit(reading.remove((record_id,))).result(60)


class StockWriter:
    """Keeps the same records in one file of stock TinyDB."""

    def __init__(self, folder: Path, seed: int) -> None:
        from tinydb import TinyDB

        self._table = TinyDB(folder / "stock.json").table("annotations")
        self._next = seed * 1_000_000

    def make(self, note: str) -> tuple[str, Callable[[], object]]:
        from tinydb.table import Document

        self._next += 1
        document = Document({"id": str(self._next), "note": note, "target": {"exact": "words " * 30}}, self._next)
        return str(self._next), lambda: self._table.insert(document)

    def edit(self, record_id: str, note: str) -> None:
        self._table.update({"note": note}, doc_ids=[int(record_id)])

    def remove(self, record_id: str) -> None:
        self._table.remove(doc_ids=[int(record_id)])


def main(kind: str, folder: Path, seed: int, changes: int = 10**9, pause: float = 0) -> None:
    chance = random.Random(seed)
    writer: Writer = LibraryWriter(folder, chance) if kind == "library" else StockWriter(folder, seed)
    mine: list[str] = []
    say("READY")
    for number in range(1, changes + 1):
        time.sleep(chance.random() * 2 * pause)
        lot = chance.random()
        note = f"v{seed}.{number}"
        if lot < 0.6 or not mine:
            record_id, save = writer.make(note)
            say(f"B {record_id} {note}")
            save()
            mine.append(record_id)
        elif lot < 0.85:
            record_id = chance.choice(mine)
            say(f"B {record_id} {note}")
            writer.edit(record_id, note)
        else:
            record_id = mine.pop(chance.randrange(len(mine)))
            say(f"B {record_id} -")
            writer.remove(record_id)
        say("A")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), *map(int, sys.argv[4:5]), *map(float, sys.argv[5:]))
