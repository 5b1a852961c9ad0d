from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reader

ROOT = Path(__file__).parents[2]


def started(*arguments: object, **settings: Any) -> subprocess.CompletedProcess[str]:
    """`python -m reader …` as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings.pop("env", {})}
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, timeout=60, encoding="utf-8", **settings)


def test_it_says_which_version_it_is(run: Callable[..., Any]) -> None:
    answer = run("--version")
    assert (answer.status, answer.out) == (0, f"Close Reader {reader.__version__}\n")


@pytest.mark.parametrize("command", [[], ["quotes"], ["export"], ["list"]])
def test_a_path_that_does_not_exist_is_named_with_status_2(
    run: Callable[..., Any], tmp_path: Path, command: list[str]
) -> None:
    answer = run(*command, tmp_path / "nothing here")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"reader: {tmp_path}/nothing here: No such file or directory\n"


def test_a_path_cannot_steer_the_terminal(run: Callable[..., Any]) -> None:
    answer = run("./\x1b[31m\nred")
    assert answer.err == "reader: ./␛[31m␊red: No such file or directory\n"


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["quotes"], ["quotes", "--format", "pdf", "."], ["keys", "more"]]
)
def test_arguments_that_make_no_sense_have_status_2(run: Callable[..., Any], arguments: list[str]) -> None:
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "error: " in answer.err


@pytest.mark.parametrize("command", [[], ["quotes"], ["export"], ["list"], ["keys"]])
def test_every_command_has_help(run: Callable[..., Any], command: list[str]) -> None:
    answer = run(*command, "--help")
    assert answer.status == 0
    assert answer.out.startswith("usage: reader")


def test_a_folder_named_like_a_command_is_a_path_where_it_is_written_as_one(
    run: Callable[..., Any], news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news.rename(news.parent / "quotes")
    monkeypatch.chdir(news.parent)
    assert "Ann Lee" in run("quotes", "./quotes").out
    assert "Ann Lee" in run("quotes", "quotes").out


def test_commands_without_a_screen_load_neither_textual_nor_rich(news: Path) -> None:
    program = """
import sys
from reader.cli import main
statuses = [main(arguments) for arguments in (
    ["keys"], ["list", sys.argv[1]], ["export", sys.argv[1]],
    *(["quotes", sys.argv[1], "--format", form] for form in ("text", "markdown", "jsonl", "csv")),
)]
loaded = {name.partition(".")[0] for name in sys.modules}
sys.exit(f"{statuses} {loaded & {'textual', 'rich'}}")
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(news)]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, encoding="utf-8")
    assert done.stderr.splitlines()[-1] == "[0, 0, 0, 0, 0, 0, 0] set()"


def test_output_is_utf_8_whatever_the_locale(news: Path) -> None:
    done = started("quotes", news, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "“We will build the dam before winter comes,”" in done.stdout


@pytest.mark.parametrize("name", ["keys", "quotes", "list", "export"])
def test_a_closed_pipe_ends_it_quietly(news: Path, name: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "reader", name, *([] if name == "keys" else [str(news)])]
    done = subprocess.run(command, env=environment, stdout=theirs, stderr=subprocess.PIPE, timeout=60, encoding="utf-8")
    os.close(theirs)
    assert done.returncode == 141
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


@pytest.mark.parametrize(
    ("redirection", "status", "complaint"),
    [(">/dev/full", 2, "reader: standard output: No space left on device\n"), (">&-", 0, "")],
)
def test_output_that_goes_nowhere_is_no_accident(news: Path, redirection: str, status: int, complaint: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = f"'{sys.executable}' -m reader quotes '{news}' {redirection}"
    done = subprocess.run(["bash", "-c", script], env=environment, stderr=subprocess.PIPE, timeout=60, encoding="utf-8")
    assert (done.returncode, done.stderr) == (status, complaint)


def test_a_very_large_file_is_listed_without_counting_its_quotations(run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("“We were never asked,” said Ada Korn.\n\n" * 100_000, "utf-8")
    (tmp_path / "small.txt").write_text("“We were never asked,” said Ada Korn.\n", "utf-8")
    large, small = run("list", tmp_path).out.splitlines()[1:]
    assert large.split()[:3] == ["0", "-", "700000"]
    assert small.split()[:3] == ["0", "1", "7"]
