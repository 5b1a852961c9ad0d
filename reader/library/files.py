"""Durable files: bytes in, bytes on the disk out.  The only place that knows about fsync.

A write puts down the old content or the new one, never a mix, and what has returned survives a power cut.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

TEMPORARY = ".tmp-"
_WINDOWS = os.name == "nt"
_BINARY: int = getattr(os, "O_BINARY", 0)
_RETRIES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries: on Windows a virus scanner holds new files open for a moment."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Enough of a file's state to see that another program has written it."""

    inode: int
    size: int
    modified: int
    """Nanoseconds."""

    @classmethod
    def of(cls, state: os.stat_result) -> Stamp:
        return cls(state.st_ino, state.st_size, state.st_mtime_ns)


def stamp(path: Path) -> Stamp | None:
    """The stamp of the file at `path`, None where there is none."""
    try:
        return Stamp.of(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return None


def read(path: Path) -> tuple[bytes, Stamp]:
    """The content of a file and the stamp that belongs to exactly this content."""
    with open(path, "rb", buffering=0) as file:
        return file.readall(), Stamp.of(os.fstat(file.fileno()))


if sys.platform == "darwin":
    import fcntl

    def sync(descriptor: int) -> None:
        """Wait until the file behind `descriptor` is on the disk: fsync alone leaves it in the drive's cache."""
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # some network file systems refuse it
            os.fsync(descriptor)

else:

    def sync(descriptor: int) -> None:
        """Wait until the file behind `descriptor` is on the disk."""
        os.fsync(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if _WINDOWS:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, so that they survive a power cut."""
    if path.is_dir():
        return
    make_folder(path.parent)
    with suppress(FileExistsError):
        path.mkdir()
    sync_folder(path.parent)


def write(path: Path, content: bytes) -> None:
    """Replace the file at `path`; a failure (OSError) leaves the old file as it was."""
    unfinished = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
        try:
            _write_all(descriptor, content)
            sync(descriptor)
        finally:
            os.close(descriptor)
        _replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    sync_folder(path.parent)


def append(path: Path, lines: bytes) -> None:
    """Add whole lines at the end of a file; a failure (OSError) leaves it as it was.  Not synced: see `sync_file`."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o644)
    try:
        end = os.lseek(descriptor, 0, os.SEEK_END)
        try:
            _write_all(descriptor, b"\n" + lines if _ends_inside_a_line(descriptor, end) else lines)
        except BaseException:
            os.ftruncate(descriptor, end)
            raise
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Wait until a file that was appended to is on the disk, and its name too."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _ends_inside_a_line(descriptor: int, end: int) -> bool:
    """Was the last line torn by a crash?"""
    if end == 0:
        return False
    os.lseek(descriptor, end - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def _replace(source: Path, destination: Path) -> None:
    for delay in _RETRIES if _WINDOWS else ():
        try:
            os.replace(source, destination)
            return
        except PermissionError:
            time.sleep(delay)
    os.replace(source, destination)


def abandoned(folder: Path) -> list[Path]:
    """The temporary files of writers that are dead: kill -9 leaves them."""
    return [path for path in sorted(folder.glob(f"{TEMPORARY}*")) if not _is_running(path.name)]


def _is_running(name: str) -> bool:
    """Is the process running that made the temporary file called `name`?  True where that cannot be told."""
    number = name.removeprefix(TEMPORARY).partition("-")[0]
    if not number.isdigit() or _WINDOWS:
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
