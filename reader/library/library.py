"""A library: a folder (or a file) of articles in, readings with their annotations out, changes back in.

The one object through which the rest of the program meets the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.annotations import Annotation, Change, Codebook
from reader.article import Article
from reader.library.catalogue import Entry, entries, entry_for
from reader.library.places import Place, place_of
from reader.reading import Reading, in_document_order
from reader.sources import read

if TYPE_CHECKING:
    from reader.library.corrections import Corrections
    from reader.library.holdings import Holdings


class Library(AbstractContextManager["Library"]):
    """Opened by `Library.open`; `close` it, or use it in `with`, so that everything is on the disk in the end."""

    def __init__(self, place: Place, writable: bool = True) -> None:
        self._place = place
        self._writable = writable
        self.whereabouts = place.notice
        """Where its articles or annotations are, if not simply in the folder that was opened; else "".  A notice."""
        self._opening = Lock()
        self._opened: Holdings | None = None

    @property
    def _holdings(self) -> Holdings:
        """Opened when something stored is first asked for, by whichever thread: an article can be shown before."""
        with self._opening:
            if self._opened is None:
                from reader.library.holdings import Holdings
                from reader.library.store import Store

                store = Store(self._place.store, self._place.root, self._writable)
                if self._place.notice:
                    store.notices.append(self._place.notice)
                self._opened = Holdings(store, self._place.root)
            return self._opened

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Library:
        """The library at `path`; nothing is read yet.  Raises LibraryError where there is no such file or folder."""
        return cls(place_of(path), writable)

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def root(self) -> Path:
        """The folder that article ids count from."""
        return self._place.root

    @property
    def store_folder(self) -> Path:
        return self._holdings.store.folder

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user must be told, in the order in which it came up."""
        return tuple(self._holdings.store.notices)

    def entries(self) -> tuple[Entry, ...]:
        """The articles that there are now, without reading any."""
        below = self._place.below
        return entries(self.root, below) if below.is_dir() else entry_for(below, self.root)

    def read(self, entry: Entry | str) -> Article:
        """The article of an entry or with that id; raises sources.Unreadable."""
        if isinstance(entry, Entry):
            return read(entry.path, self.root)
        path = self.root / entry
        if not path.exists():  # an id is safe to show and so not always the name of its file
            path = next((known.path for known in self.entries() if known.id == entry), path)
        return read(path, self.root)

    def reading(self, article: Article) -> Reading:
        """`article` with its annotations, each where it stands in the present text; not analysed."""
        return Reading(article, in_document_order(self._holdings.placed_in(article)), self.codebook)

    @property
    def codebook(self) -> Codebook:
        """All tags."""
        return self._holdings.codebook

    @cached_property
    def corrections(self) -> Corrections:
        """What the reader knows better about who said what."""
        from reader.library.corrections import Corrections

        return Corrections(self.root, lambda: self._holdings.corrections, self._holdings.store.texts.text)

    def annotations(self) -> Iterator[Annotation]:
        """Every annotation of the library, article by article; anchors are those of the last reading."""
        return self._holdings.annotations()

    def commit(self, change: Change) -> Future[None]:
        """Store `change`, off this thread and in order; done when it is on the disk, StoreError when it is not.

        What could not be stored stays in force and is tried again with the next change.
        """
        return self._holdings.make(change)

    def undo(self) -> Change | None:
        """Take back the latest change of the whole library; what was done, or None.  See `saving`."""
        return self._holdings.undo()

    def redo(self) -> Change | None:
        """Make the change again that was taken back last; what was done, or None.  See `saving`."""
        return self._holdings.redo()

    @property
    def saving(self) -> Future[None]:
        """The storing of the latest change, undo or redo."""
        return self._holdings.store.saving

    @property
    def unsaved(self) -> int:
        """How many edits are only in memory: on their way, or refused by the disk."""
        return self._holdings.store.unsaved

    def refresh(self) -> frozenset[str]:
        """Take in what other programs wrote; ids of the articles concerned.

        Where tags or corrections changed, these are all known ones.
        """
        from reader.library.sidecars import article_of
        from reader.library.store import CODEBOOK, CORRECTIONS

        changed = self._holdings.store.refresh()
        if any(file.path.name in (CODEBOOK, CORRECTIONS) for file in changed):
            changed = self._holdings.store.sidecars.known
        return frozenset(article_of(file) for file in changed)

    def close(self) -> None:
        """Wait until everything is on the disk."""
        self._holdings.store.close()
