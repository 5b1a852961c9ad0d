"""Plain text saved from the web in, its blocks out, with title, byline, date and publisher."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reader.article import Block, Kind
from reader.sources.structure.lines import lines


@dataclass(frozen=True)
class Structure:
    """What the lines of a text say about it; empty where they say nothing."""

    batches: Iterable[list[Block]]
    title: str = ""
    byline: str = ""
    published: date | None = None
    publisher: str = ""


def structure(text: str) -> Structure:
    """What the lines of `text` are."""
    return Structure([[Block(Kind.PARAGRAPH, line.span, (line.span,)) for line in lines(text)]])
