"""A short sample of `python -m tests.faults.power_cuts`, and the proof that it can fail."""

import os
from pathlib import Path

import pytest

from reader.library import files
from tests.faults.power_cuts import run


def test_what_was_acknowledged_survives_a_power_cut_at_any_moment(tmp_path: Path) -> None:
    tried, lost = run(tmp_path, disks=4, every=2)
    assert tried > 100
    assert lost == []


def test_without_syncing_it_would_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "sync", lambda descriptor: None)
    _, lost = run(tmp_path, disks=3, every=4)
    assert lost
    assert os.path.exists(tmp_path / "news")
