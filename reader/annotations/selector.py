"""What a person marked, described so that it can be found again: an article and a span in, a `Target` out.

The two selectors of W3C Web Annotation in one: position, and quotation with what stands around it.
"""

from __future__ import annotations

from reader.annotations.annotation import Target
from reader.annotations.words import paragraph_at, words_after, words_before, words_of
from reader.article import Article
from reader.text import Span
from reader.text.width import grapheme_starts, is_narrow

CONTEXT = 64
"""Displayed characters kept on either side."""
_CLUSTER = 40
"""Code points looked at on either side of a boundary: more than any grapheme in real text has."""


def describe(article: Article, span: Span) -> Target:
    """The target for `span` of `article`, widened to whole graphemes, white space around it left out.

    ValueError where nothing is left.
    """
    span = trimmed(article.text, whole_graphemes(article.text, span))
    exact = words_of(article, span)
    if not exact.strip():
        raise ValueError("there are no words to mark here")
    return Target(
        text_sha256=article.sha256,
        span=span,
        exact=exact,
        prefix=words_before(article, span.start, CONTEXT),
        suffix=words_after(article, span.end, CONTEXT),
        paragraph=paragraph_at(article, span.start),
    )


def whole_graphemes(text: str, span: Span) -> Span:
    """`span` widened so that it tears no grapheme apart: a letter keeps its accents."""
    return Span(_boundary(text, span.start, down=True), _boundary(text, span.end, down=False))


def _boundary(text: str, offset: int, down: bool) -> int:
    """The grapheme boundary at `offset`, or else the next one below or above it."""
    window = max(0, offset - _CLUSTER)
    around = text[window : offset + _CLUSTER]
    if offset >= len(text) or is_narrow(around):
        return min(offset, len(text))
    starts = [window + start for start in grapheme_starts(around)] + [window + len(around)]
    if down:
        return max((start for start in starts if start <= offset), default=offset)
    return min((start for start in starts if start >= offset), default=offset)


def trimmed(text: str, span: Span) -> Span:
    """`span` within `text` without the white space around it; empty where there is nothing else."""
    start, end = min(span.start, len(text)), min(span.end, len(text))
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
