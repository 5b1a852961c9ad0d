"""`reader settings`: what is set, after the file has been checked; with --write, a file to edit."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.console import Refused, complain, show
from reader.settings import Settings, SettingsError, read_settings, settings_file, write_default_settings


def run(arguments: Sequence[str]) -> int:
    """Print the settings as they are in force, as TOML."""
    parser = ArgumentParser(prog="reader settings", description="What is set, and by which file.")
    parser.add_argument(
        "--write", action="store_true", help="write a commented file that changes nothing, to be edited"
    )
    chosen = parser.parse_args(arguments)
    try:
        if chosen.write:
            complain(f"written: {_written()}")
        settings = read_settings()
        # Imported for the sake of its checks: themes and keys are known to the app alone.
        from reader.ui.wishes import keys_of, theme_of

        theme = theme_of(settings)
        keys_of(settings)
    except SettingsError as problem:
        raise Refused(str(problem)) from problem
    show(_lines(settings, theme))
    return 0


def _written() -> Path:
    """The file that was made."""
    try:
        written = write_default_settings()
    except OSError as error:
        raise Refused(f"{settings_file()}: {error.strerror}") from error
    if written is None:
        raise Refused(f"{settings_file()}: there is a file already, and it stays as it is")
    return written


def _lines(settings: Settings, theme: str) -> Iterator[str]:
    path = settings_file()
    yield f"# {path}{'' if path.exists() else '  (not there yet; reader settings --write makes it)'}\n"
    values = {"theme": theme, "measure": settings.measure, "preset": settings.preset, "author": settings.author}
    for key, value in values.items():
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
    if settings.keys:
        yield "\n[keys]\n"
    for command, keys in settings.keys.items():
        yield f"{command} = {json.dumps(keys, ensure_ascii=False)}\n"
