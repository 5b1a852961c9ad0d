"""`reader quotes PATH...`: every quotation in some articles, under the person who said it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.corrected import Said, corrected
from reader.cli.destination import Destination, add_output_arguments
from reader.cli.files import articles_in
from reader.cli.outcomes import articles_of
from reader.export.sayings import MARKED, Sayings, sayings
from reader.library.analyses import Analysed, analyses
from reader.quotations import QuotationKind

NOTHING_READ = 1
EVERY_KIND = frozenset(QuotationKind)


def run(arguments: Sequence[str]) -> int:
    """Print the quotations; 1 if there are files and not a single one could be read."""
    chosen = _parser().parse_args(arguments)
    files = articles_in(chosen.paths)
    heard = list(articles_of(analyses(files)))
    if files and not heard:
        return NOTHING_READ
    destination = Destination(chosen.output, chosen.force, [file.path for file in files])
    said = corrected([one.analysis for one in heard], chosen.paths, files[0].root if files else Path())
    destination.take(_text(said, heard, chosen), markdown=chosen.format == "markdown")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="reader quotes", description="Every quotation, under the person who said it.")
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
    add_output_arguments(parser)
    return parser


def _text(said: Said, heard: Sequence[Analysed], chosen: Namespace) -> str:
    titles = {one.article_id: one.title for one in heard}
    if chosen.format == "jsonl":
        from reader.export.analyses_as_jsonl import analyses_to_jsonl

        replaced = {one.article_id: one.replaced for one in heard}
        return "".join(analyses_to_jsonl(said.analyses, titles, _kinds(chosen, EVERY_KIND), replaced))
    return _by_speaker(sayings(said.speakers, said.analyses, titles, _kinds(chosen, MARKED)), chosen)


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
