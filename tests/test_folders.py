"""Folders outside of libraries follow the user's environment."""

from pathlib import Path

import pytest

from reader.folders import bundled, folder


def test_folders_follow_the_xdg_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("config", "data", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    assert folder("config") == tmp_path / "config" / "close-reader"
    assert folder("data") == tmp_path / "data" / "close-reader"
    assert folder("state") == tmp_path / "state" / "close-reader"


def test_what_comes_with_the_program_is_found() -> None:
    assert bundled("styles").is_dir()
    assert bundled("sample_corpus").is_dir()
