"""What is wrong with a store, and the mending of it: a path in, findings out.

Nothing is thrown away: damaged files are kept aside, conflict copies are merged and kept, and an article that is gone
leaves its annotations where they are.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from reader.library import files
from reader.library.conflicts import copies_in, original, patches_from
from reader.library.errors import Damaged
from reader.library.places import place_of
from reader.library.sidecars import article_of
from reader.library.store import Store
from reader.library.tables import decode


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that is wrong with a store."""

    path: Path
    problem: str
    mended: bool = False


class Doctor:
    """Examines one store; with `fix` it also mends what can be mended without losing anything."""

    def __init__(self, path: Path, fix: bool = False) -> None:
        place = place_of(path)
        self._root = place.root
        self._fix = fix
        self._store = Store(place.store, place.root, writable=fix)

    def examine(self) -> list[Ailment]:
        """Everything that is wrong, in the order in which it is looked for."""
        found = [*self._damaged(), *self._conflicts(), *self._doubles(), *self._left_alone(), *self._abandoned()]
        self._store.close()
        return found

    def _damaged(self) -> list[Ailment]:
        """Files that cannot be read; loading one restores it from its backup and the history."""
        found = []
        folder = self._store.folder
        sidecars = [folder / "annotations" / name for name in sorted(self._store.sidecars.names())]
        for path in [*(path for path in sorted(folder.glob("[!.]*.json")) if not original(path.name)), *sidecars]:
            try:
                decode(files.read(path)[0])
            except (Damaged, OSError) as problem:
                if self._fix:
                    self._store.file(path.name)
                found.append(Ailment(path, str(problem), mended=self._fix and _is_whole(path)))
        return found

    def _conflicts(self) -> list[Ailment]:
        """Copies of two machines; merging one is a change that can be undone, and the copy is kept aside."""
        folder = self._store.folder
        copies = [*copies_in(folder), *copies_in(folder / "annotations")]
        return [Ailment(copy, "a copy left by a sync conflict", self._fix and self._merge(copy)) for copy in copies]

    def _merge(self, copy: Path) -> bool:
        name = original(copy.name)
        try:
            patches = patches_from(copy, self._store.file(name).records)
        except Damaged:
            return False
        self._store.make(f"Merged a sync conflict of {name}", [(name, patch) for patch in patches]).result()
        files.make_folder(self._store.folder / "merged")
        os.replace(copy, self._store.folder / "merged" / copy.name)
        return True

    def _doubles(self) -> list[Ailment]:
        """Records of one id in several files: a file that was copied by hand."""
        homes = [(record_id, file) for file in self._store.sidecars.all() for record_id in file.ids]
        times = Counter(record_id for record_id, _ in homes)
        return [
            Ailment(file.path, f"{record_id} is in another file too")
            for record_id, file in homes
            if times[record_id] > 1
        ]

    def _left_alone(self) -> list[Ailment]:
        """Files of articles that are gone."""
        return [
            Ailment(file.path, f"its article is gone: {article_of(file)}")
            for file in self._store.sidecars.all()
            if not (self._root / article_of(file)).exists()
        ]

    def _abandoned(self) -> list[Ailment]:
        """Temporary files of programs that were killed."""
        folders = (self._store.folder, *(path for path in self._store.folder.rglob("*") if path.is_dir()))
        found = [path for folder in folders for path in files.abandoned(folder)]
        for path in found if self._fix else ():
            path.unlink(missing_ok=True)
        return [Ailment(path, "left by a program that was killed", self._fix) for path in found]


def _is_whole(path: Path) -> bool:
    try:
        decode(files.read(path)[0])
    except (Damaged, OSError):
        return False
    return True
