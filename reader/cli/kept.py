"""`reader paths`: where everything is kept that is not an article.  A library in, its own places too."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.console import Refused, show
from reader.cli.paths import existing
from reader.folders import folder
from reader.library import LibraryError
from reader.library.places import place_of
from reader.memory import Memory
from reader.settings import settings_file


def run(arguments: Sequence[str]) -> int:
    """Print the places, one on a line."""
    parser = ArgumentParser(prog="reader paths", description="Where everything is kept that is not an article.")
    parser.add_argument("path", metavar="PATH", nargs="?", help="a library; else the one that was opened last")
    chosen = parser.parse_args(arguments).path
    library = existing(chosen) if chosen is not None else Memory().last_library
    places = {
        "settings": settings_file(),
        "templates": folder("config") / "templates",
        "state": folder("state"),
        "data": folder("data"),
    }
    try:
        if library is not None:
            place = place_of(library)
            places |= {"library": place.root, "annotations": place.store}
    except LibraryError as problem:
        raise Refused(str(problem)) from problem
    show(_lines(places))
    return 0


def _lines(places: dict[str, Path]) -> Iterator[str]:
    for name, path in places.items():
        yield f"{name:12} {path}{'' if path.exists() else '  (not there yet)'}\n"
