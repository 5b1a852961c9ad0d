"""A process that searches every article of a library: files and queries in, findings out as they come.

Reading is what takes time (0.85 s for 1,000 articles of 4 KB; going through them 0.06 s for a rare word), so it begins
before anything is asked, and what was read is kept as long as the process lives.  An index would have to read them as
well and could not find parts of words or regular expressions.  A process, for the reasons given in analyst.py; and some
regular expressions never end: that one can be ended.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeAlias

from reader.article import Article
from reader.layout.query import Query
from reader.library.analyses import File
from reader.library.findings import Answer, Finding, Note, found_in, notes_by_article
from reader.sources import Unreadable, read

EVERY = 0.05
"""Seconds between two answers."""
KEPT = 64_000_000
"""Characters of articles that are kept."""


_LENGTH = 4
"""Bytes in front of an answer that say how long it is."""

Question: TypeAlias = tuple[int, Query]
"""What to search for, and a number for the answers to it."""


class Seeker:
    """Searches `files` and `notes`; iterate over the answers to whatever is asked, until nobody wants any more."""

    def __init__(self, files: Sequence[File], notes: Sequence[Note] = ()) -> None:
        self._given = (list(files), list(notes))
        self._question: Question | None = None
        self._process: asyncio.subprocess.Process | None = None

    def ask(self, number: int, query: Query) -> None:
        """Search for something else from now on; the pattern must compile."""
        self._question = (number, query)
        self._send(self._question)

    async def answers(self) -> AsyncGenerator[Answer, None]:
        """Start the process; it ends with the iteration, whatever it does, and the iteration with it."""
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", __name__),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self._send(self._given)
        if self._question is not None:
            self._send(self._question)
        assert self._process.stdout
        try:
            while True:
                length = await self._process.stdout.readexactly(_LENGTH)
                yield pickle.loads(await self._process.stdout.readexactly(int.from_bytes(length, "big")))
        except asyncio.IncompleteReadError:
            return
        finally:
            with suppress(ProcessLookupError):
                self._process.kill()

    def _send(self, value: object) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(pickle.dumps(value))


class Shelf:
    """The articles of the process, read once."""

    def __init__(self, files: Sequence[File]) -> None:
        self.files = files
        self._kept: dict[File, Article | None] = {}
        self._length = 0

    def article(self, file: File) -> Article | None:
        """The article of a file; None if it cannot be read."""
        if file in self._kept:
            return self._kept[file]
        try:
            article = read(file.path, file.root)
        except Unreadable:
            article = None
        self._length += len(article.text) if article else 0
        if self._length <= KEPT:
            self._kept[file] = article
        return article

    def read_ahead(self, asked: SimpleQueue[Question | None]) -> None:
        """Read what has not been read yet, until something is asked."""
        for file in self.files:
            if not asked.empty() or self._length > KEPT:
                return
            self.article(file)


def answers(
    shelf: Shelf, notes: Sequence[Note], question: Question, asked: SimpleQueue[Question | None]
) -> Iterator[Answer]:
    """Answer one question, until the next one is asked."""
    number, query = question
    noted = notes_by_article(notes)
    found: list[Finding] = []
    unread, answered = 0, monotonic()
    for looked_at, file in enumerate(shelf.files, start=1):
        if not asked.empty():
            return
        article = shelf.article(file)
        if article is None:
            unread += 1
        else:
            found += found_in(article, query, noted.get(article.id, ()))
        if looked_at == len(shelf.files) or monotonic() - answered > EVERY:
            yield Answer(number, tuple(found), looked_at, unread)
            found, answered = [], monotonic()


def _work() -> None:
    """What the process does."""
    files, notes = pickle.load(sys.stdin.buffer)
    shelf, asked = Shelf(files), SimpleQueue[Question | None]()
    Thread(target=_listen, args=(asked,), daemon=True).start()
    while True:
        shelf.read_ahead(asked)
        question = asked.get()
        if question is None:
            return
        with suppress(BrokenPipeError):
            for answer in answers(shelf, notes, question, asked):
                content = pickle.dumps(answer)
                sys.stdout.buffer.write(len(content).to_bytes(_LENGTH, "big") + content)
                sys.stdout.buffer.flush()


def _listen(asked: SimpleQueue[Question | None]) -> None:
    """Hear what is asked even while something is being answered; nobody is left to ask in the end."""
    with suppress(EOFError):
        while True:
            asked.put(pickle.load(sys.stdin.buffer))
    asked.put(None)


if __name__ == "__main__":
    _work()
