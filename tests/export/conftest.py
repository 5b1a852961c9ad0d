"""Readings for tests of exports: «…» in the text marks a highlight, and every line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from reader.article import Article, Block, Blocks, Format, Kind
from reader.quotations import Analysis, Mention, Quotation, QuotationKind, Speaker, SpeakerKind
from reader.reading import Reading
from reader.text import Span

MakeReading = Callable[..., Reading]
MakeQuotation = Callable[..., Quotation]
MakeSpeaker = Callable[..., Speaker]


def _paragraphs(text: str) -> Iterator[list[Block]]:
    for line in re.finditer(r"[^\n]+", text):
        yield [Block(Kind.PARAGRAPH, Span(*line.span()), (Span(*line.span()),))]


@pytest.fixture
def reading() -> MakeReading:
    """`reading("Some «words» here.", title="News")`: an article with a highlight for each pair of marks, in order."""

    def make(marked: str, *, name: str = "news/one.txt", title: str = "One", **fields: Any) -> Reading:
        text = re.sub("[«»]", "", marked)
        article = Article(name, text, Format.PLAIN, Blocks(_paragraphs(text)), title=title, **fields)
        made = Reading(article, analysis=Analysis(name, article.sha256, ()))
        before = 0
        for found in re.finditer("«([^»]*)»", marked):
            start = found.start() - before
            made = made.after(made.annotate(Span(start, start + len(found[1]))))
            before += 2
        return made

    return make


@pytest.fixture
def quotation() -> MakeQuotation:
    """`quotation(article, "“Fine.”")`: that stretch of the article as a quotation of whoever is asked for."""

    def make(article: Article, text: str, **fields: Any) -> Quotation:
        start = article.text.index(text)
        known: dict[str, Any] = {
            "id": f"q-{start:010x}",
            "article_id": article.id,
            "span": Span(start, start + len(text)),
            "kind": QuotationKind.DIRECT,
            "text": text,
            "words": " ".join(text.strip("“”").split()),
            "paragraph": article.text.count("\n", 0, start) + 1,
            "speaker": Mention(Span(0, 3), article.text[:3]),
            "resolved": "Ann Lee",
            "cue": None,
        }
        return Quotation(**{**known, **fields})

    return make


@pytest.fixture
def speaker() -> MakeSpeaker:
    """`speaker("Ann Lee", quotation, …)`: a person of that name who said these things."""

    def make(name: str, *said: Quotation, role: str = "", kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
        return Speaker(f"s-{name.casefold()}", name, kind, role, (), said)

    return make
