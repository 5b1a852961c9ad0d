"""The article in an editor, in a real terminal: changed there, read again here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import reader_in_terminal
from tests.ui.desk import small_library


def test_what_an_editor_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_library(tmp_path / "news")
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/put off its vote/held its vote/" "$2"\necho "line $1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    with reader_in_terminal(folder) as terminal:
        terminal.until("Harbour vote delayed")
        terminal.press(b"\r")
        terminal.settle()
        terminal.press(b"e")
        terminal.until("held its vote")
        assert b"line +1" in terminal.written


def test_an_article_edited_elsewhere_is_read_again_and_its_highlight_follows(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        terminal.until("Harbour vote delayed")
        terminal.press(b"\r")
        terminal.settle()
        terminal.press(b"))h")
        terminal.until("saved")
        path = folder / "a-harbour.md"
        path.write_text("# A new first line\n\n" + path.read_text())
        terminal.until("read again")
        terminal.press(b"T")
        terminal.until("Highlights 1")
