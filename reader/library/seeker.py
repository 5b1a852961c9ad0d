"""A process that searches every article of a library: files and queries in, findings out as they come.

Reading is what takes time (0.85 s for 1,000 articles of 4 KB; going through them 0.06 s for a rare word), so it begins
before anything is asked, and what was read is kept as long as the process lives.  An index would have to read them as
well and could not find parts of words or regular expressions.  A process, for the reasons given in analyst.py; and some
regular expressions never end: that one can be ended.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from time import monotonic

from reader.article import Article
from reader.layout.query import Query
from reader.library.analyses import File
from reader.library.findings import Answer, Found, Note, found_in, notes_by_article
from reader.sources import Unreadable, read

EVERY = 0.05
"""Seconds between two answers."""
KEPT = 64_000_000
"""Characters of articles that are kept."""


class Seeker:
    """Searches `files` and `notes`; iterate over the answers to whatever is asked, in a thread, until `dismiss`."""

    def __init__(self, files: Sequence[File], notes: Sequence[Note] = ()) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._to_send: SimpleQueue[object] = SimpleQueue()
        self._to_send.put((list(files), list(notes)))
        Thread(target=self._send, daemon=True).start()

    def ask(self, number: int, query: Query) -> None:
        """Search for something else from now on; the pattern must compile."""
        self._to_send.put((number, query))

    def _send(self) -> None:
        """In a thread of its own: a pipe can be full."""
        assert self._process.stdin
        with suppress(BrokenPipeError, ValueError):
            while (value := self._to_send.get()) is not None:
                self._process.stdin.write(pickle.dumps(value))
                self._process.stdin.flush()

    def __iter__(self) -> Iterator[Answer]:
        assert self._process.stdout
        with suppress(EOFError, pickle.UnpicklingError):
            while True:
                yield pickle.load(self._process.stdout)

    def dismiss(self) -> None:
        """Stop the process, whatever it does; whoever iterates comes to an end."""
        self._to_send.put(None)
        self._process.kill()
        self._process.wait()


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

    def read_ahead(self, asked: SimpleQueue[tuple[int, Query]]) -> None:
        """Read what has not been read yet, until something is asked."""
        for file in self.files:
            if not asked.empty() or self._length > KEPT:
                return
            self.article(file)


def answers(
    shelf: Shelf, notes: Sequence[Note], number: int, query: Query, asked: SimpleQueue[tuple[int, Query]]
) -> Iterator[Answer]:
    """Answer one question, until the next one is asked."""
    noted = notes_by_article(notes)
    found: list[Found] = []
    unread, answered = 0, monotonic()
    for looked_at, file in enumerate(shelf.files, start=1):
        article = shelf.article(file)
        if article is None:
            unread += 1
        elif (here := found_in(article, query, noted.get(article.id, ()))).number:
            found.append(here)
        if looked_at == len(shelf.files) or monotonic() - answered > EVERY:
            yield Answer(number, tuple(found), looked_at, unread)
            found, answered = [], monotonic()
        if not asked.empty():
            return


def _work() -> None:
    """What the process does."""
    files, notes = pickle.load(sys.stdin.buffer)
    shelf, asked = Shelf(files), SimpleQueue[tuple[int, Query]]()
    Thread(target=_listen, args=(asked,), daemon=True).start()
    while True:
        shelf.read_ahead(asked)
        number, query = asked.get()
        if not number:
            return
        with suppress(BrokenPipeError):
            for answer in answers(shelf, notes, number, query, asked):
                pickle.dump(answer, sys.stdout.buffer)
                sys.stdout.buffer.flush()


def _listen(asked: SimpleQueue[tuple[int, Query]]) -> None:
    """Hear what is asked even while something is being answered; number 0 is the end."""
    with suppress(EOFError):
        while True:
            asked.put(pickle.load(sys.stdin.buffer))
    asked.put((0, Query("")))


if __name__ == "__main__":
    _work()
