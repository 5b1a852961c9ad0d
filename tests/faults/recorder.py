"""Everything that is done to files below one folder, noted in order: for thinking about what a power cut leaves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Kind(Enum):
    """What can be done to a disk: to a file's content, or to the names in a folder."""

    WRITE = "write"
    CUT = "cut"
    SYNC = "sync"
    CREATE = "create"
    RENAME = "rename"
    LINK = "link"
    REMOVE = "remove"
    MAKE_FOLDER = "make folder"
    SYNC_FOLDER = "sync folder"


@dataclass(frozen=True)
class Operation:
    """`file` is the number of a file (0 where it is about none); paths are absolute."""

    kind: Kind
    path: str = ""
    file: int = 0
    content: bytes = b""
    offset: int = 0
    """Where content was written, or how long the file is after a cut."""
    old_path: str = ""


@dataclass
class Recorder:
    """Notes operations below `root` while `recording`."""

    root: str
    operations: list[Operation] = field(default_factory=list)
    _files: dict[str, int] = field(default_factory=dict)
    """Number of the file at each path."""
    _open: dict[int, int | str] = field(default_factory=dict)
    """Descriptor to the number of its file or the path of its folder."""

    @contextmanager
    def recording(self) -> Iterator[None]:
        names = ("open", "write", "fsync", "ftruncate", "replace", "link", "unlink", "mkdir", "close")
        self._real = {name: getattr(os, name) for name in names}
        try:
            for name in names:
                setattr(os, name, getattr(self, name))
            yield
        finally:
            for name, function in self._real.items():
                setattr(os, name, function)

    def open(self, path: Any, flags: int, mode: int = 0o777, **options: Any) -> int:
        name = os.fspath(path)
        existed = os.path.lexists(name)
        descriptor: int = self._real["open"](path, flags, mode, **options)
        if not str(name).startswith(self.root) or name.endswith(".lock"):
            return descriptor
        if os.path.isdir(name):
            self._open[descriptor] = name
            return descriptor
        if not existed:
            self._files[name] = len(self.operations) + 1
            self._add(Kind.CREATE, name, self._files[name])
        if name in self._files:  # files that were there before are only read
            self._open[descriptor] = self._files[name]
            if existed and flags & os.O_TRUNC:
                self._add(Kind.CUT, file=self._files[name])
        return descriptor

    def write(self, descriptor: int, content: bytes) -> int:
        end = os.fstat(descriptor).st_size
        written: int = self._real["write"](descriptor, content)
        file = self._open.get(descriptor)
        if isinstance(file, int):  # both ways of writing that the library has write at the end
            self._add(Kind.WRITE, file=file, content=bytes(content[:written]), offset=end)
        return written

    def fsync(self, descriptor: int) -> None:
        about = self._open.get(descriptor)
        if isinstance(about, int):
            self._add(Kind.SYNC, file=about)
        elif about is not None:
            self._add(Kind.SYNC_FOLDER, about)

    def ftruncate(self, descriptor: int, length: int) -> None:
        self._real["ftruncate"](descriptor, length)
        file = self._open.get(descriptor)
        if isinstance(file, int):
            self._add(Kind.CUT, file=file, offset=length)

    def replace(self, source: Any, target: Any) -> None:
        self._real["replace"](source, target)
        old, new = os.fspath(source), os.fspath(target)
        if old in self._files:
            self._files[new] = self._files.pop(old)
            self._add(Kind.RENAME, new, self._files[new], old_path=old)

    def link(self, source: Any, target: Any, **options: Any) -> None:
        self._real["link"](source, target, **options)
        if (file := self._files.get(os.fspath(source))) is not None:
            self._files[os.fspath(target)] = file
            self._add(Kind.LINK, os.fspath(target), file)

    def unlink(self, path: Any, **options: Any) -> None:
        self._real["unlink"](path, **options)
        if self._files.pop(os.fspath(path), None) is not None:
            self._add(Kind.REMOVE, os.fspath(path))

    def mkdir(self, path: Any, mode: int = 0o777, **options: Any) -> None:
        self._real["mkdir"](path, mode, **options)
        if os.fspath(path).startswith(self.root):
            self._add(Kind.MAKE_FOLDER, os.fspath(path))

    def close(self, descriptor: int) -> None:
        self._open.pop(descriptor, None)
        self._real["close"](descriptor)

    def _add(
        self, kind: Kind, path: str = "", file: int = 0, content: bytes = b"", offset: int = 0, old_path: str = ""
    ) -> None:
        self.operations.append(Operation(kind, path, file, content, offset, old_path))
