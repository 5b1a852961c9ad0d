"""How many articles a second `reader quotes` gets through: the engine alone, and the whole command.

    python -m tests.bench.quotes [FOLDER] [--articles 840] [--rounds 3]

Without FOLDER the articles are put together from paragraphs of the sample corpus, 4,000 characters each, every one
different; they have as many quotations as news has.

* **reading**, **engine**: in this process, on one core; the engine is everything from an article to its quotations.
* **whole command**: `reader quotes --format jsonl FOLDER` as a user starts it, start-up included: on one core, on all
  of them, and once more with the analyses that it kept the first time.
* **bare**: what nobody can be faster than, in the same run: Python started for nothing, the files read and decoded,
  and one regular expression that finds marks in pairs and no speaker.

All take turns, because machines are noisy; the best round counts.  Articles a second are by the wall; processor
milliseconds of one article stand beside them.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.folders import bundled
from reader.quotations import analyse
from reader.sources import is_article, read

LENGTH = 4000
"""Characters of an article."""
_MARKED = re.compile('“[^“”\n]+”|"[^"\n]+"')


class Took(NamedTuple):
    """Seconds by the wall, and of processors."""

    wall: float
    processor: float


def write_articles(folder: Path, count: int) -> None:
    """`count` articles of about LENGTH characters: paragraphs of the sample corpus, shuffled."""
    chance = random.Random(1)
    sources = [path for path in sorted(bundled("sample_corpus").iterdir()) if is_article(path.name)]
    lines = [line.strip() for path in sources for line in path.read_text("utf-8").split("\n")]
    paragraphs = [line for line in lines if len(line) > 60 and (line[0].isalpha() or line[0] in '“"')]
    for number in range(count):
        text = f"Report {number} from the coast\n"
        while len(text) < LENGTH:
            text += f"\n{chance.choice(paragraphs)}\n"
        (folder / f"{number:05}.txt").write_text(text, "utf-8")


def timed(work: Callable[[], object]) -> Took:
    """What `work` takes in this process."""
    gc.collect()
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def command(arguments: Sequence[str], cache: Path, core: int | None = None) -> Took:
    """What a Python process with `arguments` takes, with that cache folder; on that `core` alone if one is given."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.DEVNULL,
        preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, [core]),
        check=True,
    )
    took = time.perf_counter() - wall
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def one_round(folder: Path, cache: Path) -> Iterator[tuple[str, Took]]:
    """Everything once."""
    files = sorted(folder.glob("*.txt"))
    articles = [read(file, folder) for file in files]
    for article in articles:
        article.blocks.complete()
    quotes = ["-m", "reader", "quotes", "--format", "jsonl", str(folder)]
    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    yield "reading", timed(lambda: [read(file, folder).blocks.complete() for file in files])
    yield "engine", timed(lambda: [analyse(article) for article in articles])
    yield "whole command, one core", command(quotes, cache / "one", core)
    yield "whole command, one core, again", command(quotes, cache / "one", core)
    yield "whole command, all cores", command(quotes, cache / "all")
    yield "whole command, all cores, again", command(quotes, cache / "all")
    yield "bare: Python started", command(["-c", "pass"], cache)
    yield "bare: files read", timed(lambda: [file.read_text("utf-8") for file in files])
    yield "bare: marks in pairs", timed(lambda: [_MARKED.findall(article.text) for article in articles])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=840)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.folder or Path(name, "articles")
        if not chosen.folder:
            folder.mkdir()
            write_articles(folder, chosen.articles)
        sizes = [file.stat().st_size for file in folder.glob("*.txt")]
        print(f"{len(sizes)} articles of {sum(sizes) / len(sizes) / 1000:.1f} kB; best of {chosen.rounds} rounds")
        best: dict[str, Took] = {}
        for number in range(chosen.rounds):
            for what, took in one_round(folder, Path(name, f"cache{number}")):
                best[what] = min(best.get(what, took), took)
        for what, took in best.items():
            each = 1000 * took.processor / len(sizes)
            print(f"{what:33} {len(sizes) / took.wall:9,.0f} articles/s {took.wall:7.2f} s {each:7.2f} ms each")


if __name__ == "__main__":
    main()
