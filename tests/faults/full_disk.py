"""A session on a disk that is full: no file may grow beyond a limit, and later it may.

The full run, with every limit from nothing to more than a whole session needs:

    python -m tests.faults.full_disk
"""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.faults.articles import make_articles

ROOT = Path(__file__).parents[2]
CHANGES = 10
LIMITS = range(0, 26_000, 130)
"""Bytes: 200 different places at which the writing stops."""


@dataclass(frozen=True)
class Session:
    """What a session said, and what was stored: notes of annotations."""

    acknowledged: list[str]
    refused: list[str]
    before: list[str]
    """Stored while the disk was still full, as another process sees it."""
    after: list[str]
    """Stored after there was room again and one more change was made."""


def session(folder: Path, limit: int) -> Session:
    """Run a session in a process of its own."""
    make_articles(folder)
    command = [sys.executable, "-m", "tests.faults.full_disk", str(folder), str(limit)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Session(*json.loads(run.stdout))


def _annotate(folder: Path, limit: int) -> Session:
    from reader.library import Library, StoreError
    from reader.text import Span

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    acknowledged: list[str] = []
    refused: list[str] = []
    with Library.open(folder) as library:
        reading = library.reading(library.read("article 1.txt"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        for number in range(CHANGES):
            change = reading.annotate(Span(11 + 40 * number, 61 + 40 * number), note=f"note {number}")
            reading = reading.after(change)
            try:
                library.commit(change).result(60)
                acknowledged.append(f"note {number}")
            except StoreError:
                refused.append(f"note {number}")
        before = _stored(folder)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        library.commit(reading.annotate(Span(11, 900), note="last")).result(60)
    return Session(acknowledged, refused, before, _stored(folder))


def _stored(folder: Path) -> list[str]:
    from reader.library import Library

    with Library.open(folder, writable=False) as library:
        return [annotation.note for annotation in library.annotations()]


def main() -> None:
    refused = lost = 0
    for limit in LIMITS:
        with tempfile.TemporaryDirectory() as folder:
            found = session(Path(folder), limit)
        refused += len(found.refused)
        lost += len(set(found.acknowledged) - set(found.before))
        lost += len({*found.acknowledged, *found.refused, "last"} - set(found.after))
    print(f"{len(LIMITS)} sessions on a full disk: {refused} changes refused, {lost} lost")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        found = _annotate(Path(sys.argv[1]), int(sys.argv[2]))
        print(json.dumps([found.acknowledged, found.refused, found.before, found.after]))
