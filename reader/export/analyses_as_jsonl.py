"""Quotations article by article, as JSON lines: what programs (and the scorer of our accuracy) read.

{"id": "a.txt", "title": "…", "quotes": [{"id": "q-…", "start": 4, "end": 17, "text": "“Fine,”", "kind": "direct",
 "speaker": {"start": 18, "end": 20, "text": "He"}, "resolved": "Ann Lee", "cue": {…}, "rule": "…", "confidence": 0.97,
 "words": "Fine,", "paragraph": 2, "sources": []}]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from reader.export.json_text import json_line
from reader.quotations import Analysis, Mention, Quotation, QuotationKind
from reader.text import Span

NOTHING: Mapping[int, str] = MappingProxyType({})

_KINDS = {QuotationKind.DIRECT: "direct", QuotationKind.MIXED: "mixed", QuotationKind.REPORTED: "unmarked"}


Replaced = Mapping[int, str]
"""What stands in a file where its article has a safe sign, by offset."""


def analyses_to_jsonl(
    analyses: Iterable[Analysis],
    titles: Mapping[str, str],
    kinds: Collection[QuotationKind] = tuple(QuotationKind),
    replaced: Mapping[str, Replaced] | None = None,
    same_as: Mapping[tuple[str, str], str] | None = None,
) -> Iterator[str]:
    """A line for each article, also for one without quotations; `kind` is direct, mixed or unmarked.

    Offsets are code points into the article's text, half open; `text` is the source there, `words` what a reader sees.
    With `replaced` (by article id) `text` is exactly as in the file: JSON spells what must not reach a terminal.
    With `same_as` (by article id and quotation id) each says which statement of several articles it is, null if none.
    """
    for analysis in analyses:
        here = (replaced or {}).get(analysis.article_id, {})
        shown = [quotation for quotation in analysis.quotations if quotation.kind in kinds]
        quotes = [quotation_record(quotation, here) | _statement(quotation, same_as) for quotation in shown]
        row = {"id": analysis.article_id, "title": titles[analysis.article_id], "quotes": quotes}
        yield json_line(row) + "\n"


def _statement(quotation: Quotation, same_as: Mapping[tuple[str, str], str] | None) -> dict[str, str | None]:
    return {} if same_as is None else {"same_as": same_as.get((quotation.article_id, quotation.id))}


def quotation_record(quotation: Quotation, replaced: Replaced = NOTHING) -> dict[str, Any]:
    """One quotation as a JSON object."""
    return {
        "id": quotation.id,
        **_stretch(quotation.span, quotation.text, replaced),
        "kind": _KINDS[quotation.kind],
        "speaker": _mention(quotation.speaker, replaced),
        "resolved": quotation.resolved,
        "cue": _mention(quotation.cue, replaced),
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "words": quotation.words,
        "paragraph": quotation.paragraph,
        "sources": [_mention(source, replaced) for source in quotation.sources],
    }


def _mention(mention: Mention | None, replaced: Replaced) -> dict[str, Any] | None:
    return _stretch(mention.span, mention.text, replaced) if mention else None


def _stretch(span: Span, text: str, replaced: Replaced) -> dict[str, Any]:
    """Where words stand, and the words as the file has them."""
    if replaced and len(text) == span.length:
        text = "".join(replaced.get(span.start + n, sign) for n, sign in enumerate(text))
    return {"start": span.start, "end": span.end, "text": text}
