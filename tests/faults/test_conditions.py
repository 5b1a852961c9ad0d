"""Folders that vanish or turn read-only, and clocks that go back: nothing acknowledged or typed is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.annotations import identity
from reader.library import Library, StoreError, backups
from reader.text import Span
from tests.faults.articles import make_articles
from tests.faults.filled import fill, reading_of, stored_files


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return make_articles(tmp_path / "news")


def test_a_folder_that_vanishes_is_not_begun_anew(news: Path) -> None:
    fill(news, 1)
    away = news.with_name("away")
    with Library.open(news) as library:
        reading = reading_of(library)
        news.rename(away)
        with pytest.raises(StoreError, match="no longer there"):
            library.commit(reading.set_note(reading.annotations[0], "typed while it was away")).result(10)
        assert not news.exists()
        away.rename(news)
        library.commit(reading.set_note(reading.annotations[1], "typed after it came back")).result(10)
    with Library.open(news) as library:
        notes = [one.note for one in reading_of(library).annotations]
    assert notes[:2] == ["typed while it was away", "typed after it came back"]


def test_stock_tinydb_loses_what_it_acknowledged_when_its_folder_vanishes(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    with TinyDB(folder / "stock.json") as database:
        database.insert({"note": "before"})
        shutil.rmtree(folder)
        database.insert({"note": "while it was away"})
        assert not folder.exists()


def test_a_folder_that_becomes_read_only_refuses_changes_and_keeps_them(news: Path) -> None:
    expected = fill(news, 1)
    annotations = stored_files(news)["annotations"].parent
    with Library.open(news) as library:
        reading = reading_of(library)
        with read_only(annotations):
            with pytest.raises(StoreError, match="not saved"):
                library.commit(reading.set_note(reading.annotations[0], "typed meanwhile")).result(10)
            assert library.unsaved
            assert reading_of(library).annotations[0].note == "typed meanwhile"
        library.commit(reading.set_note(reading.annotations[1], "typed afterwards")).result(10)
    with Library.open(news) as library:
        notes = [one.note for one in reading_of(library).annotations]
    assert notes[:2] == ["typed meanwhile", "typed afterwards"]
    assert len(notes) == len(expected)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing can be written into `folder`; permissions alone do not stop root."""
    folder.chmod(0o555)
    subprocess.run(["chattr", "+i", folder], capture_output=True)
    try:
        if os.access(folder, os.W_OK) and _can_write(folder):
            pytest.skip("this user can write everywhere")
        yield
    finally:
        subprocess.run(["chattr", "-i", folder], capture_output=True)
        folder.chmod(0o755)


def _can_write(folder: Path) -> bool:
    try:
        (folder / ".try").touch()
    except OSError:
        return False
    (folder / ".try").unlink()
    return True


def test_a_clock_that_goes_back_loses_nothing(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(news, 1)
    for session, year in enumerate((2090, 2020, 1990)):
        set_clock(monkeypatch, year)
        with Library.open(news) as library:
            reading = reading_of(library)
            library.commit(reading.set_note(reading.annotations[0], f"typed in {year}"))
            start = 500 + 40 * session
            library.commit(reading.annotate(Span(start, start + 30), note=f"new in {year}")).result(10)
    with Library.open(news) as library:
        notes = [one.note for one in reading_of(library).annotations]
        assert notes[0] == "typed in 1990"
        assert notes[-3:] == ["new in 2090", "new in 2020", "new in 1990"]
        for _ in range(5):
            assert library.undo() is not None
        assert reading_of(library).annotations[0].note == "typed in 2090"


@pytest.mark.parametrize("keep_history", [True, False])
def test_the_newest_backup_is_the_last_one_also_when_the_clock_goes_back(
    news: Path, monkeypatch: pytest.MonkeyPatch, keep_history: bool
) -> None:
    for year in (2090, 2080, 2070, 2060, 2050, 2040, 2030):
        set_clock(monkeypatch, year)
        with Library.open(news) as library:
            start = year - 2000
            library.commit(reading_of(library).annotate(Span(start, start + 30), note=str(year))).result(10)
    file = stored_files(news)["annotations"]
    file.write_bytes(b"")
    if not keep_history:
        (news / ".reader" / "history.jsonl").unlink()
    with Library.open(news) as library:
        notes = {one.note for one in library.annotations()}
    assert notes >= {"2090", "2080", "2070", "2060", "2050", "2040"}
    assert ("2030" in notes) == keep_history


def set_clock(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """Let the program believe that it is that year."""
    begin = datetime(year, 1, 1, tzinfo=UTC)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls.fromtimestamp(begin.timestamp() + time.monotonic() % 1000, tz)

    monkeypatch.setattr(identity, "datetime", Clock)
    monkeypatch.setattr(backups, "datetime", Clock)
    monkeypatch.setattr(time, "time_ns", lambda: int(begin.timestamp()) * 1_000_000_000)
