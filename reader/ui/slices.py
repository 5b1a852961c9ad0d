"""Long work in slices: a few milliseconds of it, then a pause for everything else that goes on in the app.

Not a thread: that would take its time from the screen whenever it likes, and an article's blocks are found in one.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Generic, TypeVar

AT_ONCE = 0.02
"""Seconds that a key may take: most articles are through by then."""
SLICE, PAUSE = 0.008, 0.004
"""Seconds of work, and of leaving the processor to whatever came meanwhile."""

Found = TypeVar("Found")


class Steps(Generic[Found]):
    """Looks for something step by step: `steps` gives None after each one, and what was found after the last."""

    def __init__(self, steps: Iterator[Found | None]) -> None:
        self._steps = steps
        self.found: Found | None = None
        """None as long as nothing has been found; for good if nothing was there."""

    def go_on(self, seconds: float) -> bool:
        """Take steps for that long, at least one; True when there are no more to take."""
        until = monotonic() + seconds
        for found in self._steps:
            if found is not None:
                self.found = found
                return True
            if monotonic() >= until:
                return False
        return True
