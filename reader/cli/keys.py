"""`reader keys`: every key and what it does, from the app's own table of commands."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.cli.console import show
from reader.ui.commands import CARET, COMMANDS, EVERYWHERE, LIST, PANELS, TEXT, Command
from reader.ui.keymap import spelled

_PLACES = {
    EVERYWHERE: "",
    EVERYWHERE - CARET: "without a caret",
    TEXT: "in the text",
    CARET: "with a caret",
    LIST: "in lists",
    PANELS: "in panels",
}


def run(arguments: Sequence[str]) -> int:
    """Print the table."""
    ArgumentParser(prog="reader keys", description="Every key and what it does.").parse_args(arguments)
    show(_table())
    return 0


def _table() -> Iterator[str]:
    """Lines of keys, where they work (nothing for everywhere) and what they do, group by group."""
    rows = [(command.group, _keys(command), _where(command), _meaning(command)) for command in COMMANDS]
    first, second = (max(len(row[column]) for row in rows) for column in (1, 2))
    for number, (group, members) in enumerate(groupby(rows, key=lambda row: row[0])):
        yield f"\n{group}\n" if number else f"{group}\n"
        for _, keys, where, meaning in members:
            yield f"  {keys:{first}}  {where:{second}}  {meaning}\n"


def _keys(command: Command) -> str:
    return " ".join(spelled(keys) for keys in command.keys)


def _where(command: Command) -> str:
    known = _PLACES.get(command.where)
    return ", ".join(sorted(place.value for place in command.where)) if known is None else known


def _meaning(command: Command) -> str:
    return f"{command.title} – {command.help}" if command.help else command.title
