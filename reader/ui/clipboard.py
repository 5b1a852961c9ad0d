"""Copying that tells the truth: a tool of the system first, else the terminal (OSC 52) with a file beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

SECONDS = 3


def native_tool(environ: Mapping[str, str]) -> list[str] | None:
    """The command that takes a text for the clipboard here, or None."""
    candidates: list[tuple[bool, list[str]]] = [
        (sys.platform == "darwin", ["pbcopy"]),
        (sys.platform == "win32", ["clip"]),
        ("WAYLAND_DISPLAY" in environ, ["wl-copy"]),
        ("DISPLAY" in environ, ["xclip", "-selection", "clipboard"]),
        ("DISPLAY" in environ, ["xsel", "--clipboard", "--input"]),
        ("WSL_DISTRO_NAME" in environ, ["clip.exe"]),
        ("TMUX" in environ, ["tmux", "load-buffer", "-w", "-"]),
    ]
    return next((command for fits, command in candidates if fits and shutil.which(command[0])), None)


def copy(text: str, to_terminal: Callable[[str], None], spare: Path) -> str:
    """Copy `text` and say where it went: "xclip", or the terminal and the file `spare` where no tool did it."""
    command = native_tool(os.environ)
    if command is not None and _given(command, text):
        return command[0]
    to_terminal(text)
    try:
        spare.parent.mkdir(parents=True, exist_ok=True)
        spare.write_text(text, encoding="utf-8", errors="replace")
    except OSError as problem:
        return f"the terminal (OSC 52); not every terminal takes it, and {spare} cannot be written: {problem.strerror}"
    return f"the terminal (OSC 52); if it does not take it, it is in {spare}"


def _given(command: list[str], text: str) -> bool:
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            timeout=SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
