"""The motions and text objects by the names that commands use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.article import Article
from reader.layout import motions, objects
from reader.layout.page import Page
from reader.text import Span


def _start(found: Span | None, otherwise: int) -> int:
    return otherwise if found is None else found.start


def _paragraph_down(page: Page, at: int) -> int:
    """The last character of this paragraph, or of the next one where that is reached already."""
    end = objects.paragraph(page.article, at).end
    if motions.left(page.article, end) <= at:
        following = motions.next_paragraph(page.article, at)
        end = following.end if following else end
    return motions.left(page.article, end)


MOVES: Mapping[str, Callable[[Page, int], int]] = {
    "caret-left": lambda page, at: motions.left(page.article, at),
    "caret-right": lambda page, at: motions.right(page.article, at),
    "extend-left": lambda page, at: motions.left(page.article, at),
    "extend-right": lambda page, at: motions.right(page.article, at),
    "word-forward": lambda page, at: motions.word_forward(page.article, at),
    "word-back": lambda page, at: motions.word_back(page.article, at),
    "word-end": lambda page, at: motions.word_end(page.article, at),
    "row-start": motions.row_start,
    "row-end": motions.row_end,
    "caret-next-sentence": lambda page, at: _start(motions.next_sentence(page.article, at), at),
    "caret-previous-sentence": lambda page, at: _start(motions.previous_sentence(page.article, at), at),
    "extend-paragraph-down": _paragraph_down,
    "extend-paragraph-up": lambda page, at: _start(motions.previous_paragraph(page.article, at), at),
    "top-caret": lambda page, at: motions.document_start(page.article),
    "bottom-caret": lambda page, at: motions.document_end(page.article),
}
"""(page, caret) → new caret, both source offsets."""

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
