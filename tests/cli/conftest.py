"""Folders of articles, and the command line run on them in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.cli import main

DAM = """\
Dam will be built

Ann Lee, the mayor, spoke to reporters on Monday after the vote.

“We will build the dam before winter comes,” Ann Lee said.

“Nobody asked the farmers about it,” said Bo Karlsson, a farmer.
"""
RAIN = """\
Rain in the valley

It rained for three days, and the river rose by two metres, the office for water levels wrote on its board.
"""
VOTE = """\
Council votes

The council met on Monday evening to talk about the dam, and few people came to listen to it.

“It was a close vote,” Lee said.
"""


@dataclass(frozen=True)
class Answer:
    """What a command came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with three articles, one of them without speech, and one below."""
    folder = tmp_path / "news"
    (folder / "council").mkdir(parents=True)
    (folder / "dam.txt").write_text(DAM, "utf-8")
    (folder / "rain.txt").write_text(RAIN, "utf-8")
    (folder / "council" / "vote.md").write_text(f"# {VOTE}", "utf-8")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("quotes", folder)` runs the command line in this process."""

    def call(*arguments: object) -> Answer:
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return call
