"""Files of highlights are read once, however many want them, and again when they have changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

from reader.annotations import AnchorState, Edit
from reader.annotations.annotation import Anchor, Annotation, Target
from reader.annotations.records import to_record
from reader.library.patch import patch_of
from reader.library.record_file import RecordFile
from reader.library.sidecars import TABLE, Sidecars
from reader.library.tables import encode
from reader.text import Span

NAME = "rates.json"


def write(folder: Path, note: str) -> None:
    where = Target("ab", Span(0, 4), "Rate"), Anchor("ab", Span(0, 4), AnchorState.EXACT)
    annotation = Annotation("a", "rates.txt", *where, created="2026", modified="2026", note=note)
    folder.mkdir(exist_ok=True)
    Path(folder, NAME).write_bytes(encode({TABLE: {"1": to_record(annotation)}}, {"path": "rates.txt"}))


def note_in(file: RecordFile) -> str:
    found = file.value("a")
    assert isinstance(found, Annotation)
    return found.note


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    write(tmp_path, "first")
    file = RecordFile(tmp_path / NAME, TABLE)
    file.load()
    known = file.value("a")
    file.load()
    assert file.value("a") is known
    write(tmp_path, "second one")
    file.load()
    assert note_in(file) == "second one"
    Path(tmp_path, NAME).unlink()
    file.load()
    assert file.value("a") is None


def test_two_threads_that_want_a_file_at_once_share_one(tmp_path: Path) -> None:
    write(tmp_path, "shared")
    loaded: list[RecordFile] = []
    both_are_there = Barrier(2, timeout=20)

    def load(file: RecordFile) -> None:
        loaded.append(file)
        both_are_there.wait()
        file.load()

    sidecars = Sidecars(tmp_path, load)
    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(sidecars.named, [NAME, NAME])
    assert one is other is loaded[0] is loaded[1]
    assert note_in(one) == "shared"


def test_records_are_values_as_soon_as_they_are_read_and_keep_their_article(tmp_path: Path) -> None:
    write(tmp_path, "mine")
    file = RecordFile(tmp_path / NAME, TABLE)
    file.load()
    found = file.value("a")
    assert isinstance(found, Annotation)
    assert (found.article_id, file.said["path"]) == ("rates.txt", "rates.txt")


def test_what_a_writing_leaves_as_it_was_is_not_held_anew(tmp_path: Path) -> None:
    write(tmp_path, "as it was")
    file = RecordFile(tmp_path / NAME, TABLE)
    file.load()
    known = file.value("a")
    assert isinstance(known, Annotation)
    file.add([patch_of(Edit(None, replace(known, id="b", note="new")))])
    file.flush()
    assert file.value("a") is known
    assert [found.note for found in file.values() if isinstance(found, Annotation)] == ["as it was", "new"]
    file.add([patch_of(Edit(known, replace(known, note="other")))])
    file.flush()
    assert note_in(file) == "other"
