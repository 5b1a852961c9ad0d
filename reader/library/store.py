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
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import RLock

from reader.annotations import now
from reader.library import backups, files
from reader.library.errors import Damaged, StoreError
from reader.library.history import History, Located, Step
from reader.library.lock import Lock
from reader.library.patch import Patch
from reader.library.record_file import RecordFile
from reader.library.sidecars import Sidecars
from reader.library.texts import Texts

CODEBOOK = "library.json"
CORRECTIONS = "corrections.json"
_TABLES = {CODEBOOK: "tags", CORRECTIONS: "corrections"}
"""Files of the whole library, and the table in each."""


class Store:
    """All stored files of one library.  `notices` collects what the user must be told."""

    def __init__(self, folder: Path, root: Path, writable: bool = True) -> None:
        self.folder = folder
        self._root = root
        self.writable = writable
        self.notices: list[str] = []
        self.history = History(folder / "history.jsonl")
        self.sidecars = Sidecars(folder / "annotations", self._load)
        self._whole: dict[str, RecordFile] = {}
        self._lock = Lock(folder / ".lock")
        self._disk = RLock()
        self.texts = Texts(folder / "texts")
        self._texts: dict[str, str] = {}
        self._backed_up: set[Path] = set()
        self._writer = ThreadPoolExecutor(1, "annotations")
        self.saving: Future[None] = Future()
        """Of the latest change: done when it is on the disk."""
        self.saving.set_result(None)

    @property
    def codebook(self) -> RecordFile:
        return self.file(CODEBOOK)

    @property
    def corrections(self) -> RecordFile:
        return self.file(CORRECTIONS)

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
        """Make a change that can be undone."""
        patches = tuple(patches)
        self.history.add(label, patches)
        return self._apply(patches)

    def keep_text(self, text_sha256: str, text: str) -> None:
        """Keep a version of an article's text together with what is stored next."""
        if text_sha256 not in self.texts:
            self._texts[text_sha256] = text

    def derive(self, file: RecordFile, patches: Iterable[Patch] = ()) -> Future[None]:
        """Keep what the program worked out by itself, and what `file` says about itself."""
        file.add(patches)
        return self._submit([file])

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
        with self._disk:
            changed = [file for file in self._files() if files.stamp(file.path) != file.stamp]
            for file in changed:
                self._load(file)
            return changed + self.sidecars.new()

    def close(self) -> None:
        """Wait until everything is written."""
        if self.unsaved and self.writable:
            self._submit(self._files())
        self._writer.shutdown()

    def _files(self) -> list[RecordFile]:
        return [*self._whole.values(), *self.sidecars.known]

    def _apply(self, patches: tuple[Located, ...]) -> Future[None]:
        concerned: dict[Path, RecordFile] = {}
        for name, patch in patches:
            file = self.file(name)
            file.add((patch,))
            concerned[file.path] = file
        return self._submit(list(concerned.values()))

    def _submit(self, concerned: list[RecordFile]) -> Future[None]:
        # A future of our own: whoever waits for it may stop waiting, but cannot stop the writing.
        done: Future[None] = Future()
        self.saving = done
        done.set_running_or_notify_cancel()
        self._writer.submit(self._save, done, concerned)
        return done

    def _save(self, done: Future[None], concerned: list[RecordFile]) -> None:
        """Write the history, then what `concerned` have pending, then what was refused earlier."""
        try:
            with self._disk:
                self._write(concerned)
        except Exception as error:  # whatever it is, whoever waits must hear of it
            done.set_exception(error if isinstance(error, StoreError) else StoreError(f"not saved: {error}"))
        else:
            done.set_result(None)

    def _write(self, concerned: list[RecordFile]) -> None:
        if not self.writable:
            raise StoreError(f"{self.folder} cannot be written to")
        if not self._root.is_dir():  # a disk that was taken out; writing would start an empty library in its place
            raise StoreError(f"{self._root} is no longer there")
        files.make_folder(self.folder)
        with self._lock:
            for text_sha256, text in list(self._texts.items()):
                self.texts.keep(text_sha256, text)
                del self._texts[text_sha256]
            self.history.flush()
            for file in concerned:
                self._flush(file)
            for file in self._files():
                if file.unsaved:
                    with suppress(StoreError, OSError):
                        self._flush(file)

    def _flush(self, file: RecordFile) -> None:
        if not file.unsaved:
            return
        if file.path not in self._backed_up:
            backups.keep(file.path, self.folder / "backups")
            self._backed_up.add(file.path)
        try:
            file.flush()
        except Damaged:
            self._recover(file)
            file.flush()

    def _load(self, file: RecordFile) -> None:
        """Load a file; one that is damaged is replaced by its newest backup, brought up to date."""
        try:
            file.load()
        except Damaged as damage:
            self.notices.append(f"{file.path.name} is damaged ({damage})")
            if self.writable:
                with self._disk, self._lock:
                    self._recover(file)
                    file.load()
        except OSError as error:
            self.notices.append(f"{file.path.name} cannot be read: {error.strerror or error}")

    def _recover(self, file: RecordFile) -> None:
        """Move a damaged file aside and put in its place what backup and history know; the lock is held."""
        backup = backups.newest(file.path, self.folder / "backups")
        aside = backups.move_aside(file.path, self.folder / "damaged")
        patches = self.history.patches_for(file.path.name)
        backups.restore(file.path, backups.rebuilt(backup or {}, file.table, patches))
        source = "its newest backup and the history" if backup else "the history"
        self.notices.append(f"{file.path.name} has been restored from {source}; the damaged file is kept as {aside}")
