"""Readings and speakers in, text to take away out: Markdown, JSON, CSV, and who said what in each of them.

Pure but for `save`, which writes a text to a file without destroying anybody's work.
"""

from typing import TYPE_CHECKING

from reader.later import imported_later

if TYPE_CHECKING:
    from reader.export.analyses_as_jsonl import analyses_to_jsonl
    from reader.export.as_csv import to_csv
    from reader.export.as_json import to_json
    from reader.export.as_markdown import sayings_to_markdown, to_markdown
    from reader.export.as_web_annotations import to_web_annotations
    from reader.export.codebook_as_csv import codebook_to_csv
    from reader.export.grouping import Grouping
    from reader.export.rendering import TemplateProblem
    from reader.export.saving import NotOurs, save, sealed
    from reader.export.sayings import Sayings
    from reader.export.sayings_as_csv import sayings_to_csv
    from reader.export.sayings_as_text import sayings_to_text

__all__ = [
    "Grouping",
    "NotOurs",
    "Sayings",
    "TemplateProblem",
    "analyses_to_jsonl",
    "codebook_to_csv",
    "save",
    "sayings_to_csv",
    "sayings_to_markdown",
    "sayings_to_text",
    "sealed",
    "to_csv",
    "to_json",
    "to_markdown",
    "to_web_annotations",
]

__getattr__ = imported_later(
    __name__,
    {
        "Grouping": "grouping",
        "NotOurs": "saving",
        "Sayings": "sayings",
        "TemplateProblem": "rendering",
        "analyses_to_jsonl": "analyses_as_jsonl",
        "codebook_to_csv": "codebook_as_csv",
        "save": "saving",
        "sayings_to_csv": "sayings_as_csv",
        "sayings_to_markdown": "as_markdown",
        "sayings_to_text": "sayings_as_text",
        "sealed": "saving",
        "to_csv": "as_csv",
        "to_json": "as_json",
        "to_markdown": "as_markdown",
        "to_web_annotations": "as_web_annotations",
    },
)
