"""Article in, quotations with their speakers out.  Pure functions: no files, no settings, no terminal.

The values are at hand at once; the engine is imported when it is first asked for, so that a screen that only shows
quotations never waits for it.
"""

from typing import TYPE_CHECKING

from reader.later import imported_later
from reader.quotations.quotation import Analysis, Mention, Person, Quotation, QuotationKind, Speaker, SpeakerKind

if TYPE_CHECKING:
    from reader.quotations.analysis import analyse
    from reader.quotations.explanation import explain
    from reader.quotations.identity import gather
    from reader.quotations.statements import Statement, Statements, same_statements
    from reader.quotations.version import rule_version
    from reader.quotations.wordings import differing_words

__all__ = [
    "Analysis",
    "Mention",
    "Person",
    "Quotation",
    "QuotationKind",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Statements",
    "analyse",
    "differing_words",
    "explain",
    "gather",
    "rule_version",
    "same_statements",
]

__getattr__ = imported_later(
    __name__,
    {
        "Statement": "statements",
        "Statements": "statements",
        "analyse": "analysis",
        "differing_words": "wordings",
        "explain": "explanation",
        "gather": "identity",
        "rule_version": "version",
        "same_statements": "statements",
    },
)
