"""The one thread that writes: files with something pending in, futures out that are done when it is on the disk.

In order; the history before the files, so that a change that was cut short can be undone.  What the disk refuses stays
pending and is tried again with the next change.  What only makes it safer (earlier texts, syncing the history) waits
until nobody else wants the disk, and is done piece by piece: so no change ever waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Condition, RLock

from reader.library import files
from reader.library.errors import Damaged, StoreError
from reader.library.history import History
from reader.library.lock import Lock
from reader.library.mending import Mending
from reader.library.record_file import RecordFile
from reader.library.texts import Texts

QUIET = 0.05
"""Seconds without a change after which there is time for what can wait."""


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
        self._turn = Condition()
        self._waiting = 0
        """Changes that are not written yet; guarded by `_turn`."""
        self._has_written = False
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
        self._has_written = True
        self._wait_for_turn()
        self._thread.submit(self._save, done, list(concerned))
        return done

    def close(self) -> None:
        """Wait until everything is written."""
        if self._has_written:
            self._wait_for_turn()
            self._thread.submit(self._finish)
        self._thread.shutdown()

    def _wait_for_turn(self) -> None:
        with self._turn:
            self._waiting += 1
            self._turn.notify()

    def _save(self, done: Future[None], concerned: list[RecordFile]) -> None:
        try:
            with self.disk:
                self._write(concerned)
        except Exception as error:  # whatever it is, whoever waits must hear of it
            done.set_exception(error if isinstance(error, StoreError) else StoreError(f"not saved: {error}"))
        else:
            done.set_result(None)
        with self._turn:
            self._waiting -= 1
            if not self._waiting:
                self._thread.submit(self._tidy)

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

    def _tidy(self) -> None:
        """Do what can wait, until somebody comes."""
        quiet = QUIET
        while not self._is_wanted(quiet) and self._makes_safer():
            quiet = 0

    def _is_wanted(self, quiet: float) -> bool:
        """Does a change come within `quiet` seconds?  After it, `_tidy` has its turn again."""
        with self._turn:
            return self._turn.wait_for(lambda: self._waiting > 0, quiet)

    def _finish(self) -> None:
        while self._makes_safer():
            pass

    def _makes_safer(self) -> bool:
        """Do one piece of what can wait; whether there is more of it."""
        with self.disk, suppress(OSError):
            if self._texts.write_one():
                return True
            self._history.sync()
        return False
