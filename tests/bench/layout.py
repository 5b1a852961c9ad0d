"""What laying out costs at every size of article: time for a first page, a step, a page turn, and memory.

    python tests/bench/layout.py [--sizes 3000 100000 1000000 10000000]

Without a terminal and without Textual: pure layout and the cutting of rows into painted segments, with 10,000
highlights and 2,000 search hits over the article.  Milliseconds of processor time; steps are 95th percentiles.
"""

from __future__ import annotations

import argparse
import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

from reader.article import Article, Blocks, Format
from reader.article.markdown import batches
from reader.layout import motions
from reader.layout.marks import Mark, MarkIndex, paint_runs
from reader.layout.page import Page
from reader.layout.row import RowRef
from reader.layout.search import find
from reader.text import Span

MEASURE, HEIGHT = 66, 40
HIGHLIGHTS, HITS = 10_000, 2_000
STEPS = 200
SECTION = """## What the minister said

The minister said on **Tuesday** that “the talks” in [Lutavia](https://lutavia.example/talks) would go on for as long
as *it takes*, and that nobody should expect a quick end. “We are not in a hurry,” she said, “and neither are they.”

- The first round ended without a word.
- The second began with `silence`, as one of those present put it.

> Nobody who was in the room wanted to be the first to leave it, and so nobody left.

| Round | Days | Words agreed |
|-------|-----:|-------------:|
| First |   12 |            0 |

"""


def milliseconds(job: Callable[[], object]) -> float:
    began = time.process_time()
    job()
    return (time.process_time() - began) * 1000


def slow(job: Callable[[], object]) -> float:
    """The 95th percentile of STEPS runs."""
    return sorted(milliseconds(job) for _ in range(STEPS))[int(STEPS * 0.95)]


def memory() -> float:
    """Megabytes that the process has in memory now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Bench:
    """One article, read from its start."""

    def __init__(self, size: int) -> None:
        self.text = (SECTION * (size // len(SECTION) + 1))[:size]
        self.article = Article("bench.md", self.text, Format.MARKDOWN, Blocks(batches(self.text)))
        self.page = Page(self.article, MEASURE)
        self.top: RowRef = self.page.first()
        step = max(300, size // HIGHLIGHTS)
        marks = [Mark(Span(at, at + 80), "annotation-yellow", key=str(at)) for at in range(0, size, step)]
        self.marks = MarkIndex(
            [*marks, *(Mark(Span(at, at + 4), "hit", 1) for at in range(0, size, max(300, size // HITS)))]
        )

    def paint(self) -> None:
        for _, row in self.page.window(self.top, HEIGHT):
            paint_runs(row, self.marks.over(row.span))

    def step(self, rows: int) -> None:
        self.top = self.page.walk(self.top, rows)
        self.paint()

    def results(self) -> list[float]:
        before = memory()
        first, line, turn = milliseconds(self.paint), slow(lambda: self.step(1)), slow(lambda: self.step(HEIGHT - 2))
        every = milliseconds(self.article.blocks.complete)
        gc.collect()
        grown = memory() - before
        middle = len(self.text) // 2
        word = slow(lambda: motions.word_forward(self.article, middle))
        return [first, line, turn, every, word, milliseconds(lambda: find(self.article, "silence")), grown]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[3_000, 100_000, 1_000_000, 10_000_000])
    Bench(10_000).paint()  # imports and first uses
    names = ("first page", "line", "page turn", "all blocks", "word", "search", "MB grown")
    print(f"{'characters':>12}" + "".join(f"{name:>12}" for name in names))
    for size in options.parse_args().sizes:
        print(f"{size:12,}" + "".join(f"{value:12.2f}" for value in Bench(size).results()), flush=True)


if __name__ == "__main__":
    main()
