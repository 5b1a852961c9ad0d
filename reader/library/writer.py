"""The one thread that writes: files with something pending in, futures out that are done when it is on the disk.

In order; the history before the files, so that a change that was cut short can be undone.  What the disk refuses stays
pending and is tried again with the next change.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import RLock

from reader.library import files
from reader.library.errors import Damaged, StoreError
from reader.library.history import History
from reader.library.lock import Lock
from reader.library.mending import Mending
from reader.library.record_file import RecordFile
from reader.library.texts import Texts


class Writer:
    """Writes into the store `folder`, which is made when there is something to write and `root` is there."""

    def __init__(self, folder: Path, root: Path, history: History, texts: Texts, mending: Mending) -> None:
        self._folder = folder
        self._root = root
        self._history = history
        self._texts = texts
        self._mending = mending
        self._refused: set[RecordFile] = set()
        self._thread = ThreadPoolExecutor(1, "annotations")
        self.lock = Lock(folder / ".lock")
        """Between processes; taken inside `disk`."""
        self.disk = RLock()
        """Between the threads of this process: whoever reads or writes stored files holds it."""
        self.saving: Future[None] = Future()
        """Of the latest change."""
        self.saving.set_result(None)

    def save(self, concerned: Iterable[RecordFile]) -> Future[None]:
        """Write what these files have pending; StoreError in the future when that fails."""
        # A future of our own: whoever waits for it may stop waiting, but cannot stop the writing.
        done: Future[None] = Future()
        self.saving = done
        done.set_running_or_notify_cancel()
        self._thread.submit(self._save, done, list(concerned))
        return done

    def close(self) -> None:
        """Wait until everything is written."""
        self._thread.shutdown()

    def _save(self, done: Future[None], concerned: list[RecordFile]) -> None:
        try:
            with self.disk:
                self._write(concerned)
        except Exception as error:  # whatever it is, whoever waits must hear of it
            done.set_exception(error if isinstance(error, StoreError) else StoreError(f"not saved: {error}"))
            return
        done.set_result(None)
        with self.disk, suppress(OSError):  # nobody waits any more: time for what only makes it safer
            self._texts.write()
            if self.saving is done:
                self._history.sync()

    def _write(self, concerned: list[RecordFile]) -> None:
        if not self._root.is_dir():  # a disk that was taken out; writing would start an empty library in its place
            raise StoreError(f"{self._root} is no longer there")
        self._refused.update(concerned)
        files.make_folder(self._folder)
        with self.lock:
            self._history.flush()
            for file in concerned:
                self._flush(file)
            for file in list(self._refused):
                with suppress(StoreError, OSError):
                    self._flush(file)

    def _flush(self, file: RecordFile) -> None:
        if file.unsaved:
            self._mending.keep(file)
            try:
                file.flush()
            except Damaged:
                self._mending.mend(file)
                file.flush()
        self._refused.discard(file)
