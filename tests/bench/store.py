"""What storing costs: commits and opening at 100, 10,000 and 100,000 annotations, printed as Markdown tables.

    nice python -m tests.bench.store [LARGEST]

Ours, SQLite (WAL, synchronous=FULL) and a bare fsync'd file take turns, so that a busy disk is busy for all of them;
stock TinyDB, which takes seconds, comes after.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from tinydb import TinyDB

from reader.annotations import Annotation
from reader.annotations.identity import new_id
from reader.annotations.records import to_record
from reader.library import Library
from reader.library.record_file import number_of
from reader.library.sidecars import name_for
from reader.library.tables import encode
from reader.text import Span

Action = Callable[[int], object]

PER_ARTICLE = 10
COMMITS = 1000
SLOW = 5
"""Commits of a store that takes seconds for one."""
TEXT = "The bank raised its rate on Monday, to nobody's surprise, and said that prices had risen for a year.\n\n" * 20


def articles(folder: Path, number: int) -> list[str]:
    """Make that many articles; their ids."""
    ids = [f"part {index // 500}/article {index}.txt" for index in range(number)]
    for article_id in ids:
        path = folder / article_id
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{article_id}\n\n{TEXT}", encoding="utf-8")
    return ids


def made_in(library: Library, article_id: str) -> Iterator[Annotation]:
    """PER_ARTICLE annotations of one article."""
    reading = library.reading(library.read(article_id))
    for number in range(PER_ARTICLE):
        start = len(article_id) + 2 + 100 * number
        (edit,) = reading.annotate(Span(start, start + 80), note="Why? " * 10).edits
        assert isinstance(edit.after, Annotation)
        yield edit.after


def fill(folder: Path, ids: list[str]) -> list[dict[str, object]]:
    """Write the files of a library whose articles all have annotations; the records."""
    store = folder / ".reader" / "annotations"
    store.mkdir(parents=True)
    records = []
    with Library.open(folder, writable=False) as library:
        pattern = list(made_in(library, ids[0]))
        for article_id in ids:
            text_sha256 = library.read(article_id).sha256
            made = [_for(one, article_id, text_sha256) for one in pattern]
            table = {str(number_of(str(record["id"]))): record for record in made}
            said = {"path": article_id, "text_sha256": text_sha256}
            (store / name_for(article_id)).write_bytes(encode({"annotations": table}, said))
            records += made
    return records


def _for(annotation: Annotation, article_id: str, text_sha256: str) -> dict[str, object]:
    target = replace(annotation.target, text_sha256=text_sha256)
    anchor = replace(annotation.anchor, text_sha256=text_sha256)
    return to_record(replace(annotation, id=new_id(), article_id=article_id, target=target, anchor=anchor))


@dataclass(frozen=True)
class Times:
    """How long something took each time, in milliseconds, sorted."""

    sorted: Sequence[float]

    @property
    def median(self) -> float:
        return self.sorted[len(self.sorted) // 2]

    @property
    def slowest(self) -> float:
        """The 99th percentile."""
        return self.sorted[int(0.99 * len(self.sorted))]

    def __str__(self) -> str:
        return f"{self.median:.1f} / {self.slowest:.1f}"


def in_turns(actions: Sequence[Action], times: int) -> list[Times]:
    """The times of each action, when they take turns on one and the same disk."""
    taken: list[list[float]] = [[] for _ in actions]
    for number in range(times):
        for action, times_of_it in zip(actions, taken, strict=True):
            start = time.perf_counter()
            action(number)
            times_of_it.append(1000 * (time.perf_counter() - start))
    return [Times(sorted(one)) for one in taken]


def ours(library: Library, ids: list[str]) -> Action:
    """Sets notes of annotations all over the library and waits until they are saved."""
    readings = [library.reading(library.read(article_id)) for article_id in ids[:: max(1, len(ids) // 100)]]

    def commit(number: int) -> None:
        reading = readings[number % len(readings)]
        library.commit(reading.set_note(reading.annotations[0], f"note {number}")).result()

    return commit


def sqlite(database: sqlite3.Connection, records: list[dict[str, object]]) -> Action:
    for pragma in ("journal_mode=wal", "synchronous=full"):
        database.execute(f"pragma {pragma}")
    database.execute("create table annotations (id text primary key, record text)")
    database.execute("begin")
    database.executemany("insert into annotations values (?, ?)", ((r["id"], json.dumps(r)) for r in records))
    database.execute("commit")
    update = "update annotations set record = json_set(record, '$.note', ?) where id = ?"
    return lambda number: database.execute(update, (f"note {number}", records[number % 100]["id"]))


def bare(path: Path) -> Action:
    """Writes and syncs a file of 12 KB, the size of ten annotations: what the disk itself takes."""

    def write(number: int) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, b"x" * 12_000)
        os.fsync(descriptor)
        os.close(descriptor)

    return write


def stock(database: TinyDB, records: list[dict[str, object]]) -> Action:
    database.insert_multiple(records)
    return lambda number: database.update({"note": f"note {number}"}, doc_ids=[number + 1])


def commits(folder: Path, ids: list[str], records: list[dict[str, object]]) -> str:
    """A row of the table."""
    store, other = folder / "store.db", folder / "stock.json"
    with Library.open(folder / "news") as library, closing(sqlite3.connect(store, isolation_level=None)) as database:
        gc.freeze()  # the records are the bench's own and no reader would hold them
        actions = (ours(library, ids), sqlite(database, records), bare(folder / "bare"))
        own, theirs, disk = in_turns(actions, COMMITS)
    with TinyDB(other) as tinydb:
        (slow,) = in_turns([stock(tinydb, records)], COMMITS if len(records) <= 1000 else SLOW)
    times = f"{own.median / disk.median:.1f} / {own.slowest / disk.slowest:.1f}"
    return f"| {len(records):,} | {own} | {theirs} | {slow} | {disk} | {times} |"


def opening(folder: Path) -> str:
    """The same in a process of its own, so that memory is that of a reader and of nothing else."""
    command = [sys.executable, "-m", "tests.bench.store", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def opened_here(folder: Path) -> str:
    """Opening and listing; then loading every annotation and keeping it; memory of this process afterwards."""
    start = time.perf_counter()
    with Library.open(folder, writable=False) as library:
        library.entries()
        listed = time.perf_counter()
        number = len(list(library.annotations()))
        loaded = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"| {number:,} | {listed - start:.2f} s | {loaded - listed:.2f} s | {memory} MB |"


def main(largest: int) -> None:
    saving = [
        "| annotations | ours | SQLite | stock TinyDB | bare fsync | ours: times the bare fsync |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    loading = ["| annotations | opened and listed | all loaded | memory at most |", "|---:|---:|---:|---:|"]
    for number in (100, 10_000, 100_000):
        if number > largest:
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            ids = articles(folder / "news", number // PER_ARTICLE)
            records = fill(folder / "news", ids)
            loading.append(opening(folder / "news"))
            saving.append(commits(folder, ids, records))
    print("Commit, median / 99th percentile in ms:\n", *saving, "", *loading, sep="\n")


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        print(opened_here(Path(sys.argv[1])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
