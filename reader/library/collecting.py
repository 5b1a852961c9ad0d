"""Garbage collection, put off while very much is made that stays.

Collecting meanwhile takes longer than the making; and what stays is left out of it for ever after, or else every full
collection looks through all of it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 5_000
"""Objects that are worth it."""


@contextmanager
def putting_off_collection() -> Iterator[None]:
    """Nothing is collected inside, and what is there at the end is only collected when nobody uses it any more."""
    was_on = gc.isenabled()
    before = gc.get_count()[0]
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] - before > MANY:
            gc.freeze()
        if was_on:
            gc.enable()
