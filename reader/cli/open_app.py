"""`reader [PATH]`: opens the app on a folder or a single file; the only command that needs a screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from reader import __version__
from reader.cli.console import Refused
from reader.cli.paths import existing

COMMANDS = """\
commands that need no screen:
  reader quotes PATH...   every quotation, under the person who said it
  reader export PATH      highlights, notes and quotations, to take away
  reader list PATH        the articles of a folder with their counts
  reader annotate FILE    highlights words in an article, for scripts
  reader check PATH       whether every annotation still stands on its words
  reader doctor PATH      what is wrong with the files of annotations; --fix mends it
  reader keys             every key and what it does
  reader settings         what is set, and by which file; --write makes one to edit
  reader paths [PATH]     where settings, records and everything else are kept
Each has its own --help.  A folder named like a command is opened as ./quotes."""


def run(arguments: Sequence[str]) -> int:
    """Open the app and stay in it until the user quits."""
    name = _path_in(arguments)
    path = existing(name) if name is not None else None
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused("the reader needs a terminal; reader list, quotes and export do not")
    # What is made at the start stays: looking for garbage in it costs 15 ms.  ReadingScreen switches this on again.
    gc.disable()
    from reader.library import LibraryError
    from reader.settings import SettingsError, read_settings
    from reader.ui.first_page import FirstPage
    from reader.ui.start import prepare

    try:
        start = prepare(path, read_settings())
        with start.library, FirstPage(start) as page:
            from reader.ui.app import run as run_app
            from reader.ui.wishes import keys_of, theme_of

            theme_of(start.settings)
            keys_of(start.settings)
            return run_app(start, page)
    except (LibraryError, SettingsError) as problem:
        raise Refused(str(problem)) from problem


def _path_in(arguments: Sequence[str]) -> str | None:
    """The path that was given, if one was.  Most calls are just that, and argparse takes 10 ms to import."""
    if not arguments:
        return None
    if len(arguments) == 1 and not arguments[0].startswith("-"):
        return arguments[0]
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    parser = ArgumentParser(
        prog="reader",
        description="Read the news closely: read, annotate, see who said what, take it away.",
        epilog=COMMANDS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", metavar="PATH", nargs="?", help="a folder of articles or one file; else the last one")
    parser.add_argument("--version", action="version", version=f"Close Reader {__version__}")
    chosen: str | None = parser.parse_args(arguments).path
    return chosen
