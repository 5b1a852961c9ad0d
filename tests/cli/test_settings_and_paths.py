"""`reader settings` and `reader paths`: what is in force, and where everything is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("config", "data", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    return tmp_path


def test_what_is_in_force_is_printed_as_toml(run: Run, home: Path) -> None:
    file = home / "config" / "close-reader" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('measure = 72\n[keys]\nzen = "Z"\n', encoding="utf-8")
    answer = run("settings")
    assert answer.status == 0
    assert tomllib.loads(answer.out) == {
        "theme": "lamp",
        "measure": 72,
        "preset": "reader",
        "author": "",
        "keys": {"zen": ["Z"]},
    }
    assert str(file) in answer.out


@pytest.mark.parametrize(
    "text", ["measure = 5", 'theme = "papper"', '[keys]\nzenn = "Z"', '[keys]\nzen = "ctlr+z"', "="]
)
def test_a_mistake_is_told_with_its_place(run: Run, home: Path, text: str) -> None:
    file = home / "config" / "close-reader" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f"\n{text}\n", encoding="utf-8")
    answer = run("settings")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"reader: {file}, line {1 + len(text.splitlines())}: ")


def test_a_file_is_written_on_request_and_never_over_another(run: Run, home: Path) -> None:
    file = home / "config" / "close-reader" / "settings.toml"
    assert run("settings").status == 0
    assert not file.exists()
    written = run("settings", "--write")
    assert (written.status, written.err) == (0, f"reader: written: {file}\n")
    file.write_text("measure = 70\n", encoding="utf-8")
    answer = run("settings", "--write")
    assert answer.status == 2
    assert "there is a file already" in answer.err
    assert file.read_text(encoding="utf-8") == "measure = 70\n"


def test_the_places_of_everything_are_printed(run: Run, home: Path, news: Path) -> None:
    places = dict(line.split(maxsplit=1) for line in run("paths", news).out.splitlines())
    assert places["settings"] == f"{home}/config/close-reader/settings.toml  (not there yet)"
    assert places["state"].startswith(f"{home}/state/close-reader")
    assert places["data"].startswith(f"{home}/data/close-reader")
    assert places["library"] == str(news)
    assert places["annotations"] == f"{news}/.reader  (not there yet)"


def test_annotations_of_a_single_file_are_elsewhere(run: Run, home: Path, news: Path) -> None:
    places = dict(line.split(maxsplit=1) for line in run("paths", news / "dam.txt").out.splitlines())
    assert places["annotations"].startswith(f"{home}/data/close-reader/libraries/news-")


def test_a_path_that_does_not_exist_has_no_places(run: Run, news: Path) -> None:
    assert run("paths", news / "nothing").status == 2
