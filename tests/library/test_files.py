"""Durable files: the old content or the new one, never a mix, and nothing left lying about."""

import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.library import files


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """No file may grow beyond `limit` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    files.write(path, b"old and rather long")
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_write_that_fails_leaves_the_old_content_and_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    files.write(path, b"old")
    with full_disk(100), pytest.raises(OSError, match="File too large"):
        files.write(path, b"n" * 1000)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_lines_that_do_not_fit_are_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    files.append(path, b"one\n")
    with full_disk(100), pytest.raises(OSError, match="File too large"):
        files.append(path, b"n" * 1000 + b"\n")
    files.append(path, b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"


def test_a_torn_last_line_is_ended_before_the_next(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"one\nto")
    files.append(path, b"two\n")
    assert path.read_bytes() == b"one\nto\ntwo\n"


def test_only_temporary_files_of_the_dead_are_abandoned(tmp_path: Path) -> None:
    finished = subprocess.Popen(["true"])
    finished.wait()
    for number in (finished.pid, os.getpid()):
        (tmp_path / f"{files.TEMPORARY}{number}-a.json").write_bytes(b"")
    (tmp_path / f"{files.TEMPORARY}whose").write_bytes(b"")
    assert [path.name for path in files.abandoned(tmp_path)] == [f"{files.TEMPORARY}{finished.pid}-a.json"]


def test_a_stamp_tells_one_content_from_another(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert files.stamp(path) is None
    files.write(path, b"one")
    content, stamp = files.read(path)
    assert (content, stamp) == (b"one", files.stamp(path))
    files.write(path, b"two")
    assert files.stamp(path) != stamp
