"""A glance at folders never hides a change for long, and does not see one where nothing happens."""

from __future__ import annotations

import os
import time
from pathlib import Path

from reader.library import files
from reader.library.glance import EVERY, SETTLED, Glance


def settled(folder: Path) -> Glance:
    """A glance at a folder in which nothing has happened for a while."""
    ago = time.time() - 2 * SETTLED
    os.utime(folder, (ago, ago))
    glance = Glance([folder])
    assert glance.shows_change()
    return glance


def test_where_nothing_happens_nothing_is_seen(tmp_path: Path) -> None:
    glance = settled(tmp_path)
    assert [glance.shows_change() for _ in range(EVERY - 2)] == [False] * (EVERY - 2)


def test_a_file_that_is_replaced_is_seen_and_so_is_what_follows_at_once(tmp_path: Path) -> None:
    files.write(tmp_path / "a.json", b"{}")
    glance = settled(tmp_path)
    for content in (b"[]", b"[1]"):
        files.write(tmp_path / "a.json", content)
        assert glance.shows_change()


def test_a_file_that_is_written_to_in_place_is_seen_before_long(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    glance = settled(tmp_path)
    (tmp_path / "a.json").write_bytes(b"[]")
    assert any(glance.shows_change() for _ in range(EVERY))


def test_a_folder_that_comes_into_being_is_seen(tmp_path: Path) -> None:
    glance = Glance([tmp_path / "annotations"])
    assert [glance.shows_change(), glance.shows_change()] == [True, False]
    (tmp_path / "annotations").mkdir()
    assert glance.shows_change()
