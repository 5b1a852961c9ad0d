"""Writing an export to a file: all of it or nothing, and never over somebody else's work.

Markdown that we write to a file ends with a seal, a comment with the hash of everything above it.  A file whose seal
still fits is ours and unedited, and may be replaced.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from reader import __version__

_SEAL = re.compile(r"\n<!-- Written by Close Reader \S+, sha256 ([0-9a-f]{64}) -->\n\Z")


class NotOurs(Exception):
    """The file exists, and we did not write it, or somebody has edited it since."""


def sealed(markdown: str) -> str:
    """`markdown` with a seal at its end."""
    return f"{markdown}\n<!-- Written by Close Reader {__version__}, sha256 {_digest(markdown)} -->\n"


def ours(text: str) -> bool:
    """True for sealed Markdown that nobody has changed."""
    seal = _SEAL.search(text)
    return seal is not None and seal[1] == _digest(text[: seal.start()])


def may_be_precious(path: Path) -> bool:
    """Does a file stand there that `save` would not replace unless it is told to?  One that cannot be read may be."""
    try:
        return path.is_file() and not ours(path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return True


def save(text: str, path: Path, *, replace: bool = False) -> None:
    """Write `text` as UTF-8; raises `NotOurs` rather than overwrite, unless `replace`, and OSError.

    What stands there already stays whole until the new file is on disk.  Symbolic links stay links; devices and pipes
    are written to as they are.
    """
    content = text.encode("utf-8", "replace")
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    if target.exists():
        before = target.read_bytes()
        if before == content:
            return
        if not replace and not ours(before.decode("utf-8", "replace")):
            raise NotOurs(f"{path} exists and was not written by reader, or has been edited since")
    _write_whole(content, target)


def _write_whole(content: bytes, target: Path) -> None:
    temporary = target.with_name(f".reader-export-{os.getpid()}.part")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
