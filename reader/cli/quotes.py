"""`reader quotes PATH...`: every quotation in some articles, under the person who said it."""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.console import complain
from reader.cli.corrected import corrected, corrections_for
from reader.cli.destination import Destination, add_output_arguments
from reader.cli.files import articles_in
from reader.cli.outcomes import about, articles_of, not_read
from reader.library.analyses import File, Unread, analysed, article_in, said_in
from reader.library.cores import collect_seldom, on_all_cores
from reader.quotations import Analysis, QuotationKind

if TYPE_CHECKING:
    from reader.export.sayings import Sayings
    from reader.library.corrections import Corrections

NOTHING_READ = 1
EVERY_KIND = frozenset(QuotationKind)


def run(arguments: Sequence[str]) -> int:
    """Print the quotations; 1 if there are files and not a single one could be read."""
    chosen = _parser().parse_args(arguments)
    collect_seldom()
    files = articles_in(chosen.paths)
    with corrections_for(chosen.paths, files[0].root if files else Path()) as corrections:
        texts = list(_texts(files, corrections, chosen))
    if files and not texts:
        return NOTHING_READ
    destination = Destination(chosen.output, chosen.force, [file.path for file in files])
    destination.take("".join(texts), markdown=chosen.format == "markdown", is_safe=chosen.format == "jsonl")
    return 0


def _parser() -> ArgumentParser:
    # Asking for the width of the terminal at each option would take 3 ms; it is asked for when help is shown.
    parser = ArgumentParser(
        prog="reader quotes",
        description="Every quotation, under the person who said it.",
        formatter_class=partial(HelpFormatter, width=80),
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="folders of articles, or single files")
    parser.add_argument("--format", choices=["text", "markdown", "jsonl", "csv"], default="text")
    parser.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in QuotationKind],
        help="only this kind, and others given so; else direct and mixed (jsonl: all, reported ones as “unmarked”)",
    )
    parser.add_argument("--reported", action="store_true", help="reported speech, too")
    parser.add_argument("--explain", action="store_true", help="say why, in text and csv (jsonl always does)")
    parser.add_argument(
        "--same-as",
        action="store_true",
        help="jsonl: say which statement of several articles each is (csv always does)",
    )
    add_output_arguments(parser)
    parser.formatter_class = HelpFormatter
    return parser


def _texts(files: Sequence[File], corrections: Sequence[Corrections], chosen: Namespace) -> Iterator[str]:
    """What is to be printed, part by part; nothing if no file could be read."""
    if chosen.format == "jsonl" and not corrections and not chosen.same_as:
        found = on_all_cores(partial(_row_of, kinds=_kinds(chosen, EVERY_KIND)), files)
        yield from _rows_of_readable(found)
        return
    from reader.export.sayings import MARKED, Source, sayings

    heard = list(articles_of(on_all_cores(analysed, files)))
    if not heard:
        return
    said = corrected([one.analysis for one in heard], corrections)
    titles = {one.article_id: one.title for one in heard}
    sources = {one.article_id: Source(one.publisher, one.published, one.url) for one in heard}
    kinds = _kinds(chosen, EVERY_KIND if chosen.format == "jsonl" else MARKED)
    everything = sayings(said.speakers, said.analyses, titles, kinds, sources)
    if chosen.format == "jsonl":
        same_as = everything.same_as if chosen.same_as else None
        for analysis, one in zip(said.analyses, heard, strict=True):
            yield _json(analysis, one.title, one.replaced, kinds, same_as)
    else:
        yield _by_speaker(everything, chosen)


class _Row(NamedTuple):
    """What is left of one file: its line of JSON, a good deal easier to hand over than its quotations."""

    json: str
    """Empty for a file that could not be read."""
    remarks: tuple[str, ...]
    """What is to be known about how it was read."""


def _row_of(file: File, kinds: frozenset[QuotationKind]) -> _Row:
    article = article_in(file)
    if isinstance(article, Unread):
        return _Row("", (not_read(article),))
    analysis, failure = said_in(article)
    notices = (*article.notices, failure) if failure else article.notices
    row = _json(analysis, article.title, article.replaced, kinds)
    return _Row(row, tuple(about(article.id, notice) for notice in notices))


def _rows_of_readable(rows: Iterable[_Row]) -> Iterator[str]:
    for row in rows:
        for remark in row.remarks:
            complain(remark)
        if row.json:
            yield row.json


def _json(
    analysis: Analysis,
    title: str,
    replaced: Mapping[int, str],
    kinds: frozenset[QuotationKind],
    same_as: Mapping[tuple[str, str], str] | None = None,
) -> str:
    """The line of JSON of one article."""
    from reader.export.analyses_as_jsonl import analyses_to_jsonl

    name = analysis.article_id
    return "".join(analyses_to_jsonl([analysis], {name: title}, kinds, {name: replaced}, same_as))


def _kinds(chosen: Namespace, usual: frozenset[QuotationKind]) -> frozenset[QuotationKind]:
    kinds = frozenset(map(QuotationKind, chosen.kind)) if chosen.kind else usual
    return kinds | {QuotationKind.REPORTED} if chosen.reported else kinds


def _by_speaker(found: Sayings, chosen: Namespace) -> str:
    match chosen.format:
        case "csv":
            from reader.export.sayings_as_csv import sayings_to_csv

            return sayings_to_csv(found, chosen.explain)
        case "markdown":
            from reader.export.as_markdown import sayings_to_markdown

            return sayings_to_markdown(found)
        case _:
            from reader.export.sayings_as_text import sayings_to_text

            return sayings_to_text(found, chosen.explain)
