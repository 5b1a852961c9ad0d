"""`reader list PATH`: the articles of a folder with what is marked and said in each."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.cli.console import show
from reader.cli.opened import opened
from reader.cli.outcomes import articles_of
from reader.cli.paths import existing
from reader.export.escaping import joined
from reader.export.sayings import MARKED
from reader.library.analyses import Analysed, File, analyses


def run(arguments: Sequence[str]) -> int:
    """Print a line for each article, in the library's order."""
    parser = ArgumentParser(prog="reader list", description="The articles of a folder, with counts.")
    parser.add_argument("path", metavar="PATH", help="a folder of articles, or a single file")
    chosen = parser.parse_args(arguments)
    with opened(existing(chosen.path)) as library:
        highlights = Counter(annotation.article_id for annotation in library.annotations())
        files = [File(entry.path, library.root) for entry in library.entries()]
    show(_table(articles_of(analyses(files)), highlights))
    return 0


def _table(articles: Iterable[Analysed], highlights: Counter[str]) -> Iterator[str]:
    yield "highlights  quotations    words  article\n"
    for article in articles:
        quotations = sum(quotation.kind in MARKED for quotation in article.analysis.quotations)
        published = article.published.isoformat() if article.published else ""
        known = joined([article.title, article.publisher, published, article.article_id])
        yield f"{highlights[article.article_id]:10}  {quotations:10}  {article.words:7}  {known}\n"
