"""Several writers on one library, at the pace of people and of machines: what each was told is stored must be there.

The full run, with two and four writers, and the same for stock TinyDB:

    python -m tests.faults.paces
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.faults.articles import make_articles
from tests.faults.kills import Outcome, finish, notes, settle, start

PERSON, MACHINE = 0.5, 0.0
"""Seconds between two changes of one writer, on average."""
CHANGES = {PERSON: 60, MACHINE: 300}


def run(kind: str, writers: int, changes: int, pause: float, folder: Path) -> Outcome:
    """Let `writers` work at once until each has made its `changes`, and compare."""
    make_articles(folder)
    outcome = Outcome()
    expected: dict[str, str] = {}
    for writer in [start(kind, folder, seed, changes, pause) for seed in range(1, writers + 1)]:
        finish(writer)
        settle(expected, writer.lines, outcome)
    try:
        stored = notes(kind, folder)
    except ValueError:  # JSON that is none: what stock TinyDB raises
        outcome.unreadable = 1
        stored = {}
    outcome.lost = [
        f"{record_id}: {note} expected, {stored.get(record_id, '-')} stored"
        for record_id, note in expected.items()
        if stored.get(record_id, "-") != note
    ]
    return outcome


def main() -> None:
    for kind in ("library", "stock"):
        for writers in (2, 4):
            for pause, changes in CHANGES.items():
                with tempfile.TemporaryDirectory() as folder:
                    found = run(kind, writers, changes, pause, Path(folder))
                print(
                    f"{kind:8} {writers} {'people' if pause else 'machines'}: {found.acknowledged} changes "
                    f"acknowledged, {len(found.lost)} lost{', unreadable' * found.unreadable}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
