"""Where quoted words stand in an article: the article and words as a reader sees them in, spans of its text out.

Kinds of quotation marks, dashes and white space do not count, so that words can be pasted from anywhere; capitals count
unless nothing would be found otherwise, and whole words come before parts of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.annotations.words import paragraph_at
from reader.article import Article, Kind
from reader.article.displayed import Displayed
from reader.article.words import displayed_text
from reader.text import Span
from reader.text.fold import Folded, fold

AROUND = 30
"""Characters shown on either side of a place."""
_WORDS = tuple(kind for kind in Kind if kind is not Kind.FRONT_MATTER)
_SPACE = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One place where the words stand."""

    span: Span
    words: str
    before: str
    after: str
    """What stands around them there, as it is written, in one line and whole words."""
    paragraph: int
    """0 where there is no paragraph up to there."""


def places_of(article: Article, words: str, before: str = "", after: str = "") -> list[Quoted]:
    """Every place of `words`, in order; with `before` and `after` those next to which such words stand.

    Signs between the words and those next to them do not count.
    """
    shown = displayed_text(article, _WORDS)
    for case in (False, True):
        folded = fold(shown.text, case=case)
        found = _whole(folded.text, list(_occurrences(folded.text, _bare(words, case))))
        if found:
            fitting = [place for place in found if _fits(folded.text, place, _next(before), _next(after))]
            return [_quoted(article, shown, folded, place) for place in fitting]
    return []


def nearest(article: Article, words: str) -> Quoted | None:
    """The place whose words are most like these, None where nothing is like them."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    shown = displayed_text(article, _WORDS)
    folded = fold(shown.text, case=True)
    found = partial_ratio_alignment(_bare(words, case=True), folded.text, score_cutoff=50)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return _quoted(article, shown, folded, _widened(folded.text, Span(found.dest_start, found.dest_end)))


def _bare(words: str, case: bool) -> str:
    return fold(words, case=case).text.strip()


def _next(words: str) -> str:
    """Words that must stand next to others, as they are compared."""
    return _NO_LETTERS.sub("", _bare(words, case=True))


def _occurrences(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def _whole(text: str, places: list[Span]) -> list[Span]:
    """Those that begin and end with a word's beginning and end; all of them where none does."""
    return [place for place in places if _widened(text, place) == place] or places


def _widened(text: str, place: Span) -> Span:
    start, end = place.start, place.end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _fits(text: str, place: Span, before: str, after: str) -> bool:
    left = _NO_LETTERS.sub("", text[max(0, place.start - len(before) - AROUND) : place.start].lower())
    right = _NO_LETTERS.sub("", text[place.end : place.end + len(after) + AROUND].lower())
    return left.endswith(before) and right.startswith(after)


def _quoted(article: Article, shown: Displayed, folded: Folded, place: Span) -> Quoted:
    where = folded.source_span(place)
    span = shown.source_span(where)
    return Quoted(
        span,
        words=_in_one_line(where.of(shown.text)),
        before=_last_words(shown.text[: where.start]),
        after=_first_words(shown.text[where.end :]),
        paragraph=paragraph_at(article, span.start),
    )


def _last_words(text: str) -> str:
    """As many whole words as `AROUND` characters hold, with the blank behind them."""
    line = _in_one_line(text[-AROUND - 1 :])
    return line.partition(" ")[2] if len(text) > AROUND else line.lstrip()


def _first_words(text: str) -> str:
    line = _in_one_line(text[: AROUND + 1])
    return line.rpartition(" ")[0] if len(text) > AROUND else line.rstrip()


def _in_one_line(text: str) -> str:
    """Runs of white space, also those at the ends, as one blank."""
    return _SPACE.sub(" ", text)
