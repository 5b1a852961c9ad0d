"""`reader check` and `reader doctor` on real libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import Library
from reader.text import Span


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A folder with one article and one highlight."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam held through the night. The road below it did not.\n")
    with Library.open(folder) as library:
        reading = library.reading(library.read("a.txt"))
        library.commit(reading.annotate(Span(0, 31))).result(10)
    return folder


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "reader", *arguments], capture_output=True, text=True)


def test_check_says_that_every_annotation_stands_on_its_words(marked: Path) -> None:
    done = run("check", marked)
    assert (done.returncode, done.stdout) == (0, "1 of 1 annotations stand on their words\n")


def test_check_fails_for_words_that_are_gone(marked: Path) -> None:
    (marked / "a.txt").write_text("Something else altogether stands here now.\n")
    done = run("check", marked, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problem"]
    assert "The dam held" in run("check", marked).stdout


def test_doctor_finds_a_healthy_library_healthy(marked: Path) -> None:
    done = run("doctor", marked)
    assert (done.returncode, done.stdout) == (0, "healthy\n")


def test_doctor_mends_a_damaged_file_and_the_highlight_is_there_again(marked: Path) -> None:
    (sidecar,) = (marked / ".reader" / "annotations").glob("a.*.json")
    sidecar.write_text(sidecar.read_text()[:100])
    assert run("doctor", marked).returncode == 1
    mended = run("doctor", marked, "--fix")
    assert mended.returncode == 0 and "mended" in mended.stdout
    assert run("check", marked).stdout == "1 of 1 annotations stand on their words\n"
