"""Writers killed with SIGKILL at random and at aimed moments; then everything that was acknowledged must be there.

The full run, 600 kills with one, two and four writers, and the same for stock TinyDB:

    python -m tests.faults.kills 200
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.faults.articles import make_articles

ROOT = Path(__file__).parents[2]


@dataclass
class Outcome:
    """What became of the changes of all writers."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    """What should be there and is not, or is otherwise."""
    unreadable: int = 0
    """How many times the store could not be opened at all."""


@dataclass
class Running:
    """A writer and what it said."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    thread: Thread | None = None


def start(kind: str, folder: Path, seed: int, *how_much: float) -> Running:
    """Start a writer, which makes so many changes with such pauses; without end and as fast as it can by default."""
    command = [sys.executable, "-m", "tests.faults.writer", kind, str(folder), str(seed), *map(str, how_much)]
    errors = subprocess.DEVNULL if kind == "stock" else None  # stock TinyDB fails again and again once it has failed
    running = Running(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True))
    assert running.process.stdout is not None
    assert running.process.stdout.readline() == "READY\n"
    running.thread = Thread(target=lambda: running.lines.extend(running.process.stdout or ()))
    running.thread.start()
    return running


def stop(running: Running, chance: random.Random, window: float) -> None:
    """Kill it: half of the time anywhere, else just after it has begun a change."""
    time.sleep(chance.random() * window)
    if chance.random() < 0.5:
        said, give_up = len(running.lines), time.monotonic() + 1
        while time.monotonic() < give_up and not (len(running.lines) > said and running.lines[-1].startswith("B")):
            time.sleep(0.0002)
        time.sleep(chance.random() * 0.003)
    running.process.kill()


def finish(running: Running) -> None:
    running.process.wait()
    assert running.thread is not None
    running.thread.join()
    assert running.process.stdout is not None
    running.process.stdout.close()


def notes(kind: str, folder: Path) -> dict[str, str]:
    """What is stored: notes by id."""
    if kind == "stock":
        from tinydb import TinyDB

        with TinyDB(folder / "stock.json") as database:
            return {record["id"]: record["note"] for record in database.table("annotations")}
    from reader.library import Library

    with Library.open(folder) as library:
        found = {annotation.id: annotation.note for annotation in library.annotations()}
        assert not [notice for notice in library.notices if "damaged" in notice]
        return found


def settle(expected: dict[str, str], lines: list[str], outcome: Outcome) -> dict[str, str]:
    """Take what a writer said into `expected`; the change that was under way, which may have happened or not."""
    pending = ("", "")
    for line in lines:
        if line == "A\n" and pending[0]:
            expected[pending[0]] = pending[1]
            outcome.acknowledged += 1
            pending = ("", "")
        elif line.startswith("B ") and line.endswith("\n"):
            _, record_id, note = line.split()
            pending = (record_id, note)
    return {pending[0]: pending[1]} if pending[0] else {}


def run(kind: str, kills: int, writers: int, folder: Path, window: float = 0.25, seed: int = 1) -> Outcome:
    """Kill writers on one library, which is kept from kill to kill, and compare after every round."""
    chance = random.Random(seed)
    outcome = Outcome()
    expected: dict[str, str] = {}
    make_articles(folder)
    while outcome.kills < kills:
        all_running = [start(kind, folder, seed * 100_000 + outcome.kills + number) for number in range(writers)]
        for running in all_running:
            stop(running, chance, window / writers)
        under_way: dict[str, str] = {}
        for running in all_running:
            finish(running)
            under_way |= settle(expected, running.lines, outcome)
        outcome.kills += writers
        try:
            stored = notes(kind, folder)
        except ValueError:  # JSON that is none: what stock TinyDB raises
            outcome.unreadable += 1
            outcome.lost += expected
            expected = {}
            (folder / "stock.json").unlink()
            continue
        for record_id, note in expected.items():
            if stored.get(record_id, "-") not in (note, under_way.get(record_id, note)):
                outcome.lost.append(f"{record_id}: {note} expected, {stored.get(record_id, '-')} stored")
        for record_id in under_way.keys() | expected.keys():
            expected[record_id] = stored.get(record_id, "-")
    return outcome


def main(kills: int) -> None:
    for kind in ("library", "stock"):
        for writers in (1, 2, 4):
            with tempfile.TemporaryDirectory() as folder:
                found = run(kind, kills, writers, Path(folder), seed=writers)
            print(
                f"{kind:8} {writers} writers: {found.kills} kills, {found.acknowledged} changes acknowledged, "
                f"{len(found.lost)} lost, {found.unreadable} times unreadable",
                flush=True,
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
