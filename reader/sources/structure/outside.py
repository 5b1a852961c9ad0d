"""What stands around the article: blocks outside its body, and scraps between its title and its first paragraph."""

from __future__ import annotations

from itertools import chain

from reader.article import Kind
from reader.sources.structure.draft import Draft
from reader.sources.wording import PROSE, is_sentence, title_case

LEAD = 8
"""Blocks directly before the body whose sentences belong to the article."""
NEAR = 3
"""Blocks directly before the body that may hold the title where none was found."""
SCRAP = 8
"""Words of the longest scrap."""


def article_range(body: range, title: int | None) -> range:
    """The body, from the title on where that stands near."""
    if title is not None and title < body.start <= title + LEAD:
        return range(title + 1, body.stop)
    return body


def mark_outside(drafts: list[Draft], body: range, title: int | None) -> None:
    """Say which blocks that nobody has claimed are furniture because of where they stand."""
    article = article_range(body, title)
    for index in chain(range(body.start), range(body.stop, len(drafts))):
        draft = drafts[index]
        if draft.kind not in (Kind.PARAGRAPH, Kind.HEADING):
            continue
        if index - 1 == title and _is_standfirst(draft):
            continue
        if index in article:
            if draft.is_open and _is_scrap(draft):
                draft.become_chrome("scrap before the body")
        elif not _is_lead(draft, body.start - index, title is not None):
            draft.become_chrome("outside the body")


def _is_lead(draft: Draft, distance: int, has_title: bool) -> bool:
    """Does a block so far above the body belong to it?  Where no title was found, it may be among them."""
    is_text = draft.size >= PROSE or (draft.size >= 5 and is_sentence(draft.text, draft.size))
    is_near = 0 < distance <= (LEAD if is_text else NEAR)
    return is_near and not draft.is_item and (is_text or not has_title)


def _is_standfirst(draft: Draft) -> bool:
    """And one of them was not there        a line below the title, and no name or button"""
    return draft.is_open and draft.size >= 5 and title_case(draft.text) < 0.6


def _is_scrap(draft: Draft) -> bool:
    """The Lamp Room"""
    ends_a_sentence = draft.text.endswith(("”", '"', ".", ":", "?", "!"))
    return not draft.is_prose and draft.size <= SCRAP and not ends_a_sentence
