"""Earlier texts of annotated articles: kept compressed by their hash, so that passages can be followed through edits.

TEXTS/ab/abcdef….z      one version, 9,000 characters in about 4 KB
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from pathlib import Path

from reader.library import files


class Texts:
    """Versions of texts in one folder, and those that wait to be written there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, str] = {}

    def text(self, text_sha256: str) -> str | None:
        """The text with that hash; None where it was not kept, or is not what it was."""
        if text_sha256 in self._waiting:
            return self._waiting[text_sha256]
        try:
            content = zlib.decompress(files.read(self._path(text_sha256))[0])
        except (OSError, zlib.error):
            return None
        return content.decode("utf-8", "surrogatepass") if sha256(content).hexdigest() == text_sha256 else None

    def keep(self, text_sha256: str, text: str) -> None:
        """Keep a version, from the next writing on."""
        if not self._path(text_sha256).exists():
            self._waiting[text_sha256] = text

    def write_one(self) -> bool:
        """Put one waiting text on the disk; False where none waits.  A failure (OSError) leaves it waiting."""
        text_sha256, text = next(iter(self._waiting.items()), ("", ""))
        if not text_sha256:
            return False
        path = self._path(text_sha256)
        files.make_folder(path.parent)
        files.write(path, zlib.compress(text.encode("utf-8", "surrogatepass")))
        del self._waiting[text_sha256]
        return True

    def _path(self, text_sha256: str) -> Path:
        return self._folder / text_sha256[:2] / f"{text_sha256}.z"
