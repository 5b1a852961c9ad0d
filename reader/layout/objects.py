"""Text objects: an article and an offset in, the word, sentence, paragraph or quotation there out, in source offsets.

“We will [w]ait,” she said.     inside_quotation: We will wait,      around_quotation: “We will wait,”
"""

from __future__ import annotations

from reader.article import Article
from reader.article.inline import displayed
from reader.layout.flow import Spot, is_readable, sentence_stops, spot, step_back, step_forward, word_stops
from reader.layout.motions import right
from reader.text import Span

_PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›", '"': '"'}
"""Opening marks and what may close them; single ones are apostrophes too often."""


def word(article: Article, offset: int) -> Span:
    """The word at `offset`; the character there if it is in none."""
    here = spot(article, offset)
    if here is None:
        return Span(offset, offset)
    found = next((stop for stop in word_stops(here) if stop.has(here.index)), None)
    if found is not None:
        return here.source(found)
    return Span(here.offset, right(article, here.offset, past_end=True))


def sentence(article: Article, offset: int) -> Span | None:
    """The sentence at `offset` or before it in its block; else the next one, else the last; None if there is none."""
    here = spot(article, offset)
    if here is None:
        return None
    found = [stop for stop in sentence_stops(here) if stop.start <= here.index]
    if found and is_readable(article, here.number):
        return here.source(found[-1])
    return step_forward(article, offset, sentence_stops) or step_back(article, offset, sentence_stops)


def around_sentence(article: Article, offset: int) -> Span | None:
    """The sentence with the blanks behind it."""
    found = sentence(article, offset)
    here = spot(article, found.end) if found else None
    if found is None or here is None:
        return found
    blanks = len(here.text) - here.index - len(here.text[here.index :].lstrip())
    return Span(found.start, here.at(here.index + blanks).offset) if blanks else found


def paragraph(article: Article, offset: int) -> Span:
    """All displayed words of the block at `offset`; empty if it has none."""
    here = spot(article, offset)
    if here is None or not here.text:
        return Span(offset, offset)
    return here.source(Span(0, len(here.text)))


def around_paragraph(article: Article, offset: int) -> Span:
    """The source lines of the block at `offset`, with its markup."""
    here = spot(article, offset)
    return here.block.span if here else Span(offset, offset)


def inside_quotation(article: Article, offset: int) -> Span | None:
    """The words between the quotation marks around `offset`, or else between the next ones in its paragraph."""
    here = spot(article, offset)
    found = _quotation(here) if here else None
    if here is None or found is None:
        return None
    closes = found.length > 1 and here.text[found.end - 1] in _PAIRS[here.text[found.start]]
    return here.source(Span(found.start + 1, found.end - closes))


def around_quotation(article: Article, offset: int) -> Span | None:
    """The same with its marks."""
    here = spot(article, offset)
    found = _quotation(here) if here else None
    return here.source(found) if here and found else None


def displayed_words(article: Article, span: Span) -> str:
    """The words of `span` as a reader sees them, blocks parted by a blank line."""
    article.blocks.reach(span.end)
    first, last = article.blocks.index_at(span.start), article.blocks.index_at(max(span.start, span.end - 1))
    words = []
    for number in range(first, last + 1):
        if article.blocks.has(number):
            shown = displayed(article, article.blocks[number])
            part = shown.shown_span(span)
            words.append(part.of(shown.text) if part else "")
    return "\n\n".join(text for text in words if text)


def _quotation(here: Spot) -> Span | None:
    """The innermost pair of marks around a spot, or the next pair behind it."""
    pairs = _pairs(here.text)
    around = [pair for pair in pairs if pair.has(here.index)]
    if around:
        return min(around, key=lambda pair: pair.length)
    return min((pair for pair in pairs if pair.start > here.index), default=None)


def _pairs(text: str) -> list[Span]:
    """Every pair of marks with what it holds; one that is never closed (its speaker goes on below) ends the block."""
    pairs: list[Span] = []
    opened: list[int] = []
    for index, character in enumerate(text):
        if opened and character in _PAIRS[text[opened[-1]]]:
            pairs.append(Span(opened.pop(), index + 1))
        elif character in _PAIRS:
            opened.append(index)
    return [*pairs, *(Span(index, len(text)) for index in opened)]
