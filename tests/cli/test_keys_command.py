from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reader.ui.commands import COMMANDS


def test_every_command_of_the_app_is_listed_once_under_its_group(run: Callable[..., Any]) -> None:
    answer = run("keys")
    assert answer.status == 0
    groups = [line for line in answer.out.splitlines() if line and not line.startswith(" ")]
    assert groups == list(dict.fromkeys(command.group for command in COMMANDS))
    rows = [line for line in answer.out.splitlines() if line.startswith("  ")]
    assert len(rows) == len(COMMANDS)
    for row, command in zip(rows, COMMANDS, strict=True):
        assert command.title in row
