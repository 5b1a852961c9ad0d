"""`reader list PATH`: the articles of a folder with what is marked and said in each."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice

from reader.annotations.filter_language import Filter
from reader.cli.console import complain, show
from reader.cli.filters import NOTHING_FITS, add_filter_argument, chosen_filter, nothing_fits, told
from reader.cli.opened import opened
from reader.cli.outcomes import articles_of
from reader.cli.paths import existing
from reader.export.escaping import joined
from reader.export.sayings import MARKED
from reader.export.wanted import only
from reader.library import Entry, Library
from reader.library.analyses import Analysed, File, analysed
from reader.quotations import gather
from reader.sources import Unreadable

NOTHING_READ = 1
LARGE = 4_000_000
"""Bytes from which the quotations of one file are not counted: finding them takes longer than anybody waits."""


def run(arguments: Sequence[str]) -> int:
    """Print a line for each article, in the library's order.

    1 if none has highlights that fit the filter, or if there are files and not a single one could be read.
    """
    parser = ArgumentParser(
        prog="reader list",
        description="The articles of a folder, with counts; quotations of files beyond 4 MB are not counted.",
    )
    parser.add_argument("path", metavar="PATH", help="a folder of articles, or a single file")
    add_filter_argument(parser, "only articles with highlights that fit, and only these counted")
    chosen = parser.parse_args(told(arguments))
    with opened(existing(chosen.path)) as library:
        wanted = chosen_filter(chosen.filter, library.codebook)
        entries = library.entries()
        large = frozenset(entry.id for entry in entries if entry.size > LARGE)
        files = ((File(entry.path, library.root), wanted or entry.id not in large) for entry in entries)
        read = articles_of(analysed(file, who_says_what=bool(asked)) for file, asked in files)
        first = tuple(islice(read, 1))
        articles: Iterator[Analysed] = chain(first, read)
        if wanted:
            articles, highlights = _fitting(library, list(articles), wanted)
            if not highlights:
                complain(nothing_fits(chosen.path))
        else:
            highlights = _highlights(library, entries)
        show(_table(articles, highlights, large))
    if entries and not first:
        return NOTHING_READ
    return NOTHING_FITS if wanted and not highlights else 0


def _highlights(library: Library, entries: Sequence[Entry]) -> Counter[str]:
    """How many there are in each article; those of renamed articles are found by reading what may be one."""
    found = Counter(annotation.article_id for annotation in library.annotations())
    if found.keys() - {entry.id for entry in entries}:
        for entry in entries:
            if not found[entry.id]:
                with suppress(Unreadable):
                    found[entry.id] = len(library.reading(library.read(entry)).annotations)
    return found


def _fitting(library: Library, articles: list[Analysed], wanted: Filter) -> tuple[Iterator[Analysed], Counter[str]]:
    """The articles with highlights that are wanted, and how many in each; places are those in the present text."""
    said = [article.analysis for article in articles]
    speakers = library.corrections.over(gather(said), said)
    readings = [library.reading(library.read(article.article_id)) for article in articles]
    found = Counter({one.article.id: len(one.annotations) for one in only(readings, speakers, wanted).readings})
    return (article for article in articles if found[article.article_id]), found


def _table(articles: Iterable[Analysed], highlights: Counter[str], large: Collection[str]) -> Iterator[str]:
    yield "highlights  quotations    words  article\n"
    for article in articles:
        counted = sum(quotation.kind in MARKED for quotation in article.analysis.quotations)
        quotations = "-" if article.article_id in large else counted
        published = article.published.isoformat() if article.published else ""
        known = joined([article.title, article.publisher, published, article.article_id])
        yield f"{highlights[article.article_id]:10}  {quotations:>10}  {article.words:7}  {known}\n"
