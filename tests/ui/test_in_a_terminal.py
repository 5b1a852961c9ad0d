"""What must hold in a real terminal: corrections over restarts and edits, kills, edits by others, two windows."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

from tests.terminal import Terminal, reader_in_terminal
from tests.ui.desk import HARBOUR, small_library

FIRST = "We need more time,"
ABOVE = HARBOUR.replace("The council put off", "After a long night the council of the town put off")


def reader(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def speaker_of(words: str, folder: Path) -> str:
    """Who said it, as the command line says."""
    rows = csv.DictReader(io.StringIO(reader("quotes", folder, "--format", "csv").stdout))
    return next(row["speaker"] for row in rows if row["quotation"] == words)


def highlighted(folder: Path) -> list[str]:
    """The highlighted words of the folder."""
    rows = csv.DictReader(io.StringIO(reader("export", folder, "--format", "csv").stdout))
    return [row["highlight"] for row in rows]


def in_the_text(terminal: Terminal) -> None:
    """Everything is analysed, and the first article has the focus."""
    terminal.until("quoted")
    terminal.press(b"\r")
    terminal.settle()


def test_a_correction_holds_over_a_restart_and_an_edit_above_it_and_is_undone(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        in_the_text(terminal)
        terminal.press(b"]q")
        terminal.until("Lena Brandt: “We need more time,”")
        terminal.press(b"W")
        terminal.until("Who said it?")
        terminal.press(b"Ines Okafor\r")
        terminal.until("saved")
        terminal.press(b"Q")
        assert terminal.ended() == 0
    (folder / "a-harbour.md").write_text(ABOVE, encoding="utf-8")
    assert speaker_of(FIRST, folder) == "Ines Okafor"
    with reader_in_terminal(folder) as terminal:
        in_the_text(terminal)
        terminal.press(b"]q")
        terminal.until("Ines Okafor: “We need more time,”")
        terminal.press(b"U")
        terminal.until("Undone: Said by Ines Okafor")
        terminal.press(b"Q")
        assert terminal.ended() == 0
    assert speaker_of(FIRST, folder) == "Lena Brandt"


def test_what_was_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        in_the_text(terminal)
        terminal.press(b"]q")
        terminal.until("W wrong speaker")
        terminal.press(b'"')
        terminal.until("saved")
        terminal.press(b"]q")
        terminal.until("W wrong speaker")
        terminal.press(b"C")
        terminal.until("saved")
        terminal.kill()
    with reader_in_terminal(folder) as terminal:
        terminal.until("1 marked")
        terminal.press(b"T")
        terminal.until(f"“{FIRST}”")
        terminal.press(b"s")
        terminal.until("Who said what")
        terminal.settle()
        terminal.press(b"\r")
        terminal.until("✓ confirmed")
    assert highlighted(folder) == [f"“{FIRST}”"]


def test_highlights_follow_while_another_program_edits_the_article(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        in_the_text(terminal)
        terminal.press(b']q"')
        terminal.until("saved")
        (folder / "a-harbour.md").write_text(ABOVE, encoding="utf-8")
        terminal.until("After a long night")
        terminal.press(b"]h")
        terminal.settle()
        terminal.press(b"T")
        terminal.until(f"“{FIRST}”")
        terminal.press(b"Q")
        assert terminal.ended() == 0
    assert reader("check", folder).returncode == 0
    assert highlighted(folder) == [f"“{FIRST}”"]


def test_two_windows_on_one_library_see_each_others_annotations(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as one, reader_in_terminal(folder) as other:
        in_the_text(one)
        in_the_text(other)
        one.press(b']q"')
        one.until("saved")
        other.until("1 marked")
        other.press(b'G[q"')
        other.until("saved")
        one.until("2 marked")
        other.press(b"]q")
        for terminal in (one, other):
            terminal.press(b"Q")
            assert terminal.ended() == 0
    assert highlighted(folder) == [f"“{FIRST}”", "“Nobody asked us,”"]
