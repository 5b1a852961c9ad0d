"""The forms in which highlights are taken away: readings, their speakers and a form in, text out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from reader.export.grouping import Grouping
from reader.quotations import Speaker
from reader.reading import Reading


class Form(StrEnum):
    MARKDOWN = "markdown"
    JSON = "json"
    JSONLD = "jsonld"
    CSV = "csv"
    CODEBOOK = "codebook"


def in_form(
    form: Form,
    readings: Sequence[Reading],
    speakers: Sequence[Speaker],
    *,
    by: Grouping = Grouping.ARTICLE,
    exported: date,
    templates: Path | None = None,
    quotations: bool = True,
) -> str:
    """The text; what is named with words is for Markdown, and means and raises what it does in `to_markdown`."""
    match form:
        case Form.JSON:
            from reader.export.as_json import to_json

            return to_json(readings, speakers)
        case Form.JSONLD:
            from reader.export.as_web_annotations import to_web_annotations

            return to_web_annotations(readings)
        case Form.CODEBOOK:
            from reader.export.codebook_as_csv import codebook_to_csv

            return codebook_to_csv(readings)
        case Form.CSV:
            from reader.export.as_csv import to_csv

            return to_csv(readings, speakers)
        case Form.MARKDOWN:
            from reader.export.as_markdown import to_markdown

            return to_markdown(readings, speakers, by=by, exported=exported, templates=templates, quotations=quotations)
