"""TinyDB made safe: our `Storage`, which replaces a file whole and durably, and a table that changes in one write.

`tinydb.TinyDB(path)` opens the same files; only writing through it gives up what is promised here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from reader.library import files
from reader.library.errors import NewerSchema
from reader.library.tables import Tables, decode, encode, is_newer


class SafeStorage(Storage):
    """Reads and writes one file of tables; raises Damaged or NewerSchema; damaged never counts as empty."""

    def __init__(self, path: Path, said: Mapping[str, Any] | None = None) -> None:
        """`said` is what the file says about itself beside its schema and checksum."""
        self._path = path
        self._said = said or {}

    def read(self) -> Tables | None:
        try:
            tables = decode(files.read(self._path)[0])
        except FileNotFoundError:
            return None
        if is_newer(tables):
            raise NewerSchema(f"{self._path.name} was written by a newer version of Close Reader")
        return tables

    def write(self, data: Tables) -> None:
        files.make_folder(self._path.parent)
        files.write(self._path, encode(data, self._said))


class Records(Table):
    """TinyDB's table with one operation more."""

    def change(self, change: Callable[[dict[int, Any]], None]) -> None:
        """Read the documents, let `change` alter them by their numbers, and write them, all in one write."""
        self._update_table(change)


class Database(TinyDB):
    """TinyDB on safe storage, with tables of Records."""

    table_class = Records

    def __init__(self, path: Path, said: Mapping[str, Any] | None = None) -> None:
        super().__init__(path, said, storage=SafeStorage)

    def records(self, name: str) -> Records:
        found = self.table(name)
        assert isinstance(found, Records)
        return found
