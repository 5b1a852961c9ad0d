"""Files torn, zeroed, emptied, flipped, too new or deleted: nothing acknowledged is lost, and the user is told."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.annotations import Annotation
from reader.library import Library, StoreError
from reader.reading import Reading
from reader.text import Span
from tests.faults.articles import make_articles

Damage = Callable[[bytes], bytes]

DAMAGES: dict[str, Damage] = {
    "empty": lambda content: b"",
    "zeroed": lambda content: b"\0" * len(content),
    "torn": lambda content: content[: len(content) // 2],
    "one byte short of an object": lambda content: content.rstrip()[:-1],
    "a bit flipped": lambda content: content.replace(b"rose again", b"rose!again", 1).replace(
        b"economy", b"econo-y", 1
    ),
    "zeros inside": lambda content: content[:200] + b"\0" * 100 + content[300:],
    "another file": lambda content: b"%PDF-1.7 " + content[9:],
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return make_articles(tmp_path / "news")


def reading_of(library: Library) -> Reading:
    return library.reading(library.read("article 1.txt"))


def fill(folder: Path, sessions: int) -> list[Annotation]:
    """Annotate in several sessions; what must be there afterwards."""
    for session in range(sessions):
        with Library.open(folder) as library:
            reading = reading_of(library)
            for number in range(3):
                start = 11 + 40 * (3 * session + number)
                change = reading.annotate(Span(start, start + 60), [reading.tag("economy")], note=f"{session}.{number}")
                library.commit(change)
                reading = reading.after(change)
            library.commit(reading.set_note(reading.annotations[0], f"edited in {session}")).result(10)
    with Library.open(folder) as library:
        return list(library.annotations())


def stored_files(folder: Path) -> dict[str, Path]:
    (sidecar,) = (folder / ".reader" / "annotations").iterdir()
    return {"annotations": sidecar, "tags": folder / ".reader" / "library.json"}


@pytest.mark.parametrize("which", ["annotations", "tags"])
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


def test_a_file_from_a_newer_version_is_shown_and_never_written(news: Path) -> None:
    fill(news, 1)
    file = stored_files(news)["annotations"]
    tables = json.loads(file.read_bytes())
    tables["meta"]["1"]["schema"] = 2
    newer = json.dumps(tables).encode()
    file.write_bytes(newer)
    library = Library.open(news)
    reading = reading_of(library)
    assert len(reading.annotations) == 3
    with pytest.raises(StoreError, match="newer version"):
        library.commit(reading.set_note(reading.annotations[0], "x")).result(10)
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


def test_a_clock_that_goes_back_loses_nothing(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(news, 1)
    with Library.open(news) as library:
        reading = reading_of(library)
        change = reading.set_note(reading.annotations[0], "yesterday")
        (edit,) = change.edits
        assert isinstance(edit.after, Annotation)
        library.commit(change).result(10)
    for path in news.rglob("*.json"):
        os.utime(path, (0, 0))
    with Library.open(news) as library:
        assert reading_of(library).annotations[0].note == "yesterday"
        undone = library.undo()
        assert undone is not None
        assert reading_of(library).annotations[0].note == "edited in 0"


def test_the_history_may_be_lost_without_losing_annotations(news: Path) -> None:
    expected = fill(news, 2)
    (news / ".reader" / "history.jsonl").unlink()
    shutil.rmtree(news / ".reader" / "backups")
    shutil.rmtree(news / ".reader" / "texts")
    with Library.open(news) as library:
        assert list(library.annotations()) == expected
        assert library.undo() is None
