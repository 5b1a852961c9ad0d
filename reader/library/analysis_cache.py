"""Analyses that were made before: an article in, its analysis out if this text was met by these very rules.

Derived, and so in the user's cache folder and not beside the articles: whoever deletes it loses nothing but time.
SQLite, because several programs may look and write at once.  Nothing that goes wrong here stops anybody: what cannot
be looked up is found out again, what cannot be kept is not.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import reader
from reader.article import Article
from reader.folders import folder
from reader.library.analysis_records import Damaged, packed, unpacked
from reader.quotations import Analysis
from reader.quotations.version import version_of

FILE = "analyses-1.sqlite3"
"""The number counts the shapes of its table: another version of this program makes another file."""
MOST = 20_000
"""Analyses kept, about 70 MB; beyond that the oldest go."""
_PRUNED_EVERY = 1000
_PATIENCE = 2.0
"""Seconds to wait for another program that is writing."""

_ROOMS = ("text", "article", "sources", "quotations")
"""Rooms whose code decides what an analysis says."""
_TABLE = """
CREATE TABLE IF NOT EXISTS analyses (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    format TEXT NOT NULL,
    version TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (text, format, version) ON CONFLICT REPLACE
)
"""


def analysis_of(article: Article, analyse: Callable[[Article], Analysis]) -> Analysis:
    """The analysis of `article`: kept from an earlier time, else made by `analyse` and kept."""
    kept = _opened(folder("cache") / FILE, os.getpid())
    found = kept.get(article)
    if found is None:
        found = analyse(article)
        kept.put(article, found)
    return found


class AnalysisCache:
    """The analyses in the database at `path`, of rules of `version`.  No method raises."""

    def __init__(self, path: Path, version: str, most: int = MOST) -> None:
        self._path = path
        self._version = version
        self._most = most
        self._puts = 0
        self._database: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            # A power cut may take the whole cache with it; waiting for the disk would cost more than the cache saves.
            self._database.execute("PRAGMA synchronous = OFF")
            with suppress(sqlite3.OperationalError):  # another process is doing the same right now
                self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def get(self, article: Article) -> Analysis | None:
        """The analysis of this very text, or None."""
        if self._database is None:
            return None
        key = (article.sha256, article.format, self._version)
        asked = "SELECT content FROM analyses WHERE text = ? AND format = ? AND version = ?"
        try:
            row = self._database.execute(asked, key).fetchone()
            return unpacked(row[0], article) if row else None
        except sqlite3.Error as error:
            self._give_up(error)
        except Damaged:
            pass  # what is found out now takes its place
        return None

    def put(self, article: Article, analysis: Analysis) -> None:
        """Keep `analysis` of `article`."""
        if self._database is None:
            return
        row = (article.sha256, article.format, self._version, packed(analysis))
        try:
            self._database.execute("INSERT INTO analyses (text, format, version, content) VALUES (?, ?, ?, ?)", row)
            if self._puts % _PRUNED_EVERY == 0:
                self._prune()
            self._puts += 1
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _prune(self) -> None:
        assert self._database
        self._database.execute(
            "DELETE FROM analyses WHERE number <= (SELECT max(number) FROM analyses) - ?", (self._most,)
        )

    def _give_up(self, error: Exception) -> None:
        """Go on without; a file that is no database (any more) is taken away, so that the next time is better."""
        with suppress(sqlite3.Error):
            self.close()
        self._database = None
        if type(error) is sqlite3.DatabaseError:
            for name in (self._path.name, f"{self._path.name}-wal", f"{self._path.name}-shm"):
                with suppress(OSError):
                    self._path.with_name(name).unlink()


@lru_cache(maxsize=1)
def _opened(path: Path, _process: int) -> AnalysisCache:
    """The cache at `path`, opened once by each process: a connection does not survive a fork."""
    package = Path(reader.__file__).parent
    return AnalysisCache(path, version_of(*(package / room for room in _ROOMS)))
