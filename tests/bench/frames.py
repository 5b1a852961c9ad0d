"""What a frame costs while one scrolls, and the memory, in a long article that is full of marks.

    python tests/bench/frames.py [--size 10000000] [--highlights 10000] [--hits 2000] [--keys 200]

The app runs in a pseudo-terminal of 120 × 40 cells on a Markdown article of `size` characters with highlights and
search hits spread over it.  A key is pressed, the frame is awaited, and the processor time of all threads of the
process in between is taken from the scheduler (Linux): key, motion, layout, painting, writing.  Milliseconds.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time
from fcntl import ioctl
from itertools import cycle
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

from reader.annotations import Change
from reader.library import Library
from reader.text import Span

MARKER = "Zanzibar"
PROSE = Path(__file__).parents[2] / "sample_corpus" / "nineteen-minutes.md"
"""The long read of the sample corpus: as many quotations, headings and kinds of paragraph as such texts have."""
KEYS = {"line down": b"j", "line up": b"k", "page down": b" ", "page up": b"b"}
FRAME = 0.05
"""Seconds without output after which a frame is taken to be complete."""
REST = 2.0
"""Seconds without output after which what goes on in the background is taken to have ended."""
BLINK = 0.3
"""Seconds without output while something is typed: a cursor blinks twice a second."""
PATIENCE = 120.0


def article(size: int, hits: int) -> str:
    """About `size` characters of prose in which the marker stands `hits` times."""
    paragraphs = cycle(PROSE.read_text("utf-8").split("\n\n")[1:])
    parts: list[str] = []
    length = marked = 0
    while length < size:
        if length >= marked * size // hits:
            parts.append(f"## {MARKER} again")
            marked += 1
        parts.append(next(paragraphs))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)


def highlight(folder: Path, number: int) -> None:
    """Mark about `number` sentences of the folder's one article, evenly spread."""
    with Library.open(folder) as library:
        reading = library.reading(library.read(library.entries()[0]))
        text = reading.article.text
        starts = (text.find(". ", at) + 2 for at in range(0, len(text), max(1, len(text) // number)))
        spans = [Span(start, text.find(".", start) + 1) for start in dict.fromkeys(starts)]
        edits = tuple(edit for span in spans for edit in reading.annotate(span).edits)
        library.commit(Change("bench", edits)).result()


class Running:
    """The app in a terminal."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._terminal, side = pty.openpty()
        ioctl(side, TIOCSWINSZ, pack("HHHH", 40, 120, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader", str(folder)],
            stdin=side,
            stdout=side,
            stderr=side,
            env=environment,
            start_new_session=True,
        )
        os.close(side)

    def press(self, keys: bytes) -> None:
        os.write(self._terminal, keys)

    def rest(self, quiet: float, until: bytes = b"") -> None:
        """Read until nothing has come for `quiet` seconds, and until `until` has come."""
        seen, ends = b"", time.monotonic() + PATIENCE
        while select.select([self._terminal], [], [], quiet)[0] or until not in seen:
            if time.monotonic() > ends:
                raise TimeoutError(f"{until!r} never came, or the terminal never came to rest")
            seen += os.read(self._terminal, 65536)

    def settle(self) -> None:
        """Wait until the article has been analysed, which a process of its own does, and that has been shown."""
        threads = Path(f"/proc/{self._process.pid}/task")
        self.rest(REST, MARKER.encode())
        while any(thread.read_text("ascii").strip() for thread in threads.glob("*/children")):
            self.rest(REST)

    def milliseconds(self) -> float:
        """Processor time so far, of all threads."""
        threads = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text("ascii").split()[0]) for thread in threads) / 1e6

    def peak(self) -> float:
        """The most memory there was, in megabytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def cost(self, key: bytes) -> float:
        before = self.milliseconds()
        self.press(key)
        select.select([self._terminal], [], [], PATIENCE)
        self.rest(FRAME)
        return self.milliseconds() - before

    def end(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)  # and what it has started
        self._process.wait()
        os.close(self._terminal)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=10_000_000)
    parser.add_argument("--highlights", type=int, default=10_000)
    parser.add_argument("--hits", type=int, default=2_000)
    parser.add_argument("--keys", type=int, default=200)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "articles")
        folder.mkdir()
        Path(folder, "article.md").write_text(article(wish.size, wish.hits))
        homes = {f"XDG_{kind}_HOME": f"{scratch}/{kind}" for kind in ("STATE", "DATA", "CONFIG", "CACHE")}
        app = Running(folder, {**os.environ, **homes, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        app.rest(FRAME, MARKER.encode())
        first = app.peak()
        app.end()
        highlight(folder, wish.highlights)
        app = Running(folder, {**os.environ, **homes, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        try:
            app.settle()
            app.press(b"/")
            app.rest(BLINK)
            app.press(MARKER.encode() + b"\r")
            app.rest(REST)
            print("| key | median ms | 95% ms | worst ms |\n|---|---:|---:|---:|")
            for name, key in KEYS.items():
                costs = sorted(app.cost(key) for _ in range(wish.keys))
                print(
                    f"| {name} | {costs[len(costs) // 2]:.1f} | {costs[len(costs) * 95 // 100]:.1f} | {costs[-1]:.1f} |"
                )
            print(f"\nPeak memory: {first:.0f} MB at the first text, {app.peak():.0f} MB in the end.")
        finally:
            app.end()


if __name__ == "__main__":
    main()
