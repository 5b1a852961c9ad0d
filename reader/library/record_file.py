"""One TinyDB file of records: what is on the disk, and the patches that are not there yet.

Patches count in memory at once and are written later, on top of whatever the file then holds: so another program's
work is kept, and a write that fails loses nothing.

A record is held as its value as soon as may be, because a stored object takes thrice the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias
from uuid import UUID

from reader.annotations import (
    Annotation,
    RecordError,
    correction_from_record,
    from_record,
    tag_from_record,
    to_record,
)
from reader.annotations.change import Record
from reader.annotations.records import Fields
from reader.library import files
from reader.library.documents import Document, documents
from reader.library.patch import Patch, patched
from reader.library.tables import META, Tables, about, decode, is_newer

Held: TypeAlias = "dict[str, Fields | Record]"
"""Records by their ids, as values; those that this version cannot read as stored."""
_LARGE = 1 << 20
"""Bytes from which on a file is read document by document, which takes a little longer."""
_READERS: Mapping[str, Callable[[Fields, str], Record]] = {
    "annotations": from_record,
    "tags": lambda record, _: tag_from_record(record),
    "corrections": lambda record, _: correction_from_record(record),
}
"""From a record of that table, and the id of the article that the file belongs to, to its value."""


class RecordFile:
    """The records of one article, or the tags of a library."""

    def __init__(self, path: Path, table: str, said: Mapping[str, Any] | None = None) -> None:
        self.path = path
        self.table = table
        self.said: dict[str, Any] = dict(said or {})
        """What the file says about itself: which article it belongs to."""
        self.stamp: files.Stamp | None = None
        """Of the content that was read or written last; None if there is no file yet."""
        self.is_newer = False
        """True for a file of a newer version, which is not written to."""
        self._says_more = False
        self._held: Held = {}
        self._pending: tuple[Patch, ...] = ()
        self._memory = Lock()
        self._loading = Lock()

    @property
    def unsaved(self) -> int:
        """How many patches (and news about the file itself) are not on the disk yet."""
        return len(self._pending) or int(self._says_more)

    @property
    def ids(self) -> list[str]:
        """Of every record, tombstones included."""
        with self._memory:
            return list(self._present())

    @property
    def records(self) -> dict[str, Fields]:
        """Every record as it is once the patches are written, tombstones included."""
        with self._memory:
            return {record_id: _fields(record) for record_id, record in self._present().items()}

    def values(self) -> Iterator[Record | RecordError]:
        """What the records mean; for one that this version cannot read, what is wrong with it."""
        with self._memory:
            found = [self._value(record_id, record) for record_id, record in self._present().items()]
        return iter(found)

    def value(self, record_id: str) -> Record | RecordError | None:
        """The same for one record, None where there is none of that id."""
        with self._memory:
            record = self._present().get(record_id)
            return None if record is None else self._value(record_id, record)

    def _present(self) -> Held:
        return _with(self._held, self._pending) if self._pending else self._held

    def _value(self, record_id: str, record: Fields | Record) -> Record | RecordError:
        if isinstance(record, dict):
            value = self._read(record, self._article_id)
            if self._held.get(record_id) is record and not isinstance(value, RecordError):
                self._held[record_id] = value
            return value
        if isinstance(record, Annotation) and record.article_id != self._article_id:
            return replace(record, article_id=self._article_id)  # the article has been renamed since
        return record

    def _read(self, record: Fields, article_id: str) -> Record | RecordError:
        try:
            return _READERS[self.table](record, article_id)
        except RecordError as error:
            return error

    @property
    def _article_id(self) -> str:
        return str(self.said.get("path", ""))

    def add(self, patches: Iterable[Patch]) -> None:
        with self._memory:
            self._pending += tuple(patches)

    def say(self, **said: str) -> None:
        """Let the file say this about itself, from its next writing on."""
        if said.items() - self.said.items():
            self.said |= said
            self._says_more = True

    def load(self) -> None:
        """Take in what the file holds now; raises Damaged or OSError and then holds what it held."""
        with self._loading:
            stamp = files.stamp(self.path)
            if stamp is not None and stamp == self.stamp:
                return  # another thread has been quicker
            try:
                found, stamp = _documents_in(self.path)
            except FileNotFoundError:
                self._take((), None)
            else:
                self._take(found, stamp)

    def flush(self) -> None:
        """Write the pending patches; the caller holds the library's lock.  Raises what writing raises."""
        from reader.library.storage import Database

        patches = self._pending
        held: Held = {}

        def change(documents: dict[int, Any]) -> None:
            if not documents:  # somebody deleted the file; what we know of it is all that is left
                documents.update({number_of(record_id): _fields(known) for record_id, known in self._held.items()})
            numbers = {_id_of(document, number): number for number, document in documents.items()}
            held.update(_with({i: documents[numbers[i]] for i in numbers}, patches))
            for record_id in {patch.id for patch in patches} & held.keys():
                documents[numbers.get(record_id, number_of(record_id))] = _fields(held[record_id])

        Database(self.path, said=self.said).records(self.table).change(change)
        kept = {record_id: self._kept(record_id, record) for record_id, record in held.items()}
        with self._memory:
            self._held = kept
            self._pending = self._pending[len(patches) :]
            self._says_more = False
        self.stamp = files.stamp(self.path)

    def _kept(self, record_id: str, record: Fields | Record) -> Fields | Record:
        """What `record` means: the value that is held already where it says the same."""
        known = self._held.get(record_id)
        value = self._read(record, self._article_id) if isinstance(record, dict) else record
        if isinstance(value, RecordError):
            return record
        return value if known is None or known != value else known

    def _take(self, found: Iterable[Document], stamp: files.Stamp | None) -> None:
        held: Held = {}
        others: Tables = {}
        article_id: str | None = None
        for table, number, document in found:
            if table != self.table:
                others.setdefault(table, {})[number] = document
                article_id = str(about(others).get("path", ""))  # at the beginning of every file that we wrote
                continue
            value = document if article_id is None else self._read(document, article_id)
            held[_id_of(document, number)] = document if isinstance(value, RecordError) else value
        with self._memory:
            self._held = held
        self.stamp = stamp
        self.is_newer = is_newer(others)
        if META in others and not self._says_more:
            self.said = {key: value for key, value in about(others).items() if key not in ("schema", "checksum")}


def _documents_in(path: Path) -> tuple[Iterator[Document], files.Stamp]:
    """What the file holds, a large one without ever being in memory as a whole; raises Damaged or OSError."""
    content, stamp = files.read(path)
    if len(content) > _LARGE:
        return documents(content), stamp
    tables = decode(content)
    return ((table, number, rows[number]) for table, rows in tables.items() for number in rows), stamp


def _id_of(document: Fields, number: object) -> str:
    """The id of a document; one that another program wrote without any has TinyDB's number for it."""
    return str(document.get("id", number))


def number_of(record_id: str) -> int:
    """TinyDB's number for a record: the same on every machine, ascending with the record's making."""
    try:
        return UUID(record_id.rpartition("_")[2]).int
    except ValueError:  # an id that another program gave
        return int.from_bytes(sha256(record_id.encode("utf-8", "backslashreplace")).digest()[:16])


def _with(held: Held, patches: Iterable[Patch]) -> Held:
    changed = dict(held)
    for patch in patches:
        known = changed.get(patch.id)
        record = patched(None if known is None else _fields(known), patch)
        if record is not None:
            changed[patch.id] = record
    return changed


def _fields(record: Fields | Record) -> Fields:
    return record if isinstance(record, dict) else to_record(record)
