"""Quotations article by article, as JSON lines: what programs (and the scorer of our accuracy) read.

{"id": "a.txt", "title": "…", "quotes": [{"id": "q-…", "start": 4, "end": 17, "text": "“Fine,”", "kind": "direct",
 "speaker": {"start": 18, "end": 20, "text": "He"}, "resolved": "Ann Lee", "cue": {…}, "rule": "…", "confidence": 0.97,
 "words": "Fine,", "paragraph": 2, "sources": []}]}

Filled into forms, because a folder has tens of thousands of them: that takes a third of what objects for each would.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from reader.export.json_text import json_string, safe_json
from reader.quotations import Analysis, Mention, Quotation, QuotationKind
from reader.text import Span

NOTHING: Mapping[int, str] = MappingProxyType({})

_KINDS = {QuotationKind.DIRECT: "direct", QuotationKind.MIXED: "mixed", QuotationKind.REPORTED: "unmarked"}

_ARTICLE = '{"id": %s, "title": %s, "quotes": [%s]}'
_QUOTATION = (
    '{"id": %s, "start": %d, "end": %d, "text": %s, "kind": "%s", "speaker": %s, "resolved": %s, "cue": %s, '
    '"rule": %s, "confidence": %r, "words": %s, "paragraph": %d, "sources": [%s]%s}'
)
_MENTION = '{"start": %d, "end": %d, "text": %s}'
_SAME_AS = ', "same_as": %s'

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
        here = (replaced or {}).get(analysis.article_id, NOTHING)
        shown = [quotation for quotation in analysis.quotations if quotation.kind in kinds]
        quotes = ", ".join([_quotation(quotation, here, _statement(quotation, same_as)) for quotation in shown])
        name = analysis.article_id
        yield safe_json(_ARTICLE % (json_string(name), json_string(titles[name]), quotes)) + "\n"


def quotation_record(quotation: Quotation) -> dict[str, Any]:
    """One quotation as a JSON object."""
    record: dict[str, Any] = json.loads(_quotation(quotation, NOTHING))
    return record


def _statement(quotation: Quotation, same_as: Mapping[tuple[str, str], str] | None) -> str:
    """What an object ends with if statements are told."""
    if same_as is None:
        return ""
    statement = same_as.get((quotation.article_id, quotation.id))
    return _SAME_AS % ("null" if statement is None else json_string(statement))


def _quotation(said: Quotation, replaced: Replaced, ending: str = "") -> str:
    return _QUOTATION % (
        json_string(said.id),
        said.span.start,
        said.span.end,
        json_string(_in_file(said.span, said.text, replaced)),
        _KINDS[said.kind],
        _mention(said.speaker, replaced),
        json_string(said.resolved),
        _mention(said.cue, replaced),
        json_string(said.rule),
        said.confidence,
        json_string(said.words),
        said.paragraph,
        ", ".join([_mention(source, replaced) for source in said.sources]),
        ending,
    )


def _mention(mention: Mention | None, replaced: Replaced) -> str:
    if mention is None:
        return "null"
    span = mention.span
    return _MENTION % (span.start, span.end, json_string(_in_file(span, mention.text, replaced)))


def _in_file(span: Span, text: str, replaced: Replaced) -> str:
    """The words at `span` as the file has them."""
    if replaced and len(text) == span.length:
        return "".join(replaced.get(span.start + n, sign) for n, sign in enumerate(text))
    return text
