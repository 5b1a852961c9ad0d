"""`reader export PATH`: highlights, notes and tags with what is quoted, as documents to take away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reader.cli.console import Refused, complain
from reader.cli.destination import Destination, add_output_arguments
from reader.cli.filters import NOTHING_FITS, add_filter_argument, chosen_filter, nothing_fits, told
from reader.cli.opened import opened
from reader.cli.paths import existing
from reader.export.forms import Form, in_form
from reader.export.grouping import Grouping
from reader.export.wanted import only
from reader.library import Library
from reader.library.corrected import as_said
from reader.library.readings import readings_in
from reader.quotations import Speaker, analyse, gather
from reader.reading import Reading

NOTHING_READ = 1


def run(arguments: Sequence[str]) -> int:
    """Print or save the export; 1 if not a single one of the files could be read, or if nothing fits the filter.

    An export in which nothing is left has the form of any other: whoever reads it on need not ask.
    """
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
            complain(nothing_fits(chosen.path))
    _take_away(readings, speakers, chosen, Destination(chosen.output, chosen.force, found.files))
    return NOTHING_FITS if wanted and not any(reading.annotations for reading in readings) else 0


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
        "--format",
        choices=[form.value for form in Form],
        default="markdown",
        help="jsonld: W3C Web Annotation; codebook: tags as CSV",
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
    markdown = chosen.format == Form.MARKDOWN
    if markdown and destination.is_folder and chosen.by in (None, Grouping.ARTICLE):
        marked = [reading for reading in readings if reading.annotations]
        destination.take_each((one.article.id, _text([one], speakers, chosen)) for one in marked)
    else:
        destination.take(_text(readings, speakers, chosen), markdown=markdown)


def _text(readings: Sequence[Reading], speakers: Sequence[Speaker], chosen: Namespace) -> str:
    from reader.export.rendering import TemplateProblem

    try:
        return in_form(
            *(Form(chosen.format), readings, speakers),
            by=Grouping(chosen.by or Grouping.ARTICLE),
            exported=date.today(),
            templates=existing(chosen.templates) if chosen.templates else None,
            quotations=not chosen.filter.strip(),
        )
    except TemplateProblem as problem:
        raise Refused(f"template {problem}") from problem
