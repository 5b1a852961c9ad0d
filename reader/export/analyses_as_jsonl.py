"""Quotations article by article, as JSON lines: what programs (and the scorer of our accuracy) read.

{"id": "a.txt", "title": "…", "quotes": [{"id": "q-…", "start": 4, "end": 17, "text": "“Fine,”", "kind": "direct",
 "speaker": {"start": 18, "end": 20, "text": "He"}, "resolved": "Ann Lee", "cue": {…}, "rule": "…", "confidence": 0.97,
 "words": "Fine,", "paragraph": 2, "sources": []}]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from reader.export.json_text import json_line
from reader.quotations import Analysis, Mention, Quotation, QuotationKind

_KINDS = {QuotationKind.DIRECT: "direct", QuotationKind.MIXED: "mixed", QuotationKind.REPORTED: "unmarked"}


def analyses_to_jsonl(
    analyses: Iterable[Analysis], titles: Mapping[str, str], kinds: Collection[QuotationKind] = tuple(QuotationKind)
) -> Iterator[str]:
    """A line for each article, also for one without quotations; `kind` is direct, mixed or unmarked.

    Offsets are code points into the article's text, half open; `text` is the source there, `words` what a reader sees.
    """
    for analysis in analyses:
        quotes = [quotation_record(quotation) for quotation in analysis.quotations if quotation.kind in kinds]
        row = {"id": analysis.article_id, "title": titles[analysis.article_id], "quotes": quotes}
        yield json_line(row) + "\n"


def quotation_record(quotation: Quotation) -> dict[str, Any]:
    """One quotation as a JSON object."""
    return {
        "id": quotation.id,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": quotation.text,
        "kind": _KINDS[quotation.kind],
        "speaker": _mention(quotation.speaker),
        "resolved": quotation.resolved,
        "cue": _mention(quotation.cue),
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "words": quotation.words,
        "paragraph": quotation.paragraph,
        "sources": [_mention(source) for source in quotation.sources],
    }


def _mention(mention: Mention | None) -> dict[str, Any] | None:
    if mention is None:
        return None
    return {"start": mention.span.start, "end": mention.span.end, "text": mention.text}
