"""The command line: arguments in, an exit status out.

Each command is a module that is imported only when it is asked for, so that a command without a screen never waits for
one and `reader keys` never waits for the library.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reader.cli.console import Refused, complain, prepare_streams, reader_went_away

USAGE = 2
"""Exit status for arguments that make no sense and for paths that do not exist."""
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reader` with `argv` (the process's own arguments if None); 0 is success, 1 nothing readable, 2 misuse."""
    prepare_streams()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except Refused as refusal:
        complain(str(refusal))
        return USAGE
    except BrokenPipeError:
        return reader_went_away()
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    """The first word chooses the command; a file or folder of that name is opened as `./quotes`."""
    try:
        match arguments[:1]:
            case ["quotes"]:
                from reader.cli.quotes import run
            case ["export"]:
                from reader.cli.export import run
            case ["list"]:
                from reader.cli.articles import run
            case ["annotate"]:
                from reader.cli.annotate import run
            case ["check"]:
                from reader.cli.check import run
            case ["doctor"]:
                from reader.cli.doctor import run
            case ["keys"]:
                from reader.cli.keys import run
            case ["settings"]:
                from reader.cli.settings import run
            case ["paths"]:
                from reader.cli.kept import run
            case _:
                from reader.cli.open_app import run as open_app

                return open_app(arguments)
        return run(arguments[1:])
    except SystemExit as end:  # how argparse says that it has answered (--help) or that it does not understand
        return end.code if isinstance(end.code, int) else USAGE
