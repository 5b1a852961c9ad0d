"""Plain text saved from the web in, its blocks out, with title, byline, date and publisher.

The text is cut into drafts; each module of this room says one thing about them, in the order below.  Nothing is removed
or rewritten: site furniture is labelled, so that it can be dimmed, and every visible character stays in one block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice

from reader.article import Row
from reader.sources.structure.blocks import rows
from reader.sources.structure.body import find_body
from reader.sources.structure.credits import byline, mark_below_title, mark_credits, published
from reader.sources.structure.draft import Draft
from reader.sources.structure.furniture import mark_furniture, mark_tail
from reader.sources.structure.headings import mark_headings
from reader.sources.structure.lines import Line, lines
from reader.sources.structure.lists import mark_lists
from reader.sources.structure.origin import publisher, url
from reader.sources.structure.outside import article_range, mark_outside
from reader.sources.structure.title import mark_title, title_words
from reader.sources.structure.wrapping import SAMPLE, paragraphs, wrap_column

LONGEST_JUDGED = 600_000
MOST_JUDGED = 8_000
"""Above either, in code points and in blocks, a text is no page from the web: its paragraphs are not judged."""
BATCH = 32 * 1024
"""Code points of source in one batch of such a text."""


@dataclass(frozen=True)
class Structure:
    """What the lines of a text say about it; empty where they say nothing."""

    batches: Iterable[list[Row]]
    title: str = ""
    byline: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""


def structure(text: str) -> Structure:
    """What the lines of `text` are.  Takes some 50 ms for a megabyte; blocks come lazily, in batches."""
    drafts = _drafts(text)
    if len(text) > LONGEST_JUDGED:
        return _unjudged(text, drafts)
    judged = list(islice(drafts, MOST_JUDGED + 1))
    if len(judged) > MOST_JUDGED:
        return _unjudged(text, chain(judged, drafts))
    return _judged(text, judged)


def _unjudged(text: str, drafts: Iterator[Draft]) -> Structure:
    """Nothing but paragraphs, with the title and the credits that the beginning of the text gives."""
    beginning = text[:BATCH]
    return replace(_judged(beginning, list(_drafts(beginning))), batches=_batches(text, drafts))


def _judged(text: str, drafts: list[Draft]) -> Structure:
    mark_lists(text, drafts)
    mark_furniture(drafts)
    mark_tail(drafts)
    body = find_body(drafts)
    mark_credits(drafts, body)
    title = mark_title(drafts, body)
    if title is not None:
        mark_below_title(drafts, title, body)
    mark_headings(drafts, article_range(body, title))
    mark_outside(drafts, body, title)
    return Structure(
        batches=_batches(text, drafts),
        title="" if title is None else title_words(drafts[title].text),
        byline=byline(drafts),
        published=published(drafts),
        publisher=publisher(drafts, body),
        url=url(drafts, body),
    )


def _drafts(text: str) -> Iterator[Draft]:
    found = lines(text)
    sample = list(islice(found, SAMPLE))
    for group in paragraphs(text, chain(sample, found), wrap_column(text, sample)):
        yield _draft(group)


def _draft(group: list[Line]) -> Draft:
    pieces = [(line.start, line.end) for line in group]
    return Draft(pieces, group[0].blanks, " ".join([line.text for line in group]))


def _batches(text: str, drafts: Iterable[Draft]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows(text, drafts):
        batch.append(row)
        if row.end - batch[0].start >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
