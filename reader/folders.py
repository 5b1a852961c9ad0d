"""Where things that belong to no library are kept: environment in, folders out.

XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME and XDG_CACHE_HOME are respected on every system; platformdirs, which
takes 20 ms to import, is asked only where there is no such convention.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

APP = "close-reader"
_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}

_FOLLOWS_XDG: bool = sys.platform not in ("darwin", "win32")


def folder(kind: Literal["config", "data", "state", "cache"]) -> Path:
    """The user's folder for settings, for annotations without a library, for what is remembered, or for what can be
    found out again; may not exist."""
    variable, below_home = _XDG[kind]
    if os.environ.get(variable):
        return Path(os.environ[variable]) / APP
    if _FOLLOWS_XDG:
        return Path.home() / below_home / APP

    from platformdirs import PlatformDirs

    return Path(getattr(PlatformDirs(APP, appauthor=False), f"user_{kind}_path"))


def bundled(name: str) -> Path:
    """`styles` or `sample_corpus`: inside the installed package, or beside it in the source tree."""
    package = Path(__file__).resolve().parent
    installed = package / "_bundled" / name
    return installed if installed.exists() else package.parent / name
