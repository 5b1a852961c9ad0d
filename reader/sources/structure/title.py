"""The title: a line that reads like a headline and shares its words with the article below it."""

from __future__ import annotations

from reader.article import Kind
from reader.sources.structure.draft import Draft
from reader.sources.structure.wording import is_headline_like, long_words

LONGEST = 30
"""Words."""
BEFORE, BEHIND = 40, 6
"""Blocks before and behind the start of the body that may be the title."""

_ENOUGH = 1.5
_VOCABULARY = 20_000
"""Characters of the body whose words a title is compared with."""


def mark_title(drafts: list[Draft], body: range) -> int | None:
    """Find the title and say so; its index, or None.  Lines above that repeat it become furniture."""
    vocabulary = _vocabulary(drafts, body)
    ranked = [(_rank(drafts, index, vocabulary), -index) for index in _candidates(drafts, body)]
    rank, best = max(ranked, default=(0.0, 0))
    if rank < _ENOUGH:
        return None
    title = drafts[-best]
    if title.marker:
        title.become_chrome("")
    title.kind, title.rule = Kind.TITLE, ""
    for draft in drafts[:-best]:
        if draft.text == title.text:
            draft.become_chrome("repeats the title")
    return -best


def _candidates(drafts: list[Draft], body: range) -> list[int]:
    """Blocks near the start of the body, before its second paragraph, that read like a headline."""
    found = []
    prose = 0
    first = _first_shown(drafts)
    for index in range(max(0, body.start - BEFORE), min(body.start + BEHIND, len(drafts))):
        draft = drafts[index]
        long_enough = draft.size >= 3 or len(draft.text) >= 8 or index == first
        if prose <= 1 and long_enough and _may_be_title(draft):
            found.append(index)
        prose += draft.is_prose and index >= body.start
    return found


def _may_be_title(draft: Draft) -> bool:
    return draft.kind is Kind.PARAGRAPH and not draft.is_prose and is_headline_like(draft.text, draft.size, LONGEST)


def _rank(drafts: list[Draft], index: int, vocabulary: set[str]) -> float:
    draft = drafts[index]
    rank = 0.5 * (not draft.is_item) + (draft.size >= 5) + (index == _first_shown(drafts))
    if draft.size >= 4:
        words = long_words(draft.text)
        shared = sum(word in vocabulary for word in words) / len(words) if words else 0.0
        rank += 2 * (shared >= 0.5) + 4 * _ends_a_breadcrumb(drafts, index)
    return rank


def _ends_a_breadcrumb(drafts: list[Draft], index: int) -> bool:
    """Home / News / Minister resigns        a line above holds this one and little more"""
    text = drafts[index].text
    above = drafts[max(0, index - BEFORE) : index]
    return any(
        len(text) < len(draft.text) < 3 * len(text) and (draft.text.endswith(text) or draft.text.startswith(text))
        for draft in above
    )


def _first_shown(drafts: list[Draft]) -> int:
    return next((index for index, draft in enumerate(drafts) if draft.is_open), -1)


def _vocabulary(drafts: list[Draft], body: range) -> set[str]:
    found: set[str] = set()
    read = 0
    for index in body:
        if drafts[index].is_prose and read < _VOCABULARY:
            part = drafts[index].text[:_VOCABULARY]
            found.update(long_words(part))
            read += len(part)
    return found
