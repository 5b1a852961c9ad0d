"""A process that reads and analyses files for the app: files in, outcomes out, their parts as pickles over pipes.

A process, because a thread that works takes its time from the screen's; its own small protocol instead of
multiprocessing, because that wants the real standard error stream, which a full-screen program has taken away.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any

from reader.library.analyses import File, Outcome, analysed
from reader.library.analysis_parts import put_together, taken_apart
from reader.library.cores import collect_seldom

BATCH = 16
"""Files whose outcomes are handed over together."""


class Analyst:
    """Analyses `files` once, in order; iterate over batches of outcomes, `dismiss` to stop early."""

    def __init__(self, files: Sequence[File]) -> None:
        self._files = list(files)
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __iter__(self) -> Iterator[list[Outcome]]:
        """Ends early if the process ends early; what is missing then is missing from the outcomes."""
        assert self._process.stdin and self._process.stdout
        with suppress(BrokenPipeError):
            pickle.dump(self._files, self._process.stdin)
            self._process.stdin.close()
        outcomes = self._outcomes(partial(pickle.load, self._process.stdout))
        while batch := list(islice(outcomes, BATCH)):
            yield batch
        self._process.wait()

    def _outcomes(self, next_part: Callable[[], Any]) -> Iterator[Outcome]:
        with suppress(EOFError, pickle.UnpicklingError):  # the process has ended, maybe in the middle of something
            while True:
                yield put_together(next_part)

    def dismiss(self) -> None:
        """Stop the process; whoever iterates comes to an end."""
        self._process.kill()
        self._process.wait()


def _work() -> None:
    """What the process does."""
    collect_seldom()
    files: list[File] = pickle.load(sys.stdin.buffer)
    with suppress(BrokenPipeError):
        for number, file in enumerate(files, 1):
            for part in taken_apart(analysed(file)):
                pickle.dump(part, sys.stdout.buffer)
            if number % BATCH == 0:
                sys.stdout.buffer.flush()
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _work()
