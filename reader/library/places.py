"""Where a library is and where its annotations are kept: a path to open in, folders and what to tell the user out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reader.folders import bundled, folder
from reader.library.errors import LibraryError

STORE = ".reader"
_MADE = ("annotations", "corrections.json")
"""What makes a folder a library: somebody has kept something there."""


@dataclass(frozen=True, slots=True)
class Place:
    """What opening a path comes to."""

    root: Path
    """The folder that article ids count from."""
    below: Path
    """The folder or the one file whose articles are shown."""
    store: Path
    """Where annotations are kept; may not exist yet."""
    notice: str = ""


def place_of(path: Path) -> Place:
    """The library that `path` (a folder or a file) is or belongs to.  Raises LibraryError if it cannot be reached."""
    try:
        path.stat()
    except OSError as error:
        raise LibraryError(f"{path}: {error.strerror or error}") from error
    path = Path(os.path.abspath(path))
    library = _library_above(path)
    if library is not None:
        notice = "" if library == path else f"part of the library {library}"
        return _checked(Place(library, path, library / STORE, notice))
    root = path if path.is_dir() else path.parent
    place = Place(root, path, root / STORE)
    if path != root:
        return _elsewhere(place, "a single file")
    if root == bundled("sample_corpus").resolve():
        return _elsewhere(place, "the sample corpus")
    return _elsewhere(place, "begun with a single file") if _own(root).exists() else _checked(place)


def _library_above(path: Path) -> Path | None:
    """The nearest folder, from `path` upwards, that has a store."""
    folders = (path, *path.parents)
    return next((above for above in folders if any((above / STORE / made).exists() for made in _MADE)), None)


def _checked(place: Place) -> Place:
    if not os.access(place.store if place.store.exists() else place.root, os.W_OK):
        return _elsewhere(place, "this folder cannot be written to")
    return place


def _elsewhere(place: Place, why: str) -> Place:
    """`place` with its store in the user's own folder."""
    store = _own(place.root)
    return Place(place.root, place.below, store, f"{why}: annotations are kept in {store}")


def _own(root: Path) -> Path:
    """The store for the folder `root` among the user's own files."""
    name = f"{root.name or 'root'}-{sha256(os.fsencode(root)).hexdigest()[:12]}"
    return folder("data") / "libraries" / name
