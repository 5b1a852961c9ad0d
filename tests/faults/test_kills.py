"""A short sample of `python -m tests.faults.kills`, which also shows what stock TinyDB loses."""

from pathlib import Path

from tests.faults.articles import make_articles
from tests.faults.kills import Outcome, finish, notes, run, settle, start


def test_nothing_acknowledged_is_lost_when_writers_are_killed(tmp_path: Path) -> None:
    outcome = run("library", kills=8, writers=2, folder=tmp_path / "news")
    assert outcome.kills == 8
    assert outcome.acknowledged > 20
    assert outcome.lost == []


def test_two_writers_at_full_speed_keep_everything(tmp_path: Path) -> None:
    folder = make_articles(tmp_path / "news")
    writers = [start("library", folder, seed, changes=40) for seed in (1, 2)]
    expected: dict[str, str] = {}
    outcome = Outcome()
    for writer in writers:
        finish(writer)
        settle(expected, writer.lines, outcome)
    assert outcome.acknowledged == 80
    stored = notes("library", folder)
    assert {record_id: stored.get(record_id, "-") for record_id in expected} == expected
