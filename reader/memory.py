"""What is remembered from one run to the next: convenient, and dispensable."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from reader.folders import folder


class Memory:
    """What is remembered from one run to the next: the last library, and where one was in each article.

    Convenient and dispensable: what cannot be read counts as forgotten, what cannot be written stays unwritten.
    """

    def __init__(self, kept_in: Path | None = None) -> None:
        self._folder = kept_in or folder("state")

    @property
    def last_library(self) -> Path | None:
        """The folder or file that was opened last, if it is still there."""
        path = self._recall("last.json").get("library")
        return Path(path) if isinstance(path, str) and os.path.exists(path) else None

    def remember_library(self, path: Path) -> None:
        self._keep("last.json", {"library": str(path.absolute())})

    def position(self, library: Path, article_id: str) -> int:
        """The source offset where one was in that article, 0 for the beginning."""
        offset = self._recall(_file_of("positions", library)).get(article_id, 0)
        return offset if isinstance(offset, int) else 0

    def remember_position(self, library: Path, article_id: str, offset: int) -> None:
        name = _file_of("positions", library)
        self._keep(name, {**self._recall(name), article_id: offset})

    def place_marks(self, library: Path) -> list[Any]:
        """The places in `library` that have a letter, as they were remembered."""
        kept = self._recall(_file_of("marks", library)).get("marks")
        return kept if isinstance(kept, list) else []

    def remember_place_marks(self, library: Path, marks: Sequence[Any]) -> None:
        self._keep(_file_of("marks", library), {"marks": marks})

    @property
    def widths(self) -> tuple[int, int]:
        """Cells of the library's list and of the side panel, 0 for as usual."""
        known = self._recall("widths.json")
        shelf, side = (known.get(name) for name in ("shelf", "side"))
        return shelf if isinstance(shelf, int) else 0, side if isinstance(side, int) else 0

    def remember_widths(self, shelf: int, side: int) -> None:
        self._keep("widths.json", {"shelf": shelf, "side": side})

    def searches(self) -> list[Any]:
        """What was searched for, latest first, as it was remembered."""
        kept = self._recall("searches.json").get("searches")
        return kept if isinstance(kept, list) else []

    def remember_searches(self, searches: Sequence[Any]) -> None:
        self._keep("searches.json", {"searches": searches})

    def _recall(self, name: str) -> dict[str, Any]:
        try:
            known = json.loads((self._folder / name).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _keep(self, name: str, known: Mapping[str, Any]) -> None:
        """Write all or nothing: a reader of the file never meets half of it."""
        path = self._folder / name
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="ascii")
            os.replace(unfinished, path)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()


def _file_of(folder: str, library: Path) -> str:
    """The name of what is remembered of `library`."""
    return f"{folder}/{sha256(os.fsencode(library.absolute())).hexdigest()[:16]}.json"
