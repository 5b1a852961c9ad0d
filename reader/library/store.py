"""The store of a library: patches in, records out, and everything on the disk before it is called saved.

    STORE/library.json             tags
    STORE/corrections.json         what the reader knows better about who said what
    STORE/annotations/*.json       annotations, one file for each annotated article
    STORE/texts/                   every version of a text that has been annotated
    STORE/history.jsonl            every change, for undo and for rebuilding a damaged file
    STORE/backups/  damaged/       earlier versions, and files that could not be read any more
    STORE/.lock                    held while something is written

Memory is changed at once, on the calling thread; one thread writes, in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path

from reader.annotations import now
from reader.library import files
from reader.library.conflicts import copies_in
from reader.library.errors import Damaged, StoreError
from reader.library.glance import Glance
from reader.library.history import History, Located, Step
from reader.library.mending import Mending
from reader.library.patch import Patch
from reader.library.record_file import RecordFile
from reader.library.sidecars import Sidecars
from reader.library.texts import Texts
from reader.library.writer import Writer

CODEBOOK = "library.json"
CORRECTIONS = "corrections.json"
_TABLES = {CODEBOOK: "tags", CORRECTIONS: "corrections"}
"""Files of the whole library, and the table in each."""


class Store:
    """All stored files of one library.  `notices` collects what the user must be told."""

    def __init__(self, folder: Path, root: Path, writable: bool = True) -> None:
        self.folder = folder
        self.writable = writable
        self.notices: list[str] = []
        self.history = History(folder / "history.jsonl")
        self.texts = Texts(folder / "texts")
        self._whole: dict[str, RecordFile] = {}
        self._mending = Mending(folder, root, self.history, self.notices)
        self._writer = Writer(folder, root, self.history, self.texts, self._mending)
        self.sidecars = Sidecars(folder / "annotations", self._load)
        self._glance = Glance((folder, folder / "annotations"))
        self._tell_of_conflicts()

    @property
    def codebook(self) -> RecordFile:
        return self.file(CODEBOOK)

    @property
    def corrections(self) -> RecordFile:
        return self.file(CORRECTIONS)

    @property
    def saving(self) -> Future[None]:
        """The storing of the latest change: done when it is on the disk."""
        return self._writer.saving

    @property
    def unsaved(self) -> int:
        """How many patches are only in memory: being written, or refused by the disk."""
        return sum(file.unsaved for file in self._files())

    def file(self, name: str) -> RecordFile:
        """The file called `name`, loaded when it is first asked for."""
        if name not in _TABLES:
            return self.sidecars.named(name)
        if name not in self._whole:
            file = RecordFile(self.folder / name, _TABLES[name])
            self._load(file)
            self._whole[name] = file
        return self._whole[name]

    def make(self, label: str, patches: Iterable[Located]) -> Future[None]:
        """Make a change that can be undone; one that changes nothing is no step of the history."""
        patches = tuple(located for located in patches if located[1].after)
        if patches:
            self.history.add(label, patches)
        return self._apply(patches)

    def derive(self, file: RecordFile, patches: Iterable[Patch] = ()) -> Future[None]:
        """Keep what the program worked out by itself, and what `file` says about itself."""
        file.add(patches)
        return self._save([file])

    def undo(self, step: Step) -> None:
        """Take `step` (`history.to_undo()`) back."""
        time = now()
        self.history.mark("undone", step, time)
        self._apply(step.undone(time))

    def redo(self, step: Step) -> None:
        """Make `step` (`history.to_redo()`) again."""
        time = now()
        self.history.mark("redone", step, time)
        self._apply(step.redone(time))

    def refresh(self) -> list[RecordFile]:
        """Take in what other programs have written; the files that changed."""
        with self._writer.disk:
            if not self._glance.shows_change():
                return []
            changed = [file for file in self._files() if files.stamp(file.path) != file.stamp]
            for file in changed:
                self._load(file)
            return changed + self.sidecars.new()

    def update(self, names: Iterable[str]) -> None:
        """Take in what other programs have written to the files called `names`."""
        with self._writer.disk:
            for file in map(self.file, names):
                if files.stamp(file.path) != file.stamp:
                    self._load(file)

    def close(self) -> None:
        """Wait until everything is written."""
        if self.unsaved and self.writable:
            self._save(self._files())
        self._writer.close()

    def _tell_of_conflicts(self) -> None:
        copies = [*copies_in(self.folder), *copies_in(self.folder / "annotations")]
        if copies:
            names = ", ".join(copy.name for copy in copies)
            self.notices.append(f"two machines changed the same files; reader doctor --fix merges {names}")

    def _files(self) -> list[RecordFile]:
        return [*self._whole.values(), *self.sidecars.known]

    def _apply(self, patches: tuple[Located, ...]) -> Future[None]:
        concerned: dict[Path, RecordFile] = {}
        for name, patch in patches:
            file = self.file(name)
            file.add((patch,))
            concerned[file.path] = file
        return self._save(concerned.values())

    def _save(self, concerned: Iterable[RecordFile]) -> Future[None]:
        if self.writable:
            return self._writer.save(concerned)
        refused: Future[None] = Future()
        refused.set_exception(StoreError(f"{self.folder} cannot be written to"))
        return refused

    def _load(self, file: RecordFile) -> None:
        """Load a file; one that is damaged is mended first."""
        try:
            file.load()
        except Damaged as damage:
            self.notices.append(f"{file.path.name} is damaged ({damage})")
            if self.writable:
                self._mend(file)
        except OSError as error:
            self.notices.append(f"{file.path.name} cannot be read: {error.strerror or error}")

    def _mend(self, file: RecordFile) -> None:
        """Mend a damaged file; where that cannot be now, the next look at it tries again."""
        try:
            with self._writer.disk, self._writer.lock:
                self._mending.mend(file)
                file.load()
        except (StoreError, OSError) as problem:
            self.notices.append(f"{file.path.name} could not be mended yet: {problem}")
