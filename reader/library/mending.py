"""Damaged files made whole again, and what that needs: a backup of each file from before this run's first write."""

from __future__ import annotations

from pathlib import Path

from reader.library import backups
from reader.library.catalogue import entries
from reader.library.history import History
from reader.library.record_file import RecordFile
from reader.library.sidecars import name_for
from reader.library.tables import Tables


class Mending:
    """For the files of one store; what was mended is added to `notices`.  The caller holds the store's lock."""

    def __init__(self, folder: Path, root: Path, history: History, notices: list[str]) -> None:
        self._folder = folder
        self._root = root
        self._history = history
        self._notices = notices
        self._backed_up: set[Path] = set()

    def keep(self, file: RecordFile) -> None:
        """Keep the file as it is on the disk, once in a run."""
        if file.path not in self._backed_up:
            backups.keep(file.path, self._folder / "backups")
            self._backed_up.add(file.path)

    def mend(self, file: RecordFile) -> None:
        """Move a damaged file aside, untouched, and put in its place what its backup and the history know."""
        backup = backups.newest(file.path, self._folder / "backups")
        aside = backups.move_aside(file.path, self._folder / "damaged")
        patches = self._history.patches_for(file.path.name)
        backups.restore(file.path, backups.rebuilt(backup or {}, file.table, patches), self._said(file, backup))
        source = "its newest backup and the history" if backup else "the history"
        self._notices.append(f"{file.path.name} has been restored from {source}; the damaged file is kept as {aside}")

    def _said(self, file: RecordFile, backup: Tables | None) -> dict[str, str]:
        """Which article the file belongs to; without a backup, the one that a file of this name is made for."""
        if backup is not None:
            return {}
        articles = (entry.id for entry in entries(self._root, self._root) if name_for(entry.id) == file.path.name)
        article_id = next(articles, None)
        return {} if article_id is None else {"path": article_id}
