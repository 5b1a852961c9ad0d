"""Where the stylesheets are: `styles/` beside the package in the source tree, inside it when installed.

The app loads one at its start; those of dialogs are loaded with the first dialog.
"""

from __future__ import annotations

from pathlib import Path

from reader.folders import bundled


def stylesheet(name: str) -> Path:
    """`styles/NAME.tcss`."""
    return bundled("styles") / f"{name}.tcss"
