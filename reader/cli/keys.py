"""`reader keys`: every key and what it does, from the app's own table of commands."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.cli.console import show
from reader.ui.command import CARET, EVERYWHERE, LIST, LISTED, PANELS, SPEAKERS, TEXT, Command
from reader.ui.commands import COMMANDS, DIGITS
from reader.ui.keymap import spelled

_PLACES = {
    EVERYWHERE: "",
    EVERYWHERE - LISTED: "not in highlights",
    LISTED: "highlights",
    TEXT | LISTED: "in the text, highlights",
    EVERYWHERE - CARET: "without a caret",
    EVERYWHERE - CARET - PANELS: "without a caret, not in panels",
    TEXT: "in the text",
    TEXT | SPEAKERS: "in the text, speakers",
    CARET: "with a caret",
    LIST: "in lists",
    PANELS: "in panels",
}


@dataclass(frozen=True)
class Row:
    """A command as a person reads it."""

    keys: tuple[str, ...]
    where: str
    """Where the keys work, "" for everywhere."""
    meaning: str


def run(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = ArgumentParser(prog="reader keys", description="Every key and what it does.")
    parser.add_argument("--format", choices=["text", "markdown"], default="text")
    parser.add_argument("--ids", action="store_true", help="the ids of commands, for the settings, with their keys")
    chosen = parser.parse_args(arguments)
    if chosen.ids:
        show(f"{command.id:24}{' '.join(map(spelled, command.keys))}\n" for command in COMMANDS)
        return 0
    show(_markdown() if chosen.format == "markdown" else _text())
    return 0


def _text() -> Iterator[str]:
    """Lines of keys, where they work and what they do, in columns, group by group."""
    rows = [row for _, members in _groups() for row in members]
    first, second = max(len(" ".join(row.keys)) for row in rows), max(len(row.where) for row in rows)
    for number, (group, members) in enumerate(_groups()):
        yield f"\n{group}\n" if number else f"{group}\n"
        for row in members:
            yield f"  {' '.join(row.keys):{first}}  {row.where:{second}}  {row.meaning}\n"


def _markdown() -> Iterator[str]:
    """A table for each group, below its name."""
    for number, (group, members) in enumerate(_groups()):
        yield f"\n**{group}**\n\n" if number else f"**{group}**\n\n"
        yield "| keys | where | what they do |\n|---|---|---|\n"
        for row in members:
            keys = " ".join(f"`{key}`" for key in row.keys)
            yield f"| {keys} | {row.where} | {row.meaning} |\n"


def _groups() -> Iterator[tuple[str, list[Row]]]:
    """Groups of commands, in the table's order."""
    for group, members in groupby(COMMANDS, key=lambda command: command.group):
        yield group, [_row(command) for command in members]


def _row(command: Command) -> Row:
    known = _PLACES.get(command.where)
    where = ", ".join(sorted(place.value for place in command.where)) if known is None else known
    keys = ("1–9",) if command.keys == DIGITS else tuple(map(spelled, command.keys))
    return Row(keys, where, f"{command.title} – {command.help}" if command.help else command.title)
