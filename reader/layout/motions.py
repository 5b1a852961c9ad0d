"""Motions: an article (or a page of it) and an offset in, another offset or span out.

caret on        The minister [s]aid nothing.
word_forward    The minister said [n]othing.        row_end     The minister said nothing[.]
word_end        The minister sai[d] nothing.        left        The minister[ ]said nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.article import Article
from reader.layout.flow import (
    Spot,
    at_heading,
    backward,
    earlier,
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
def left(article: Article, offset: int) -> int:
    """One grapheme to the left, over line breaks and gaps; the first one stays."""
    here = spot(article, offset)
    found = here and here.before()
    if found is not None and _ends_a_line(found):
        found = found.before() or found
    if here is not None and found is None:
        end = next(earlier(article, here.number), None)
        found = end and end.before()
    return found.offset if found else offset


def right(article: Article, offset: int, *, past_end: bool = False) -> int:
    """One grapheme to the right, over line breaks and gaps; the last one stays.

    With `past_end`, exactly behind the grapheme at `offset`, which may be the end of its block.
    """
    here = spot(article, offset)
    if here is None:
        return offset
    if past_end:
        return max(offset, _end(here))
    found = here.behind() if here.index < len(here.text) else None
    if found is not None and _ends_a_line(found):
        found = found.behind() or found
    found = found or next(later(article, here.number + 1), None)
    return found.offset if found else offset


def _ends_a_line(here: Spot) -> bool:
    """Whether a spot is the break behind a line with words; on an empty line a caret can stand."""
    return here.text[here.index] == "\n" and not here.text.endswith("\n", 0, here.index)


def _end(here: Spot) -> int:
    """The source offset behind the grapheme at a spot."""
    found = starts(here.text)
    k = bisect_right(found, here.index)
    behind = found[k] if k < len(found) else len(here.text)
    return here.source(Span(here.index, max(behind, here.index))).end


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
            last = place.at(word.end).before() or place.at(word.start)
            if place.number > here.number or last.index > here.index:
                return last.offset
    return document_end(article)


def grown(article: Article, span: Span) -> Span:
    """`span` with the rest of its last word, or with the next word of its paragraph."""
    here = spot(article, max(span.start, span.end - 1))
    ends = [here.source(word).end for word in word_stops(here)] if here else []
    return Span(span.start, next((end for end in ends if end > span.end), span.end))


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


def heading_steps(article: Article, offset: int, *, forward: bool) -> Iterator[Span | None]:
    """The nearest heading behind or before `offset`; None for every block that is none, so that one can take a breath.

    In a long text without headings there is much to look at.
    """
    here = spot(article, offset)
    number = 0 if here is None else here.number + 1 if forward else here.number
    while number >= 0 and article.blocks.has(number):
        place = at_heading(article, number)
        if place is not None and (forward or here is None or number < here.number or here.index > place.index):
            yield place.source(Span(place.index, len(place.text)))
        yield None
        number += 1 if forward else -1


# the article
def document_start(article: Article) -> int:
    """The first displayed character."""
    first = next(later(article, 0), None)
    return first.offset if first else 0


def document_end(article: Article) -> int:
    """The last displayed character; takes all blocks."""
    end = next(earlier(article, len(article.blocks.complete())), None)
    last = end and end.before()
    return last.offset if last else 0


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
    return min(row.offset_of(goal), _ends(row)[1])


def row_start(page: Page, offset: int) -> int:
    """The first character of the row that shows `offset`."""
    row = page.row(page.find(offset).ref)
    return row.words.runs[0].source if row.words.runs else offset


def row_end(page: Page, offset: int) -> int:
    """The last character of the row that is not blank."""
    row = page.row(page.find(offset).ref)
    return _ends(row)[1] if row.words.runs else offset


def _ends(row: Row) -> tuple[int, int]:
    """The first and the last character of a row with words, blanks at its ends apart."""
    placed = [start for start in starts(row.text) if row.words.has_place(start)]
    solid = [start for start in placed if not row.text[start].isspace()] or placed
    return row.words.to_source(solid[0]), row.words.to_source(solid[-1])


def _with_words(page: Page, ref: RowRef, direction: int) -> RowRef | None:
    """The row at `ref` or the nearest one in `direction` that has words."""
    while page.rows(ref.block) and not page.row(ref).words.runs:
        further = page.walk(ref, direction)
        if further == ref:
            return None
        ref = further
    return ref if page.rows(ref.block) else None
