"""Motions: an article (or a page of it) and an offset in, another offset or span out.

caret on        The minister [s]aid nothing.
word_forward    The minister said [n]othing.        row_end     The minister said nothing[.]
word_end        The minister sai[d] nothing.        left        The minister[ ]said nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.article import Article
from reader.layout.flow import (
    Spot,
    backward,
    earlier,
    heading_stops,
    later,
    onward,
    paragraph_stops,
    sentence_stops,
    spot,
    starts,
    step_back,
    step_forward,
    word_stops,
)
from reader.layout.page import Page
from reader.layout.row import Row, RowRef
from reader.text import Span


# characters
def after(article: Article, offset: int) -> int:
    """The offset behind the grapheme at `offset`; `offset` itself at the end of a block."""
    here = spot(article, offset)
    if here is None or here.index >= len(here.text):
        return offset
    return max(offset, here.source(Span(here.index, _behind(here))).end)


def before(article: Article, offset: int) -> int:
    """Where the last grapheme in front of `offset` starts; `offset` itself at the article's start."""
    here = spot(article, offset)
    if here is None:
        return offset
    place = here if here.index else next(earlier(article, here.number), here)
    k = bisect_left(starts(place.text), place.index) - 1
    return place.at(starts(place.text)[k]).offset if k >= 0 else offset


def left(article: Article, offset: int) -> int:
    """One grapheme to the left, over line breaks and gaps."""
    found = before(article, offset)
    return before(article, found) if _is_break(article, found) else found


def right(article: Article, offset: int, *, past_end: bool = False) -> int:
    """One grapheme to the right, over line breaks and gaps; the last one stays.

    With `past_end`, exactly behind the grapheme at `offset`, which may be the end of its block.
    """
    if past_end:
        return after(article, offset)
    here = spot(article, offset)
    if here is None:
        return offset
    index = min(_behind(here), len(here.text))
    if here.text.startswith("\n", index):
        index += 1
    if index < len(here.text):
        return here.at(index).offset
    following = next(later(article, here.number + 1), None)
    return following.offset if following else offset


def _behind(here: Spot) -> int:
    """The index behind the grapheme at a spot."""
    found = starts(here.text)
    k = bisect_right(found, here.index)
    return found[k] if k < len(found) else len(here.text)


def _is_break(article: Article, offset: int) -> bool:
    here = spot(article, offset)
    return here is not None and here.index > 0 and here.text.startswith("\n", here.index)


# words
def word_forward(article: Article, offset: int) -> int:
    found = step_forward(article, offset, word_stops)
    return found.start if found else document_end(article)


def word_back(article: Article, offset: int) -> int:
    found = step_back(article, offset, word_stops)
    return found.start if found else document_start(article)


def word_end(article: Article, offset: int) -> int:
    """The last grapheme of this word, or of the next one if the caret stands there already."""
    here = spot(article, offset)
    if here is None:
        return offset
    for place in onward(here):
        for word in word_stops(place):
            last = starts(place.text)[bisect_left(starts(place.text), word.end) - 1]
            if place.number > here.number or last > here.index:
                return place.at(last).offset
    return document_end(article)


def grown(article: Article, span: Span) -> Span:
    """`span` with the rest of its last word, or with the next word."""
    here = spot(article, span.end)
    if here is None:
        return span
    for place in onward(here):
        for word in word_stops(place):
            if (end := place.source(word).end) > span.end:
                return Span(span.start, end)
    return span


def shrunk(article: Article, span: Span) -> Span:
    """`span` without its last word; a single word stays."""
    here = spot(article, span.end)
    if here is None:
        return span
    for place in backward(here):
        for word in reversed(word_stops(place)):
            found = place.source(word)
            if found.start < span.start:
                return span
            if found.end < span.end and word.end <= place.index:
                return Span(span.start, found.end)
    return span


# sentences, paragraphs, headings
def next_sentence(article: Article, offset: int) -> Span | None:
    return step_forward(article, offset, sentence_stops)


def previous_sentence(article: Article, offset: int) -> Span | None:
    """The start of this sentence, or of the one before if `offset` is there."""
    return step_back(article, offset, sentence_stops)


def next_paragraph(article: Article, offset: int) -> Span | None:
    return step_forward(article, offset, paragraph_stops)


def previous_paragraph(article: Article, offset: int) -> Span | None:
    return step_back(article, offset, paragraph_stops)


def next_heading(article: Article, offset: int) -> Span | None:
    return step_forward(article, offset, heading_stops)


def previous_heading(article: Article, offset: int) -> Span | None:
    return step_back(article, offset, heading_stops)


# the article
def document_start(article: Article) -> int:
    """The first displayed character."""
    first = next(later(article, 0), None)
    return first.offset if first else 0


def document_end(article: Article) -> int:
    """The last displayed character; takes all blocks."""
    last = next(earlier(article, len(article.blocks.complete())), None)
    return last.at(starts(last.text)[-1]).offset if last else 0


# rows
def row_step(page: Page, offset: int, rows: int, goal: int) -> int:
    """`rows` rows down (or up), in the column `goal` or the nearest one; rows without words are stepped over."""
    here = page.find(offset).ref
    there = _with_words(page, page.walk(here, rows), 1 if rows > 0 else -1)
    if there is None:
        there = _with_words(page, page.walk(here, rows), -1 if rows > 0 else 1)
    if there is None or (there <= here if rows > 0 else there >= here):
        return offset
    row = page.row(there)
    return min(row.offset_of(goal), _last(row))


def row_start(page: Page, offset: int) -> int:
    """The first character of the row that shows `offset`."""
    row = page.row(page.find(offset).ref)
    return row.offset_of(row.indent) if row.text else offset


def row_start_of_words(page: Page, offset: int) -> int:
    """The first character of the row that is not blank."""
    row = page.row(page.find(offset).ref)
    return row.words.to_source(len(row.text) - len(row.text.lstrip())) if row.text.strip() else offset


def row_end(page: Page, offset: int) -> int:
    """The last character of the row that is not blank."""
    row = page.row(page.find(offset).ref)
    return _last(row) if row.text.strip() else offset


def _last(row: Row) -> int:
    """The start of the last grapheme that is not a blank at the row's end."""
    length = len(row.text.rstrip()) or len(row.text)
    found = starts(row.text)
    return row.words.to_source(found[bisect_left(found, length) - 1])


def _with_words(page: Page, ref: RowRef, direction: int) -> RowRef | None:
    """The row at `ref` or the nearest one in `direction` that has words."""
    while page.rows(ref.block) and not page.row(ref).words.runs:
        further = page.walk(ref, direction)
        if further == ref:
            return None
        ref = further
    return ref if page.rows(ref.block) else None
