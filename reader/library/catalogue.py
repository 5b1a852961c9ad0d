"""The articles of a folder: names and sizes only, nothing is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.sources import article_id, is_article
from reader.text.safe import safe_line

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that may be an article."""

    id: str
    """The id that its article has."""
    path: Path
    size: int
    """Bytes."""
    modified: float
    """Seconds since 1970."""
    problem: str = ""
    """Why it cannot be read, as far as that is known without reading; "" if nothing is known against it."""


def entries(root: Path, below: Path) -> tuple[Entry, ...]:
    """The articles below `below`, numbers in their names in order of size ("part 2" before "part 10").

    Folders and files whose names begin with a dot are left out; links to folders are not followed.
    """
    found = (_entry(Path(entry.path), root) for entry in _article_files(below))
    return tuple(sorted(found, key=lambda entry: (natural(entry.id), entry.id)))


def entry_for(path: Path, root: Path) -> tuple[Entry, ...]:
    """The one file at `path`, whatever its name."""
    return (_entry(path, root),)


def natural(name: str) -> tuple[str | int, ...]:
    """Sorts names as people do: upper and lower case alike, numbers by size."""
    parts = _DIGITS.split(name.casefold())
    return tuple(int(part) if index % 2 else part for index, part in enumerate(parts))


def _article_files(folder: Path) -> Iterator[os.DirEntry[str]]:
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                inside = list(found)
        except OSError:
            continue
        for entry in inside:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif is_article(entry.name):
                yield entry


def _entry(path: Path, root: Path) -> Entry:
    try:
        state = path.stat()
    except OSError as error:
        return Entry(article_id(path, root), path, 0, 0.0, safe_line(error.strerror or str(error)))
    return Entry(article_id(path, root), path, state.st_size, state.st_mtime)
