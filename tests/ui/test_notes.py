"""Notes in the user's own editor, in a real terminal: kept as they are, and lost in no case."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.terminal import Terminal, reader_in_terminal
from tests.ui.desk import small_library

MARKDOWN = "    indented code first\n\n* **bold** claim  \n* [link](https://example.org)\n\n> a quotation"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script to be written: the user's editor."""
    path = tmp_path / "editor.sh"
    monkeypatch.setenv("VISUAL", str(path))
    path.touch(mode=0o755)
    return path


def notes(folder: Path) -> list[str]:
    (sidecar,) = (folder / ".reader" / "annotations").glob("a-harbour*.json")
    with TinyDB(sidecar, access_mode="r") as stored:
        return [record["note"] for record in stored.table("annotations").all()]


def begin_note(terminal: Terminal, words: bytes) -> None:
    """Highlight a sentence and type a note on it."""
    terminal.until("? help")
    terminal.press(b"\r")
    terminal.until("h highlight")
    terminal.press(b"))h")
    terminal.until("saved")
    terminal.press(b"a")
    terminal.until("esc saves")
    terminal.press(words)


def test_what_the_editor_saves_is_the_note_to_the_letter(tmp_path: Path, editor: Path) -> None:
    editor.write_text(f"#!/bin/sh\ngrep -q 'typed before' \"$1\" && cat > \"$1\" <<'END'\n{MARKDOWN}\nEND\n")
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        begin_note(terminal, b"typed before\x05")
        terminal.until("Noted")
        terminal.until("saved")
        terminal.press(b"Q")
        assert terminal.ended() == 0
    assert notes(folder) == [MARKDOWN]


def test_an_editor_that_fails_or_leaves_nothing_takes_nothing_away(tmp_path: Path, editor: Path) -> None:
    editor.write_text('#!/bin/sh\necho "half a thought" > "$1"\nexit 1\n')
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        begin_note(terminal, b"typed before\x05")
        terminal.until("ended with status 1")
        terminal.until("note.md")
        editor.write_text('#!/bin/sh\n: > "$1"\n')
        terminal.press(b"\x05")
        terminal.until("left nothing")
        terminal.press(b"\x13")
        terminal.until("Noted")
        terminal.until("saved")
        terminal.press(b"Q")
        assert terminal.ended() == 0
    assert notes(folder) == ["typed before"]


def test_what_a_failing_editor_wrote_stays_where_the_app_says(
    tmp_path: Path, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = tmp_path / "tmp"
    drafts.mkdir()
    monkeypatch.setenv("TMPDIR", str(drafts))
    editor.write_text('#!/bin/sh\necho "half a thought" > "$1"\nexit 1\n')
    with reader_in_terminal(small_library(tmp_path / "news")) as terminal:
        begin_note(terminal, b"typed before\x05")
        terminal.until("ended with status 1")
        terminal.press(b"\x13")
        terminal.until("Noted")
    (draft,) = drafts.glob("close-reader-*/note.md")
    assert draft.read_text() == "half a thought\n"
