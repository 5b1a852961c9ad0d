"""Outcomes on their way from one process of ours to another: an outcome in, small parts out, and put together again.

A long article has tens of thousands of quotations.  Pickled as they are, each would bring four objects to be made one
by one by code, and copies of names and rules that others have, too; all of that at once, which is more memory than the
quotations need in the end.  So they travel as rows, a few hundred at a time, and share what is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from sys import intern
from typing import Any, TypeAlias

from reader.library.analyses import Analysed, Outcome
from reader.quotations import Mention, Quotation, QuotationKind
from reader.text import Span

AT_ONCE = 500
"""Quotations in one part."""
Part: TypeAlias = "Outcome | list[_Row]"
"""An outcome without its quotations; behind one that was analysed their rows, in parts, the last of them empty."""
_Row: TypeAlias = tuple[Any, ...]

_KINDS = {kind.value: kind for kind in QuotationKind}


def taken_apart(outcome: Outcome) -> Iterator[Part]:
    """The parts of `outcome`, made of strings and numbers but for the first."""
    if not isinstance(outcome, Analysed):
        yield outcome
        return
    yield outcome._replace(analysis=replace(outcome.analysis, quotations=()))
    rows = map(_row, outcome.analysis.quotations)
    while part := list(islice(rows, AT_ONCE)):
        yield part
    yield []


def put_together(next_part: Callable[[], Any]) -> Outcome:
    """The outcome whose parts come next."""
    outcome: Outcome = next_part()
    if not isinstance(outcome, Analysed):
        return outcome
    rows = chain.from_iterable(iter(next_part, []))
    quotations = tuple(_quotations(outcome.article_id, rows))
    return outcome._replace(analysis=replace(outcome.analysis, quotations=quotations))


def _row(said: Quotation) -> _Row:
    return (
        said.id,
        said.span.start,
        said.span.end,
        said.kind.value,
        said.text,
        None if said.words == said.text else said.words,
        said.paragraph,
        _mention_row(said.speaker),
        said.resolved,
        _mention_row(said.cue),
        [_mention_row(source) for source in said.sources],
        said.rule,
        said.confidence,
    )


def _mention_row(mention: Mention | None) -> _Row | None:
    return None if mention is None else (mention.span.start, mention.span.end, mention.text)


def _quotations(article_id: str, rows: Iterable[_Row]) -> Iterator[Quotation]:
    confidences: dict[float, float] = {}
    for name, start, end, kind, text, words, paragraph, speaker, resolved, cue, sources, rule, confidence in rows:
        yield Quotation(
            id=name,
            article_id=article_id,
            span=Span(start, end),
            kind=_KINDS[kind],
            text=text,
            words=text if words is None else words,
            paragraph=paragraph,
            speaker=_mention(speaker),
            resolved=intern(resolved),
            cue=_mention(cue),
            sources=tuple(Mention(Span(*place), intern(said)) for *place, said in sources),
            rule=intern(rule),
            confidence=confidences.setdefault(confidence, confidence),
        )


def _mention(row: Sequence[Any] | None) -> Mention | None:
    return None if row is None else Mention(Span(row[0], row[1]), intern(row[2]))
