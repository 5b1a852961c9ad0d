"""The same work for many items on all cores: a function and items in, results in the order of the items out.

Processes, because threads of one interpreter take turns.  They start in a tenth of a second, which few items are not
worth; and where they cannot be had (no shared memory, one of them killed for want of memory), the work is done here.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 100
"""Items that keep a process busy for longer than it takes to start."""
_AT_ONCE = 16
"""Items that are handed over together."""
_SELDOM = 50_000
"""Objects made between two looks for garbage."""


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def collect_seldom() -> None:
    """Look for garbage once in a dozen articles: they leave hardly any, and every look costs what many of them cost."""
    gc.set_threshold(_SELDOM)


def on_all_cores(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """`map(function, items)`, by several processes where there are many items; both must be picklable then.

    `function` must not depend on anything that it did before; what it raises is raised here.
    """
    workers = min(cores(), len(items) // FEWEST)
    done = 0
    if workers > 1:
        for result in _by_processes(function, items, workers):
            yield result
            done += 1
    yield from map(function, islice(items, done, None))


def _by_processes(function: Callable[[Item], Result], items: Sequence[Item], workers: int) -> Iterator[Result]:
    """The results as far as processes get: all of them, if nothing happens to the processes."""
    try:
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

        pool = ProcessPoolExecutor(workers, initializer=_prepare)
    except (ImportError, NotImplementedError, OSError):  # how a system says that it has no semaphores
        return
    try:
        with pool:
            yield from pool.map(function, items, chunksize=_AT_ONCE)
    except BrokenExecutor:
        return


def _prepare() -> None:
    """Ctrl+C reaches every process of a terminal; one of them, the parent, is enough to say so."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
