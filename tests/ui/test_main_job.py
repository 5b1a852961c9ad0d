"""The main job in a real terminal: read, highlight, tag, note, quit, come back, take it away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tinydb import TinyDB

from tests.terminal import reader_in_terminal
from tests.ui.desk import small_library


def exported(folder: Path) -> str:
    command = [sys.executable, "-m", "reader", "export", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_highlights_tags_and_notes_survive_and_are_exported_in_document_order(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        terminal.until("Harbour vote delayed")
        terminal.press(b"\r")
        terminal.settle()
        terminal.press(b"))))1")
        terminal.until("backspace takes")
        terminal.press(b"evasive\r")
        terminal.until("Tagged")
        terminal.press(b"((h")
        terminal.until("Highlighted")
        terminal.press(b"a")
        terminal.until("esc saves")
        terminal.press(b"When exactly?\x13")
        terminal.until("Noted")
        terminal.press(b"Q")
        assert terminal.ended() == 0

    with reader_in_terminal(folder) as terminal:
        terminal.until("2 marked")
        terminal.press(b"T")
        terminal.until("#evasive")
        assert b"When exactly?" in terminal.written
        terminal.press(b"Q")
        assert terminal.ended() == 0

    (sidecar,) = (folder / ".reader" / "annotations").glob("a-harbour*.json")
    with TinyDB(sidecar, access_mode="r") as stored:
        records = stored.table("annotations").all()
    assert sorted(record["note"] for record in records) == ["", "When exactly?"]

    markdown = exported(folder)
    noted, tagged = markdown.index("When exactly?"), markdown.index("#evasive")
    assert noted < tagged
    assert "> “We need more time,” said Mayor Lena Brandt." in markdown or "> The council put off" in markdown


def test_keys_may_be_typed_faster_than_the_app_follows(tmp_path: Path) -> None:
    """Into the text and a dialog, into a panel and out of it: at once, as a slow line delivers it."""
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        terminal.until("Harbour vote delayed")
        terminal.press(b"\r))haWhen exactly?\x13")
        terminal.until("Noted")
        terminal.press(b"Tjkx")
        terminal.until("Deleted")
        terminal.press(b"qqU")
        terminal.until("Undone")
        terminal.press(b"Q")
        assert terminal.ended() == 0
    assert "When exactly?" in exported(folder)


def test_a_killed_app_has_lost_nothing_that_it_had_shown(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        terminal.until("Harbour vote delayed")
        terminal.press(b"\r")
        terminal.settle()
        terminal.press(b"))h")
        terminal.until("saved")
        terminal.kill()
    assert "## Highlights" in exported(folder)


def test_a_closed_window_ends_the_app_and_keeps_what_was_marked(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        terminal.until("Harbour vote delayed")
        terminal.press(b"\r))h")
        terminal.until("saved")
        terminal.close()
        terminal.ended()
    assert "## Highlights" in exported(folder)


def test_a_path_that_does_not_exist_is_said_clearly() -> None:
    command = [sys.executable, "-m", "reader", "no/such/folder"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert "no/such/folder" in done.stderr
    assert "Traceback" not in done.stderr
