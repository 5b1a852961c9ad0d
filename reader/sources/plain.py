"""Plain text in, an article out: its lines are classified (structure/), title, byline and date read off them."""

from __future__ import annotations

from reader.article import Article, Blocks, Format
from reader.sources.source import Source
from reader.sources.structure import structure
from reader.sources.titles import derived_title


def plain(source: Source) -> Article:
    """The article in a plain-text source; it always has a title, if only its file's name."""
    found = structure(source.text)
    return Article(
        id=source.id,
        text=source.text,
        format=Format.PLAIN,
        blocks=Blocks(found.batches),
        title=found.title or derived_title(source.text, source.name),
        title_derived=not found.title,
        byline=found.byline,
        published=found.published,
        publisher=found.publisher,
        url=found.url,
        notices=source.notices,
    )
