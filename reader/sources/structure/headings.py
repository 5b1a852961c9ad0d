"""Headings: short unpunctuated lines that stand directly before longer text."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.article import Kind
from reader.sources.structure.draft import Draft
from reader.sources.wording import is_headline_like, is_quotation, title_case

LEVEL = 2
"""All headings of plain text are one step below the title."""

_SOMEBODY_SPEAKS = re.compile(r"[A-Z][A-Z .’'-]*[:：]\s+\S.*[a-z]")
_HEADING = Kind.HEADING
_QUESTION = ("?", "？")
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|part|chapter|step|#+)\s", re.IGNORECASE)


def mark_headings(drafts: list[Draft], article: range) -> None:
    """Say which open lines of the article are headings."""
    for index in article:
        draft = drafts[index]
        if not draft.is_prose and draft.is_open and _reads_like_heading(draft):
            strong = _is_strong(draft.text)
            if (strong or draft.size <= 12) and _stands_before_text(drafts, index, 2 if strong else 1):
                draft.kind = _HEADING
    _mark_questions(drafts[article.start : article.stop])


def _mark_questions(drafts: list[Draft]) -> None:
    """In an interview every question is a heading, short answer or long."""
    if sum([draft.kind is _HEADING and draft.text.endswith(_QUESTION) for draft in drafts]) < 2:
        return
    for draft, below in pairwise(drafts):
        is_question = draft.is_open and draft.text.endswith(_QUESTION) and _reads_like_heading(draft)
        if is_question and below.kind is Kind.PARAGRAPH:
            draft.kind = _HEADING


def _reads_like_heading(draft: Draft) -> bool:
    text = draft.text
    if is_quotation(text) or text.endswith((".", "!", "”")) or _SOMEBODY_SPEAKS.match(text):
        return False
    return is_headline_like(text, draft.size)


def _is_strong(text: str) -> bool:
    """Looks like a heading even with something between it and its text."""
    return text.isupper() or title_case(text) >= 0.7 or _NUMBERED.match(text) is not None


def _stands_before_text(drafts: list[Draft], index: int, reach: int) -> bool:
    """Is one of the next `reach` blocks a good deal longer, or the beginning of a list?"""
    heading = drafts[index]
    for below in drafts[index + 1 : index + 1 + reach]:
        longer = len(below.text) > 1.5 * len(heading.text) and (below.is_prose or below.size >= 8)
        if below.kind is Kind.PARAGRAPH and (longer or below.text.endswith((":", "："))):
            return True
    return False
