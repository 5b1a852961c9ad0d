"""Article in, quotations with their speakers out.  Pure functions: no files, no settings, no terminal."""

from reader.quotations.quotation import Analysis, Mention, Person, Quotation, QuotationKind, Speaker, SpeakerKind

__all__ = ["Analysis", "Mention", "Person", "Quotation", "QuotationKind", "Speaker", "SpeakerKind"]
