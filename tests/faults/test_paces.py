"""A short sample of `python -m tests.faults.paces`, and the proof that it can fail."""

from pathlib import Path

import pytest

from tests.faults.paces import MACHINE, run

HURRIED = 0.05
"""Seconds between two changes of somebody in a hurry."""


@pytest.mark.parametrize("writers", [2, 4])
@pytest.mark.parametrize(("pause", "changes"), [(MACHINE, 40), (HURRIED, 15)])
def test_writers_at_the_same_time_keep_everything(tmp_path: Path, writers: int, pause: float, changes: int) -> None:
    outcome = run("library", writers, changes, pause, tmp_path / "news")
    assert outcome.acknowledged == writers * changes
    assert outcome.lost == []


def test_stock_tinydb_does_not(tmp_path: Path) -> None:
    """Not always in so short a time, and so a few times."""
    outcomes = (run("stock", 4, 100, MACHINE, tmp_path / str(attempt)) for attempt in range(10))
    assert any(outcome.lost or outcome.unreadable for outcome in outcomes)
