"""Opening a library for a command that only reads it."""

from __future__ import annotations

from pathlib import Path

from reader.cli.console import Refused, complain
from reader.library import Library, LibraryError


def opened(path: Path) -> Library:
    """The library at `path`, not to be written to; raises `Refused` where it cannot be opened."""
    try:
        library = Library.open(path, writable=False)
    except LibraryError as problem:
        raise Refused(str(problem)) from problem
    for notice in library.notices:
        complain(notice)
    return library
