"""One writer at a time: a lock between all processes of this machine, released by the system when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from reader.library.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_BUSY = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
_PAUSE = 0.001
PATIENCE = 10.0
"""Seconds to wait for another process; a write takes milliseconds."""


class Lock:
    """Held inside `with`; closing the file is what lets go.  Where the file system knows no locks there is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Lock:
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            self._wait()
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._release()

    def _wait(self) -> None:
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                _try(self._descriptor)
                return
            except OSError as error:
                if error.errno not in _BUSY:
                    return
            if time.monotonic() > give_up:
                raise StoreError(f"another program has held {self._path} for {PATIENCE:g} seconds")
            time.sleep(_PAUSE)

    def _release(self) -> None:
        os.close(self._descriptor)
        self._descriptor = -1
