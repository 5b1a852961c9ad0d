"""Article in, quotations with their speakers out.  Pure functions: no files, no settings, no terminal."""

from reader.quotations.analysis import RULE_VERSION, analyse
from reader.quotations.explain import explain
from reader.quotations.identity import gather
from reader.quotations.quotation import Analysis, Mention, Person, Quotation, QuotationKind, Speaker, SpeakerKind

__all__ = [
    "RULE_VERSION",
    "Analysis",
    "Mention",
    "Person",
    "Quotation",
    "QuotationKind",
    "Speaker",
    "SpeakerKind",
    "analyse",
    "explain",
    "gather",
]
