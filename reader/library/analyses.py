"""Who says what in each of many files: files in, one outcome per file out, in the order given.

An article is read, analysed and let go; only its title and analysis stay, so that a folder of any size fits into
memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from reader.quotations import Analysis, analyse
from reader.sources import Unreadable, read


@dataclass(frozen=True, slots=True)
class File:
    """One file, and the folder that its article's id counts from."""

    path: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article that was read, by title, and what is said in it."""

    title: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why."""

    path: Path
    reason: str


Outcome: TypeAlias = Analysed | Unread


def analyses(files: Iterable[File]) -> Iterator[Outcome]:
    """Read and analyse one file after the other; nothing is skipped and nothing is raised for a file."""
    return map(_analysed, files)


def _analysed(file: File) -> Outcome:
    try:
        article = read(file.path, file.root)
    except Unreadable as problem:
        return Unread(file.path, str(problem))
    return Analysed(article.title, analyse(article))
