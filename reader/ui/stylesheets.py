"""Where the stylesheets are: `styles/` beside the package in the source tree, inside it when installed."""

from __future__ import annotations

from pathlib import PurePath

from reader.settings import bundled


def stylesheets() -> list[str | PurePath]:
    """All stylesheets, in the order of their names."""
    return [*sorted(bundled("styles").glob("*.tcss"))]
