"""Which articles a command works on: folders and files as given in, every file in them once out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.paths import existing
from reader.library.analyses import File
from reader.sources import article_id


def articles_in(names: Sequence[str]) -> list[File]:
    """The articles of the folders and files called `names`, each once, in the order of their ids.

    Ids count from the folder that is given, or from the one that holds all of several.
    """
    paths = [Path(os.path.abspath(existing(name))) for name in names]
    root = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))
    found = {file for path in paths for file in _files(path, root)}
    return [File(path, root) for _, path in sorted(found)]


def _files(path: Path, root: Path) -> Iterator[tuple[str, Path]]:
    """The ids and paths of the articles of a folder; a single file whatever its name."""
    if path.is_dir():
        from reader.library.catalogue import entries

        yield from ((entry.id, entry.path) for entry in entries(root, path))
    else:
        yield article_id(path, root), path
