"""`reader export PATH`: highlights, notes and tags with what is quoted, as documents to take away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reader.cli.console import Refused, complain
from reader.cli.destination import Destination, add_output_arguments
from reader.cli.filters import add_filter_argument, chosen_filter, told
from reader.cli.opened import opened
from reader.cli.paths import existing
from reader.export.grouping import Grouping
from reader.export.wanted import only
from reader.library import Library
from reader.library.corrected import as_said
from reader.library.readings import readings_in
from reader.quotations import Speaker, analyse, gather
from reader.reading import Reading

NOTHING_READ = 1
FORMATS = ["markdown", "json", "jsonld", "csv", "codebook"]


def run(arguments: Sequence[str]) -> int:
    """Print or save the export; 1 if there are files and not a single one could be read."""
    parser = _parser()
    chosen = parser.parse_args(told(arguments))
    if chosen.by and chosen.format != "markdown":
        parser.error("--by goes with --format markdown")
    path = existing(chosen.path)
    with opened(path) as library:
        wanted = chosen_filter(chosen.filter, library.codebook)
        found = readings_in(library, analyse, path)
        readings, speakers = _corrected(found.readings, library)
    for problem in found.problems:
        complain(problem)
    if found.problems and not found.readings:
        return NOTHING_READ
    if not any(reading.annotations for reading in readings):
        complain(f"nothing is highlighted in {chosen.path} yet")
    elif wanted:
        left = only(readings, speakers, wanted)
        readings, speakers = list(left.readings), left.speakers
        if not readings:
            complain(f"no highlight in {chosen.path} fits the filter")
    _take_away(readings, speakers, chosen, Destination(chosen.output, chosen.force, found.files))
    return 0


def _corrected(readings: Sequence[Reading], library: Library) -> tuple[list[Reading], tuple[Speaker, ...]]:
    """Readings and their speakers as the reader corrected them."""
    analyses = [reading.analysis for reading in readings if reading.analysis]
    speakers = library.corrections.over(gather(analyses), analyses)
    again = {analysis.article_id: analysis for analysis in as_said(analyses, speakers)}
    return [replace(reading, analysis=again.get(reading.article.id)) for reading in readings], speakers


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="reader export", description="Highlights, notes and quotations, to take away.")
    parser.add_argument("path", metavar="PATH", help="a folder of articles, or a single file")
    parser.add_argument(
        "--format", choices=FORMATS, default="markdown", help="jsonld: W3C Web Annotation; codebook: tags as CSV"
    )
    parser.add_argument("--by", choices=[by.value for by in Grouping], help="how Markdown is grouped (article)")
    parser.add_argument(
        "--templates",
        metavar="FOLDER",
        help="Jinja templates that take the place of ours, as those in templates/ beside your settings do",
    )
    add_filter_argument(parser, "only highlights that fit, and no quotations that are not highlighted")
    add_output_arguments(parser, "this file, or for each article a file in this folder,")
    return parser


def _take_away(
    readings: Sequence[Reading], speakers: Sequence[Speaker], chosen: Namespace, destination: Destination
) -> None:
    if chosen.format != "markdown":
        destination.take(_records(readings, speakers, chosen.format))
    elif destination.is_folder and chosen.by in (None, Grouping.ARTICLE):
        marked = [reading for reading in readings if reading.annotations]
        destination.take_each((one.article.id, _markdown([one], speakers, chosen)) for one in marked)
    else:
        destination.take(_markdown(readings, speakers, chosen), markdown=True)


def _records(readings: Sequence[Reading], speakers: Sequence[Speaker], form: str) -> str:
    match form:
        case "json":
            from reader.export.as_json import to_json

            return to_json(readings, speakers)
        case "jsonld":
            from reader.export.as_web_annotations import to_web_annotations

            return to_web_annotations(readings)
        case "codebook":
            from reader.export.codebook_as_csv import codebook_to_csv

            return codebook_to_csv(readings)
        case _:
            from reader.export.as_csv import to_csv

            return to_csv(readings, speakers)


def _markdown(readings: Sequence[Reading], speakers: Sequence[Speaker], chosen: Namespace) -> str:
    from reader.export.as_markdown import to_markdown
    from reader.export.rendering import TemplateProblem

    templates = existing(chosen.templates) if chosen.templates else None
    by = Grouping(chosen.by or Grouping.ARTICLE)
    try:
        return to_markdown(
            *(readings, speakers),
            by=by,
            exported=date.today(),
            templates=templates,
            quotations=not chosen.filter.strip(),
        )
    except TemplateProblem as problem:
        raise Refused(f"template {problem}") from problem
