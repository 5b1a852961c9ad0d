"""Earlier texts of annotated articles: kept compressed by their hash, so that passages can be followed through edits.

TEXTS/ab/abcdef….z      one version, 9,000 characters in about 4 KB
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from pathlib import Path

from reader.library import files


class Texts:
    """Versions of texts in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, text_sha256: str) -> bool:
        return self._path(text_sha256).exists()

    def text(self, text_sha256: str) -> str | None:
        """The text with that hash; None where it was not kept, or is not what it was."""
        try:
            content = zlib.decompress(files.read(self._path(text_sha256))[0])
        except (OSError, zlib.error):
            return None
        return content.decode("utf-8", "surrogatepass") if sha256(content).hexdigest() == text_sha256 else None

    def keep(self, text_sha256: str, text: str) -> None:
        """Write a version durably; nothing happens if it is there already."""
        if text_sha256 not in self:
            path = self._path(text_sha256)
            files.make_folder(path.parent)
            files.write(path, zlib.compress(text.encode("utf-8", "surrogatepass")))

    def _path(self, text_sha256: str) -> Path:
        return self._folder / text_sha256[:2] / f"{text_sha256}.z"
