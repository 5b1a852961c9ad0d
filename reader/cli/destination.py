"""Where a command's answer goes: stdout, or the file named with `-o`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from reader.cli.console import Refused, show
from reader.export.saving import NotOurs, save, sealed


def add_output_arguments(parser: ArgumentParser) -> None:
    """The options `-o` and `--force`."""
    parser.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of stdout")
    parser.add_argument("--force", action="store_true", help="replace OUT even if reader did not write it")


def deliver(text: str, output: str | None, *, force: bool = False, markdown: bool = False) -> None:
    """Print or save `text`; raises `Refused`, with the reason, where it cannot be saved."""
    if output is None or output == "-":
        show([text])
        return
    try:
        save(sealed(text) if markdown else text, Path(output), replace=force)
    except NotOurs as problem:
        raise Refused(f"{problem}; --force replaces it") from problem
    except OSError as error:
        raise Refused(f"{output}: {error.strerror}") from error
