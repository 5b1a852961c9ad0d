"""A path in, its bytes out, whatever stands there: never waits, never follows a pipe, never reads without an end."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from reader.sources.unreadable import Unreadable
from reader.text.safe import safe_line

MEGABYTE = 1 << 20
WHOLE = 64 * MEGABYTE
"""More of one file is not read."""
ENDLESS = 8 * MEGABYTE
"""More is not read of a file that has a line longer than LONG_LINE so early: it is no article."""
LONG_LINE = MEGABYTE

# Without O_NONBLOCK, opening a named pipe waits for a writer for ever.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))

_REASONS = {
    errno.ENOENT: "no longer there",
    errno.ENOTDIR: "no longer there",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "a link that leads nowhere",
    errno.ENXIO: "not a regular file",
    errno.ENODEV: "not a regular file",
    errno.ENAMETOOLONG: "its name is too long",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The first bytes of a file, and whether they are all of it."""

    data: bytes
    complete: bool


def load(path: Path) -> Loaded:
    """All bytes of a regular file, up to WHOLE (or ENDLESS).  Raises Unreadable with the reason."""
    try:
        descriptor = os.open(path, _FLAGS)
    except ValueError:
        raise Unreadable("its name is not allowed here") from None
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("a folder, not a file" if stat.S_ISDIR(status.st_mode) else "not a regular file")
        return _read(descriptor, status.st_size)
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    finally:
        os.close(descriptor)


def _read(descriptor: int, size: int) -> Loaded:
    """All parts of a file; a small one that ends where its `size` says is read at once.  Some files lie about it."""
    if 0 < size < MEGABYTE:
        data = os.read(descriptor, size + 1)
        if len(data) == size:
            return Loaded(data, complete=True)
        os.lseek(descriptor, 0, os.SEEK_SET)
    parts: list[bytes] = []
    length = 0
    limit = WHOLE
    while part := os.read(descriptor, MEGABYTE):
        parts.append(part)
        length += len(part)
        # Only a file that goes on behind ENDLESS is worth the look at its lines.
        if length > ENDLESS >= length - len(part) and _has_endless_line(b"".join(parts)):
            limit = ENDLESS
        if length > limit:
            return Loaded(b"".join(parts)[:limit], complete=False)
    return Loaded(b"".join(parts), complete=True)


def _has_endless_line(data: bytes) -> bool:
    start = 0
    while start + LONG_LINE < len(data):
        end = start + LONG_LINE
        start = max(data.rfind(b"\n", start, end), data.rfind(b"\r", start, end)) + 1
        if start <= 0 or start == end - LONG_LINE:
            return True
    return False


def _reason(error: OSError) -> str:
    known = _REASONS.get(error.errno or 0)
    return known or safe_line(f"cannot be read: {error.strerror or error}")
