"""Which file holds which article's annotations, over renaming and moving: an article's id and hash in, its file out.

Each file says itself which article it belongs to, so there is no list that could be lost or disagree.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from reader.library.conflicts import original
from reader.library.record_file import RecordFile
from reader.library.tables import HEAD, said_first

TABLE = "annotations"
Said = Mapping[str, Any]
"""Which article a file belongs to (`path`), and the hash of its text when it was read last (`text_sha256`)."""
_UNSAFE = re.compile(r"[^\w-]+")


class Sidecars:
    """The files in one folder, loaded (by `load`) when they are first needed."""

    def __init__(self, folder: Path, load: Callable[[RecordFile], None]) -> None:
        self._folder = folder
        self._load = load
        self._files: dict[str, RecordFile] = {}
        self._arriving: dict[str, RecordFile] = {}
        """Those that are being loaded: who wants one, too, must not read ten megabytes a second time."""
        self._heads: dict[str, Said] | None = None
        self._complete = False
        self._turn = Lock()
        """Who wants all of them: two threads share the work."""
        self._seen = set(self.names())

    def named(self, name: str) -> RecordFile:
        """The file called `name`, which may not exist yet."""
        if name not in self._files:
            file = self._arriving.setdefault(name, RecordFile(self._folder / name, TABLE))
            self._load(file)  # waits while another thread does so
            self._files.setdefault(name, file)
            self._arriving.pop(name, None)
        return self._files[name]

    def all(self) -> Iterator[RecordFile]:
        """Every file that there is, those included that are not written yet; each is loaded when its turn comes."""
        known = self.known
        yield from known
        if not self._complete:
            passed = {file.path.name for file in known}
            for name in self.names():
                if name not in passed:
                    with self._turn:
                        file = self.named(name)
                    yield file
            self._complete = True

    @property
    def known(self) -> list[RecordFile]:
        """The files that are loaded already."""
        return list(self._files.values())

    def new(self) -> list[RecordFile]:
        """The files that others have made since this was last asked."""
        found = [name for name in self.names() if name not in self._seen and name not in self._files]
        self._seen.update(found)
        return [self.named(name) for name in found]

    def names(self) -> Iterator[str]:
        """The names of the files on the disk."""
        try:
            with os.scandir(self._folder) as entries:
                yield from (entry.name for entry in entries if _is_sidecar(entry.name))
        except (FileNotFoundError, NotADirectoryError):
            return

    def of(self, article_id: str) -> RecordFile | None:
        """The file that says it belongs to that article."""
        expected = self._folder / name_for(article_id)
        if expected.name in self._files or expected.exists():
            file = self.named(expected.name)
            if article_of(file) in (article_id, ""):
                return file
        return next((self.named(name) for name, said in self.heads().items() if said.get("path") == article_id), None)

    def heads(self) -> dict[str, Said]:
        """What each file says about itself, by the file's name; without loading any."""
        if self._heads is None:
            self._heads = {name: self._head(name) for name in self.names()}
        return self._heads | {name: file.said for name, file in self._files.items()}

    def _head(self, name: str) -> Said:
        try:
            with open(self._folder / name, "rb") as file:
                said = said_first(file.read(HEAD))
        except OSError:
            return {}
        return said if said is not None else self.named(name).said

    def made_for(self, article_id: str) -> RecordFile:
        """A file for an article that has none."""
        name = name_for(article_id)
        if name in self._files and article_of(self._files[name]) not in (article_id, ""):
            name = name_for(f"{article_id} again")  # the article that had this name has moved away
        file = self.named(name)
        file.say(path=article_id)
        return file


def article_of(file: RecordFile) -> str:
    """The id of the article that a file belongs to; "" while that is not known."""
    return str(file.said.get("path", ""))


def name_for(article_id: str) -> str:
    """The name of a new file for the annotations of an article: readable, and different for every article."""
    stem = _UNSAFE.sub("-", article_id.rpartition("/")[2].rpartition(".")[0] or article_id).strip("-")[:60]
    return f"{stem or 'article'}.{sha256(article_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.json"


def _is_sidecar(name: str) -> bool:
    return name.endswith(".json") and not name.startswith(".") and not original(name)
