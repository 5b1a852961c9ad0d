"""A library for a command that only reads it: a path in, the library out, and what it has to say on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.cli.console import Refused, complain
from reader.library import Library, LibraryError


@contextmanager
def opened(path: Path) -> Iterator[Library]:
    """The library at `path`, not to be written to; raises `Refused` where it cannot be opened."""
    try:
        library = Library.open(path, writable=False)
    except LibraryError as problem:
        raise Refused(str(problem)) from problem
    with library:
        yield library
    # Only now: damaged files are found when they are read.
    for notice in library.notices:
        complain(notice)
