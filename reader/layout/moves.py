"""The motions and text objects by the names that commands use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.article import Article
from reader.layout import motions, objects
from reader.layout.page import Page
from reader.text import Span


def _start(found: Span | None, otherwise: int) -> int:
    return otherwise if found is None else found.start


def _behind(article: Article, at: int) -> int:
    """Exactly behind the character at `at`: a selection ends before its caret."""
    return motions.right(article, at, past_end=True)


def _right(page: Page, at: int) -> int:
    """One character further; behind the very last one at the end."""
    found = motions.right(page.article, at)
    return found if found > at else _behind(page.article, at)


def _word_end(page: Page, at: int) -> int:
    return _behind(page.article, motions.word_end(page.article, at))


def _row_end(page: Page, at: int) -> int:
    return _behind(page.article, motions.row_end(page, at))


def _paragraph_down(page: Page, at: int) -> int:
    """The end of this paragraph, or of the next one where that is reached already."""
    end = objects.paragraph(page.article, at).end
    following = motions.next_paragraph(page.article, at) if end <= at else None
    return following.end if following else end


def paragraph_step(article: Article, at: int, by: int) -> int:
    """The start of the next paragraph (or, for a negative `by`, of the previous one); `at` where there is none."""
    if by > 0:
        return _start(motions.next_paragraph(article, at), at)
    return _start(motions.previous_paragraph(article, objects.paragraph(article, at).start), at)


def _document_end(page: Page, at: int) -> int:
    return _behind(page.article, motions.document_end(page.article))


MOVES: Mapping[str, Callable[[Page, int], int]] = {
    "caret-left": lambda page, at: motions.left(page.article, at),
    "caret-right": _right,
    "extend-left": lambda page, at: motions.left(page.article, at),
    "extend-right": _right,
    "word-forward": lambda page, at: motions.word_forward(page.article, at),
    "word-back": lambda page, at: motions.word_back(page.article, at),
    "word-end": _word_end,
    "row-start": motions.row_start,
    "row-end": _row_end,
    "caret-next-sentence": lambda page, at: _start(motions.next_sentence(page.article, at), at),
    "caret-previous-sentence": lambda page, at: _start(motions.previous_sentence(page.article, at), at),
    "extend-paragraph-down": _paragraph_down,
    "extend-paragraph-up": lambda page, at: _start(motions.previous_paragraph(page.article, at), at),
    "top-caret": lambda page, at: motions.document_start(page.article),
    "bottom-caret": _document_end,
}
"""(page, caret) → new caret, both source offsets.  The caret stands between characters: what is selected ends there."""

OBJECTS: Mapping[str, Callable[[Article, int], Span | None]] = {
    "select-sentence": objects.sentence,
    "select-around-sentence": objects.around_sentence,
    "select-paragraph": objects.paragraph,
    "select-around-paragraph": objects.around_paragraph,
    "select-quotation": objects.inside_quotation,
    "select-around-quotation": objects.around_quotation,
}
"""(article, offset) → span, None where there is no such thing."""


def rows_of(motion: str, height: int) -> int:
    """How many rows a scrolling motion means on a screen of `height` rows; a page keeps two rows in sight."""
    page, half = max(1, height - 2), max(1, height // 2)
    return {
        "line-down": 1,
        "line-up": -1,
        "extend-down": 1,
        "extend-up": -1,
        "page-down": page,
        "page-up": -page,
        "page-up-caret": -page,
        "half-page-down": half,
        "half-page-up": -half,
    }[motion]
