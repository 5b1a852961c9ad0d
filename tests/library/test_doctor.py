"""The doctor: finds what is wrong with a store, mends what can be mended, and throws nothing away."""

import json
import shutil
from pathlib import Path

import pytest

from reader.annotations import correcting
from reader.library import Library
from reader.library.conflicts import original
from reader.library.doctor import Doctor
from reader.reading import Reading
from reader.text import Span
from tests.faults.articles import make_articles
from tests.faults.filled import FILES, fill, stored_files
from tests.faults.filled import reading_of as faults_reading


@pytest.fixture
def sidecar(news: Path) -> Path:
    with Library.open(news) as library:
        reading = library.reading(library.read("rates.txt"))
        for words in ("no choice", "raised its rate"):
            start = reading.article.text.index(words)
            change = reading.annotate(Span(start, start + len(words)), note=words)
            library.commit(change).result(10)
            reading = reading.after(change)
    (file,) = (news / ".reader" / "annotations").iterdir()
    return file


def reading_of(library: Library) -> Reading:
    return library.reading(library.read("rates.txt"))


def problems(news: Path, fix: bool = False) -> list[tuple[str, bool]]:
    return [(ailment.problem, ailment.mended) for ailment in Doctor(news, fix).examine()]


def test_a_healthy_store_has_no_ailments(news: Path, sidecar: Path) -> None:
    assert problems(news) == []


def test_a_damaged_file_is_mended_from_the_history(news: Path, sidecar: Path) -> None:
    sidecar.write_bytes(b"")
    assert problems(news) == [("empty", False)]
    assert problems(news, fix=True) == [("empty", True)]
    assert problems(news) == []
    with Library.open(news) as library:
        assert [one.note for one in reading_of(library).annotations] == ["raised its rate", "no choice"]


@pytest.mark.parametrize("which", FILES)
def test_every_stored_file_is_examined_and_mended(tmp_path: Path, which: str) -> None:
    news = make_articles(tmp_path / "news")
    expected = fill(news, 2)
    file = stored_files(news)[which]
    file.write_bytes(file.read_bytes()[:-40])
    assert [(one.path, one.mended) for one in Doctor(news).examine()] == [(file, False)]
    assert [(one.path, one.mended) for one in Doctor(news, fix=True).examine()] == [(file, True)]
    assert problems(news) == []
    with Library.open(news) as library:
        assert list(library.annotations()) == expected
        assert [tag.name for tag in library.codebook] == ["economy"]
        assert len(library.corrections.held) == 2


@pytest.mark.parametrize("which", FILES)
def test_conflict_copies_of_every_stored_file_are_merged(tmp_path: Path, which: str) -> None:
    news = make_articles(tmp_path / "news")
    fill(news, 1)
    file = stored_files(news)[which]
    copy = file.with_name(f"{file.stem} (conflicted copy from laptop).json")
    before = file.read_bytes()
    with Library.open(news) as theirs:
        theirs.commit(faults_reading(theirs).annotate(Span(700, 740), [faults_reading(theirs).tag("laptop")]))
        theirs.commit(correcting.merged_speakers("Ivo", "Ada")).result(10)
    shutil.copy(file, copy)
    file.write_bytes(before)
    assert problems(news) == [("a copy left by a sync conflict", False)]
    assert problems(news, fix=True) == [("a copy left by a sync conflict", True)]
    with Library.open(news) as library:
        assert len(list(library.annotations())) == 4
        assert [tag.name for tag in library.codebook] == ["economy", "laptop"]
        assert len(library.corrections.held) == 2


@pytest.mark.parametrize(
    "name",
    [
        "rates.ab12cd34.sync-conflict-20260101-101010-ABCDEFG.json",
        "rates.ab12cd34 (Ada's conflicted copy 2026-01-01).json",
        "rates.ab12cd34 (conflicted copy from laptop).json",
    ],
)
def test_conflict_copies_are_known_by_their_names(name: str) -> None:
    assert original(name) == "rates.ab12cd34.json"
    assert original("rates.ab12cd34.json") == ""


def test_a_conflict_copy_is_merged_record_by_record_and_can_be_undone(news: Path, sidecar: Path) -> None:
    copy = sidecar.with_name(f"{sidecar.stem}.sync-conflict-20260101-101010-ABCDEFG.json")
    shutil.copy(sidecar, copy)
    with Library.open(news) as theirs:
        reading = reading_of(theirs)
        theirs.commit(reading.set_note(reading.annotations[0], "typed on the laptop")).result(10)
        reading = reading_of(theirs)
        theirs.commit(reading.annotate(Span(0, 5), note="new on the laptop")).result(10)
    laptop = sidecar.read_bytes()
    sidecar.write_bytes(copy.read_bytes())
    copy.write_bytes(laptop)
    with Library.open(news) as ours:
        reading = reading_of(ours)
        ours.commit(reading.set_note(reading.annotations[0], "typed on the desk")).result(10)
        assert len(list(ours.annotations())) == 2
        assert ours.notices == (f"two machines changed the same files; reader doctor --fix merges {copy.name}",)
    assert problems(news, fix=True) == [("a copy left by a sync conflict", True)]
    assert not copy.exists()
    assert (news / ".reader" / "merged" / copy.name).read_bytes() == laptop
    with Library.open(news) as library:
        notes = [one.note for one in reading_of(library).annotations]
        assert notes[0] == "new on the laptop"
        assert sorted(notes[1].split("\n\n")) == ["typed on the desk", "typed on the laptop"]
        assert library.undo() is not None
        assert [one.note for one in reading_of(library).annotations] == ["typed on the desk", "no choice"]


def test_files_without_an_article_and_double_records_are_named(news: Path, sidecar: Path) -> None:
    shutil.copy(sidecar, sidecar.with_name("copied by hand.json"))
    (news / "rates.txt").unlink()
    found = [problem for problem, _ in problems(news)]
    assert sum("is in another file too" in problem for problem in found) == 4
    assert sum("its article is gone" in problem for problem in found) == 2


def test_temporary_files_of_the_dead_are_swept_and_those_of_the_living_left(news: Path, sidecar: Path) -> None:
    dead = sidecar.with_name(".tmp-999999999-x.json")
    living = sidecar.with_name(".tmp-1-x.json")
    dead.write_bytes(b"{")
    living.write_bytes(b"{")
    assert problems(news, fix=True) == [("left by a program that was killed", True)]
    assert not dead.exists()
    assert living.exists()


def test_examining_alone_changes_nothing(news: Path, sidecar: Path) -> None:
    sidecar.with_name(".tmp-999999999-x.json").write_bytes(b"{")
    (news / ".reader" / "library.json").write_text(json.dumps([]))
    before = {path: path.read_bytes() for path in news.rglob("*") if path.is_file()}
    assert len(problems(news)) == 2
    assert {path: path.read_bytes() for path in news.rglob("*") if path.is_file()} == before
