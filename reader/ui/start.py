"""What the app begins with: a path in, the library there and its first article out.  Loads no Textual."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.article import Article
from reader.folders import bundled
from reader.library import Entry, Library
from reader.memory import Memory
from reader.settings import Settings
from reader.sources import Unreadable
from reader.ui.arrangement import AS_USUAL, Widths

AT_ONCE = 12_000_000
"""Bytes of a first article that is read before anything is shown; a larger one is read while the app starts."""


@dataclass(frozen=True)
class Start:
    """Everything that is known before the first frame."""

    library: Library
    settings: Settings
    entries: tuple[Entry, ...]
    article: Article | None
    """The first one, unless there is none, or it cannot be read, or not quickly."""
    offset: int = 0
    """Where one was in it the last time."""
    widths: Widths = AS_USUAL
    """How wide one wanted the lists the last time."""


def prepare(path: Path | None, settings: Settings) -> Start:
    """Open the library at `path`, else the last one, at first the bundled sample corpus.

    Raises LibraryError where there is none.
    """
    return start_in(Library.open(path or Memory().last_library or bundled("sample_corpus")), settings)


def start_in(library: Library, settings: Settings) -> Start:
    """Look what is in `library`, and read its first article."""
    entries = library.entries()
    article = _read_at_once(library, entries[0]) if entries else None
    memory = Memory()
    offset = memory.position(library.root, article.id) if article else 0
    return Start(library, settings, entries, article, offset, Widths(*memory.widths))


def _read_at_once(library: Library, entry: Entry) -> Article | None:
    if entry.size > AT_ONCE:
        return None
    try:
        return library.read(entry)
    except Unreadable:  # the app meets this again, and says so where it can be read
        return None
