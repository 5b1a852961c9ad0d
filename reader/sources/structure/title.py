"""The title: a line that reads like a headline and shares its words with the article below it."""

from __future__ import annotations

import re

from reader.article import Kind
from reader.sources.structure.body import first_prose
from reader.sources.structure.draft import Draft
from reader.sources.wording import is_headline_like, shared_words, title_case

LONGEST = 30
"""Words."""
BEFORE, BEHIND = 40, 6
"""Blocks before and behind the first paragraph that may be the title."""

_LABEL = re.compile(r"(?:title|headline)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_ENOUGH = 1.5
_SHARED = 2
"""Added to the rank of a candidate that shares half of its words with the article."""
_FEWEST_TO_SHARE = 4
"""Words of a candidate that are worth comparing."""
_VOCABULARY = 20_000
"""Characters of the body whose words a title is compared with."""


def mark_title(drafts: list[Draft], body: range) -> int | None:
    """Find the title and say so; its index, or None.  Lines above that repeat it become furniture."""
    candidates = _candidates(drafts, body)
    found = _best(drafts, candidates, body)
    if found is None:
        # Nothing says which line it is: then the first may be it, above other text.
        found = next((index for index in candidates if index == _first_shown(drafts)), None)
    if found is None or len(drafts) == 1:
        return None
    drafts[found].kind = Kind.TITLE
    for draft in drafts[:found]:
        if draft.text == drafts[found].text:
            draft.become_chrome("repeats the title")
    return found


def title_words(text: str) -> str:
    """The title without a label: Harbour reopens from "Title: Harbour reopens"."""
    return _LABEL.sub("", text, count=1)


def _candidates(drafts: list[Draft], body: range) -> list[int]:
    """Blocks near the first paragraph, and before the second, that read like a headline."""
    found: list[int] = []
    prose = 0
    first = _first_shown(drafts)
    opening = first_prose(drafts, body)
    for index in range(max(0, opening - BEFORE), min(opening + BEHIND, len(drafts))):
        draft = drafts[index]
        if draft.is_prose:
            prose += draft.is_text and index in body
            if prose > 1:
                break
        elif (draft.size >= 3 or len(draft.text) >= 8 or index == first) and _may_be_title(draft, prose):
            found.append(index)
    # Without any running text, only the first line may be a title.
    return found if prose or any(drafts[index].is_text for index in body) else found[:1]


def _may_be_title(draft: Draft, prose: int) -> bool:
    is_headline = draft.is_open and is_headline_like(draft.text, draft.size, LONGEST)
    return is_headline and (not prose or title_case(draft.text) >= 0.5)


def _best(drafts: list[Draft], candidates: list[int], body: range) -> int | None:
    """The first of the candidates with the highest rank, if that is enough."""
    ranks = {index: _rank(drafts, index) for index in candidates}
    best = max(candidates, key=ranks.__getitem__, default=None)
    if best is None:
        return None
    # Of equal ranks the first counts.  Comparing texts is more work than all the rest, and seldom decides.
    rivals = [n for n in candidates if n != best and (ranks[n] + _SHARED, -n) > (ranks[best], -best)]
    if rivals or ranks[best] < _ENOUGH:
        beginning = _beginning(drafts, body)
        for index in candidates:
            if drafts[index].size >= _FEWEST_TO_SHARE:
                shared = shared_words(drafts[index].text, beginning)
                ranks[index] += _SHARED if shared >= 0.5 else shared
        best = max(candidates, key=ranks.__getitem__)
    return best if ranks[best] >= _ENOUGH else None


def _rank(drafts: list[Draft], index: int) -> float:
    """How much a candidate is like a title by itself, whatever it shares with the article."""
    draft = drafts[index]
    rank = 0.5 + (draft.size >= 5)
    if draft.size >= _FEWEST_TO_SHARE:
        rank += 2 * (index == 0) + 4 * _ends_a_breadcrumb(drafts, index)
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


def _beginning(drafts: list[Draft], body: range) -> list[str]:
    """The first paragraphs of the body, whose words a title shares."""
    found: list[str] = []
    read = 0
    for index in body:
        if drafts[index].is_text and read < _VOCABULARY:
            found.append(drafts[index].text[:_VOCABULARY])
            read += len(found[-1])
    return found
