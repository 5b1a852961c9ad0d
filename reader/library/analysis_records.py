"""Analyses as bytes that can be kept: an analysis in, JSON behind a checksum out, and back.

What the article itself says (its id, the words inside a span) is not repeated.  Whatever comes back is checked value by
value: bytes from a disk may hold anything.  Not compressed: that would take as long as all the rest.
"""

from __future__ import annotations

import json
from typing import Any
from zlib import crc32

from reader.article import Article
from reader.quotations import Analysis, Mention, Person, Quotation, QuotationKind, SpeakerKind
from reader.text import Span

_CHECKSUM = 4
"""Bytes."""
_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class Damaged(Exception):
    """The bytes are not the analysis of that article."""


def packed(analysis: Analysis) -> bytes:
    """`analysis` without what its article tells."""
    quotations = [_quotation_row(quotation) for quotation in analysis.quotations]
    people = [[p.name, p.kind, p.role, p.aliases, p.gender] for p in analysis.people]
    return sealed(_encoded([quotations, people]).encode("utf-8", "surrogatepass"))


def sealed(content: bytes) -> bytes:
    """`content` behind its checksum."""
    return crc32(content).to_bytes(_CHECKSUM) + content


def unpacked(content: bytes, article: Article) -> Analysis:
    """The analysis of `article` that `packed` made of it; raises Damaged for anything else."""
    if content != sealed(content[_CHECKSUM:]):
        raise Damaged("the checksum is wrong")
    try:
        quotations, people = json.loads(content[_CHECKSUM:].decode("utf-8", "surrogatepass"))
        return Analysis(
            article.id,
            article.sha256,
            tuple(_quotation(article, *row) for row in quotations),
            tuple(_person(*row) for row in people),
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise Damaged(str(error)) from error


def _quotation_row(said: Quotation) -> list[Any]:
    return [
        said.id,
        [said.span.start, said.span.end],
        said.kind,
        said.words,
        said.paragraph,
        _mention_row(said.speaker),
        said.resolved,
        _mention_row(said.cue),
        [_mention_row(source) for source in said.sources],
        said.rule,
        said.confidence,
    ]


def _mention_row(mention: Mention | None) -> list[Any] | None:
    return None if mention is None else [mention.span.start, mention.span.end, mention.text]


def _quotation(
    article: Article,
    name: Any,
    place: Any,
    kind: Any,
    words: Any,
    paragraph: Any,
    speaker: Any,
    resolved: Any,
    cue: Any,
    sources: Any,
    rule: Any,
    confidence: Any,
) -> Quotation:
    span = _span(article, *place)
    return Quotation(
        id=_text(name),
        article_id=article.id,
        span=span,
        kind=QuotationKind(kind),
        text=span.of(article.text),
        words=_text(words),
        paragraph=int(_number(paragraph)),
        speaker=_mention(article, speaker),
        resolved=_text(resolved),
        cue=_mention(article, cue),
        sources=tuple(_known_mention(article, *source) for source in sources),
        rule=_text(rule),
        confidence=_number(confidence),
    )


def _person(name: Any, kind: Any, role: Any, aliases: Any, gender: Any) -> Person:
    return Person(_text(name), SpeakerKind(kind), _text(role), tuple(map(_text, aliases)), _text(gender))


def _mention(article: Article, row: Any) -> Mention | None:
    return None if row is None else _known_mention(article, *row)


def _known_mention(article: Article, start: Any, end: Any, text: Any) -> Mention:
    return Mention(_span(article, start, end), _text(text))


def _span(article: Article, start: Any, end: Any) -> Span:
    if not isinstance(start, int) or not isinstance(end, int) or end > len(article.text):
        raise ValueError("a place outside of the text")
    return Span(start, end)


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or not 0 <= value < 1e9:
        raise ValueError("not a number that an analysis has")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
