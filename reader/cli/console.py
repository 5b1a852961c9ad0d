"""What a command says: text in, UTF-8 on stdout and stderr out, in any locale, with nothing that steers a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper

from reader.text.safe import safe, safe_line

CLOSED_PIPE = 141
"""What a shell reports for a program ended by SIGPIPE."""


class Refused(Exception):
    """The command cannot do what was asked; the message is for the user, in one line."""


def prepare_streams() -> None:
    """Make stdout and stderr UTF-8 with plain newlines; what UTF-8 cannot hold (lone surrogates) becomes "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def complain(message: str) -> None:
    """One line on stderr."""
    print(f"reader: {safe_line(message)}", file=sys.stderr)


def show(chunks: Iterable[str], *, are_safe: bool = False) -> None:
    """Print on stdout; raises `Refused` where that cannot be written, BrokenPipeError where nobody reads it.

    What steers a terminal is taken out of chunks unless it is known that they `are_safe`.
    """
    if sys.stdout is None:  # closed by whoever started us
        return
    try:
        for chunk in chunks:
            sys.stdout.write(chunk if are_safe else safe(chunk))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise Refused(f"standard output: {error.strerror}") from error


def reader_went_away() -> int:
    """End quietly when whoever read our output (`head`, a pager) has closed it; returns the exit status for that."""
    _drop_output()
    return CLOSED_PIPE


def _drop_output() -> None:
    """Send what is left of stdout nowhere: Python flushes it once more when it exits, and would fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
