from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import cores
from reader.library.cores import on_all_cores

MANY = 4 * cores.FEWEST


@pytest.fixture
def four_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with four cores, whatever this one has."""
    monkeypatch.setattr(cores, "cores", lambda: 4)


def doubled(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def not_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def ends_its_process_once(marker: Path) -> str:
    if marker.name == "113" and not marker.exists():
        marker.touch()
        os._exit(1)
    return marker.name


@pytest.mark.usefixtures("four_cores")
def test_many_items_are_worked_on_by_several_processes_and_come_back_in_order() -> None:
    results = list(on_all_cores(doubled, range(MANY)))
    assert [number for number, _ in results] == [2 * number for number in range(MANY)]
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.usefixtures("four_cores")
def test_few_items_start_no_process() -> None:
    assert list(on_all_cores(doubled, range(9))) == [(2 * number, os.getpid()) for number in range(9)]


@pytest.mark.usefixtures("four_cores")
def test_what_the_function_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="seven"):
        list(on_all_cores(not_seven, range(MANY)))


@pytest.mark.usefixtures("four_cores")
def test_what_processes_that_were_killed_left_undone_is_done_here(tmp_path: Path) -> None:
    markers = [tmp_path / f"{number:03}" for number in range(MANY)]
    assert list(on_all_cores(ends_its_process_once, markers)) == [marker.name for marker in markers]


def test_a_folder_of_any_size_says_the_same_on_one_core_and_on_all(tmp_path: Path) -> None:
    for number in range(2 * cores.FEWEST):
        text = f"Day {number}\n\n“It rained on day {number} of the journey,” said Ann Lee, the mayor of the town.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    (tmp_path / "17.txt").write_bytes(bytes(200))
    code = "import sys; from reader.library import cores; cores.cores = lambda: {}; from reader.cli import main; main()"

    def run(count: int, form: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code.format(count), "quotes", "--format", form, str(tmp_path)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)

    for form in ("jsonl", "csv"):
        alone, together = run(1, form), run(3, form)
        assert (alone.stdout, alone.stderr) == (together.stdout, together.stderr)
        assert "on day 16 of the journey" in alone.stdout
        assert "not read" in alone.stderr
