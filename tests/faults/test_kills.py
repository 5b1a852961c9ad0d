"""A short sample of `python -m tests.faults.kills`, which also shows what stock TinyDB loses."""

from pathlib import Path

from tests.faults.kills import run


def test_nothing_acknowledged_is_lost_when_writers_are_killed(tmp_path: Path) -> None:
    outcome = run("library", kills=8, writers=2, folder=tmp_path / "news")
    assert outcome.kills == 8
    assert outcome.acknowledged > 20
    assert outcome.lost == []


def test_stock_tinydb_loses_some_so_the_test_can_fail(tmp_path: Path) -> None:
    outcome = run("stock", kills=8, writers=2, folder=tmp_path / "news")
    assert outcome.lost or outcome.unreadable
