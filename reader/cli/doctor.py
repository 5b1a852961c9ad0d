"""`reader doctor PATH [--fix]`: finds what is wrong with the files of a library and, if asked to, mends it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence

from reader.cli.console import Refused, show
from reader.cli.paths import existing
from reader.library import LibraryError
from reader.library.doctor import Ailment, Doctor

AILING = 1


def run(arguments: Sequence[str]) -> int:
    """Print every ailment; exit status 1 while something is left to be mended."""
    parser = ArgumentParser(prog="reader doctor", description="Examines the files where annotations are kept.")
    parser.add_argument("path", metavar="PATH", help="a folder of articles, or a single file")
    parser.add_argument("--fix", action="store_true", help="mend what can be mended without losing anything")
    chosen = parser.parse_args(arguments)
    try:
        ailments = Doctor(existing(chosen.path), chosen.fix).examine()
    except LibraryError as problem:
        raise Refused(str(problem)) from problem
    show(_report(ailments))
    return AILING if any(not ailment.mended for ailment in ailments) else 0


def _report(ailments: Sequence[Ailment]) -> Iterator[str]:
    for ailment in ailments:
        yield f"{ailment.path}: {ailment.problem}{' – mended' if ailment.mended else ''}\n"
    yield f"{len(ailments)} found, {sum(ailment.mended for ailment in ailments)} mended\n" if ailments else "healthy\n"
