"""Files torn, zeroed, emptied, flipped, too new or deleted: nothing acknowledged is lost, and the user is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.annotations import correcting
from reader.library import Library, StoreError, lock
from tests.faults.articles import make_articles
from tests.faults.filled import FILES, fill, reading_of, stored_files

Damage = Callable[[bytes], bytes]

DAMAGES: dict[str, Damage] = {
    "empty": lambda content: b"",
    "zeroed": lambda content: b"\0" * len(content),
    "torn": lambda content: content[: len(content) // 2],
    "one byte short of an object": lambda content: content.rstrip()[:-1],
    "a bit flipped": lambda content: content[:-60] + bytes([content[-60] ^ 4]) + content[-59:],
    "zeros inside": lambda content: content[:200] + b"\0" * 100 + content[300:],
    "another file": lambda content: b"%PDF-1.7 " + content[9:],
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return make_articles(tmp_path / "news")


@pytest.mark.parametrize("which", FILES)
@pytest.mark.parametrize("sessions", [1, 3])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_restored_and_kept_and_the_user_is_told(
    news: Path, damage: Damage, sessions: int, which: str
) -> None:
    expected = fill(news, sessions)
    file = stored_files(news)[which]
    damaged = damage(file.read_bytes())
    assert damaged != file.read_bytes()
    file.write_bytes(damaged)
    with Library.open(news) as library:
        assert list(library.annotations()) == expected
        reading = reading_of(library)
        assert list(reading.annotations) == sorted(expected, key=lambda one: one.span)
        assert {reading.codebook.names(one.tags) for one in expected} == {("economy",)}
        assert [one.speaker for one in library.corrections.held] == [f"Ada Korn {number}" for number in range(sessions)]
        assert any("has been restored" in notice and file.name in notice for notice in library.notices)
    (kept,) = (news / ".reader" / "damaged").iterdir()
    assert kept.read_bytes() == damaged
    with Library.open(news) as library:
        assert len(list(library.annotations())) == len(expected)
        assert library.notices == ()


def test_damage_that_comes_while_the_library_is_open_is_repaired_by_the_next_change(news: Path) -> None:
    expected = fill(news, 2)
    with Library.open(news) as library:
        reading = reading_of(library)
        stored_files(news)["annotations"].write_bytes(b"\0" * 4000)
        library.commit(reading.set_note(reading.annotations[0], "after the damage")).result(10)
    with Library.open(news) as library:
        notes = {one.id: one.note for one in library.annotations()}
    assert notes == {one.id: one.note for one in expected} | {reading.annotations[0].id: "after the damage"}


def test_a_damaged_backup_is_passed_over(news: Path) -> None:
    expected = fill(news, 3)
    file = stored_files(news)["annotations"]
    for backup in (news / ".reader" / "backups" / file.stem).iterdir():
        content = backup.read_bytes()
        backup.unlink()
        backup.write_bytes(content[:100])
    file.write_bytes(b"")
    with Library.open(news) as library:
        assert {one.id: one.note for one in library.annotations()} == {one.id: one.note for one in expected}


@pytest.mark.parametrize("which", FILES)
def test_a_file_from_a_newer_version_is_shown_and_never_written(news: Path, which: str) -> None:
    fill(news, 1)
    file = stored_files(news)[which]
    tables = json.loads(file.read_bytes())
    tables["meta"]["1"]["schema"] = 2
    newer = json.dumps(tables).encode()
    file.write_bytes(newer)
    library = Library.open(news)
    reading = reading_of(library)
    assert len(reading.annotations) == 3
    assert [tag.name for tag in library.codebook] == ["economy"]
    assert len(library.corrections.held) == 1
    changes = {
        "annotations": reading.set_note(reading.annotations[0], "x"),
        "tags": reading.pin(reading.tag("economy"), 1),
        "corrections": correcting.renamed_speaker("Ada", "Ada K."),
    }
    with pytest.raises(StoreError, match="newer version"):
        library.commit(changes[which]).result(10)
    library.close()
    assert file.read_bytes() == newer


def test_a_file_that_is_deleted_while_open_is_written_again_whole(news: Path) -> None:
    expected = fill(news, 1)
    with Library.open(news) as library:
        reading = reading_of(library)
        stored_files(news)["annotations"].unlink()
        library.commit(reading.set_note(reading.annotations[0], "still here")).result(10)
    with Library.open(news) as library:
        assert len(list(library.annotations())) == len(expected)


def test_a_record_without_an_id_does_not_stop_a_deleted_file_from_being_written_again(news: Path) -> None:
    expected = fill(news, 1)
    file = stored_files(news)["annotations"]
    with TinyDB(file) as store:
        store.table("annotations").insert({"quote": "of another program"})
    with Library.open(news) as library:
        reading = reading_of(library)
        assert len(reading.annotations) == len(expected)
        assert all("cannot be shown and was left as it is" in notice for notice in library.notices)
        file.unlink()
        library.commit(reading.set_note(reading.annotations[0], "still here")).result(10)
    with Library.open(news) as library:
        assert len(reading_of(library).annotations) == len(expected)
        assert "still here" in {one.note for one in library.annotations()}


def test_what_cannot_be_mended_while_another_program_writes_is_told_and_mended_later(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = fill(news, 2)
    stored_files(news)["annotations"].write_bytes(b"\0" * 4000)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with Library.open(news) as library, lock.Lock(news / ".reader" / ".lock"):
        assert list(library.annotations()) == []
        assert any("could not be mended yet" in notice for notice in library.notices)
    with Library.open(news) as library:
        assert list(library.annotations()) == expected


def test_the_history_may_be_lost_without_losing_annotations(news: Path) -> None:
    expected = fill(news, 2)
    (news / ".reader" / "history.jsonl").unlink()
    shutil.rmtree(news / ".reader" / "backups")
    shutil.rmtree(news / ".reader" / "texts")
    with Library.open(news) as library:
        assert list(library.annotations()) == expected
        assert library.undo() is None


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_stock_tinydb_loses_what_was_damaged_so_these_tests_can_fail(tmp_path: Path, damage: Damage) -> None:
    path = tmp_path / "stock.json"
    with TinyDB(path, indent=1) as database:
        database.insert_multiple({"id": number, "note": f"rates rose again, {number}"} for number in range(50))
        expected = database.all()
    path.write_bytes(damage(path.read_bytes()))
    with TinyDB(path, indent=1) as database:
        try:
            assert database.all() != expected
        except ValueError:  # all of it is unreadable
            return
