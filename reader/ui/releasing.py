"""Memory that is let go, back to the system: what is large gets a block of its own, which nothing else can pin down.

glibc learns from a large block that is freed: from then on it cuts blocks of that size from each thread's own heap, and
keeps those for ever.  An article of 10 MB teaches it that; the files of highlights read afterwards stay, thirty
megabytes that nobody uses.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache

LARGE = 1 << 20
"""Bytes."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Names of settings, from glibc's malloc.h."""


@cache
def release_large_blocks() -> None:
    """From now on; does nothing where there is no glibc.  Takes milliseconds, so call it off the screen's thread."""
    for setting in (_MMAP_THRESHOLD, _TRIM_THRESHOLD):
        _ask_glibc("mallopt", setting, LARGE)


def release_holes() -> None:
    """Now, what is free between small blocks: to be called off the screen's thread when much has been loaded."""
    _ask_glibc("malloc_trim", 0)


def _ask_glibc(function: str, *numbers: int) -> None:
    if sys.platform == "linux":
        from ctypes import CDLL

        with suppress(AttributeError, OSError):  # another C library, which has no such function
            getattr(CDLL(None), function)(*numbers)
