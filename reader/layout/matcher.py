"""Regular expressions matched by another process: texts in, spans out.

Some expressions take longer than anybody lives ("(a+)+b" on a row of a's), and nothing inside a process stops one that
has begun: it holds the interpreter.  A process of its own can be ended.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import suppress

from reader.layout.query import Query, matches_in
from reader.text import Span

TOO_LONG = 2.0
"""Seconds for one batch of texts: ordinary expressions need a thousandth of that for BATCH characters."""
BATCH = 64 * 1024
_LONGEST_ANSWER = 1 << 26


class GivenUp(Exception):
    """There is no answer, and says why: the expression was not through in time, or its process has ended."""


class Matcher:
    """The process for one query, whose pattern must compile; `close` it."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._process: asyncio.subprocess.Process | None = None

    async def spans(self, texts: Sequence[str], patience: float = TOO_LONG) -> list[list[Span]]:
        """Where the pattern matches in each of `texts`.  Raises GivenUp; the matcher is closed then."""
        try:
            if self._process is None:
                self._process = await _start(self._query)
            answer = await asyncio.wait_for(_ask(self._process, texts), patience)
        except TimeoutError:
            self.close()
            raise GivenUp("this expression takes too long") from None
        except (OSError, ValueError):
            self.close()
            raise GivenUp("regular expressions do not work here") from None
        return [[Span(start, end) for start, end in found] for found in answer]

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()


async def _start(query: Query) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=_LONGEST_ANSWER,
    )
    assert process.stdin
    process.stdin.write(_line([query.words, query.whole]))
    return process


async def _ask(process: asyncio.subprocess.Process, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
    assert process.stdin and process.stdout
    process.stdin.write(_line(texts))
    await process.stdin.drain()
    answer: list[list[tuple[int, int]]] = json.loads(await process.stdout.readline())
    return answer


def _line(value: object) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"


def _work() -> None:
    """What the process does: a line with the query, then for every line of texts one with its spans."""
    words, whole = json.loads(sys.stdin.readline())
    pattern = Query(words, regex=True, whole=whole).pattern()
    for line in sys.stdin:
        found = [[(span.start, span.end) for span in matches_in(text, pattern)] for text in json.loads(line)]
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    _work()
