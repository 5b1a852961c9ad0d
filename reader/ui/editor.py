"""The user's own editor, $VISUAL or $EDITOR: a file or a text in, what was written there out.

The app hands the terminal over meanwhile.  What was written is lost in no case: where it cannot be taken, its file
stays and is named.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.text.safe import safe_line

VARIABLES = ("VISUAL", "EDITOR")


class EditorProblem(Exception):
    """The editor could not be used, or what it wrote could not be taken; says why, and where what it wrote is."""


def edit(app: App[Any], path: Path, line: int | None = None) -> int:
    """Let the user edit `path`, at a line of it; the editor's exit status.  Raises EditorProblem if there is none."""
    editor = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "vi")
    place = [] if line is None else [f"+{line}"]
    try:
        with app.suspend():
            return subprocess.run([*shlex.split(editor), *place, os.fspath(path)], check=False).returncode
    except (SuspendNotSupported, OSError, ValueError) as problem:
        raise EditorProblem(f"no editor: {safe_line(str(problem) or editor)}") from problem


def rewritten(app: App[Any], text: str) -> str:
    """`text` as the user left it in the editor.

    Raises EditorProblem if there was none, if it ended with an error, and if nothing was left of a text.
    """
    folder = Path(tempfile.mkdtemp(prefix="close-reader-"))
    path = folder / "note.md"
    keep = False
    try:
        path.write_text(text, encoding="utf-8")
        status = edit(app, path)
        try:
            found = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            keep = path.exists()
            raise EditorProblem(f"what the editor wrote cannot be read: {path}") from problem
        if status:
            keep = found not in ("", text)
            where = f"; what was written is in {path}" if keep else ""
            raise EditorProblem(f"the editor ended with status {status}: nothing was changed{where}")
        if text.strip() and not found.strip():
            raise EditorProblem("the editor left nothing, so nothing was changed: empty it here to remove it")
        return found
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
