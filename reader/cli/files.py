"""Which articles a command works on: folders and files as given in, every file in them once out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.paths import existing
from reader.library.analyses import File
from reader.sources import is_article


def articles_in(names: Sequence[str]) -> list[File]:
    """The articles of the folders and files called `names`, each once, in the order of their ids.

    Ids count from the folder that is given, or from the one that holds all of several.
    """
    paths = [existing(name).absolute() for name in names]
    root = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))
    found = {file for path in paths for file in (_files_under(path) if path.is_dir() else [path])}
    return [File(path, root) for path in sorted(found, key=lambda path: path.relative_to(root).as_posix())]


def _files_under(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here, name) for name in names if is_article(name))
