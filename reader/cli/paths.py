"""Paths as given on the command line: words in, paths that can be reached out."""

from __future__ import annotations

import os
from pathlib import Path

from reader.cli.console import Refused


def existing(name: str) -> Path:
    """The path called `name`; raises `Refused`, with the system's reason, for one that cannot be reached."""
    try:
        os.stat(name)
    except OSError as error:
        raise Refused(f"{name}: {error.strerror}") from error
    return Path(name)
