"""Whether files in some folders may have changed: the folders in, a guess that is never too low for long out.

Whoever writes durably puts a new file in the place of the old one, and that changes the folder.  So ten thousand files
need not be looked at every second, only when their folder has changed; and now and then, for whoever writes otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from reader.library import files

SETTLED = 2.0
"""Seconds after which a folder's time tells: before, another change may have come within the same tick of its clock."""
EVERY = 10
"""Looks of which one is at everything, whatever the folders say."""


class Glance:
    """Remembers what the folders were like when they were looked at last."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._known: tuple[files.Stamp | None, ...] | None = None
        self._looks = 0

    def shows_change(self) -> bool:
        """May anything have changed since the last look?  The caller then looks at everything."""
        stamps = tuple(map(files.stamp, self._folders))
        self._looks += 1
        same = stamps == self._known and self._looks % EVERY != 0
        latest = max((stamp.modified for stamp in stamps if stamp), default=0)
        self._known = stamps if time.time_ns() - latest > SETTLED * 1e9 else None
        return not same
