"""Which articles a command works on: folders and files as given in, every file in them once out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.paths import existing
from reader.library.analyses import File
from reader.library.catalogue import entries
from reader.sources import article_id


def articles_in(names: Sequence[str]) -> list[File]:
    """The articles of the folders and files called `names`, each once, in the order of their ids.

    Ids count from the folder that is given, or from the one that holds all of several.
    """
    paths = [Path(os.path.abspath(existing(name))) for name in names]
    root = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))
    found = {file for path in paths for file in _files(path)}
    return [File(path, root) for path in sorted(found, key=lambda path: (article_id(path, root), path))]


def _files(path: Path) -> Iterator[Path]:
    """The articles of a folder; a single file whatever its name."""
    if path.is_dir():
        yield from (entry.path for entry in entries(path, path))
    else:
        yield path
