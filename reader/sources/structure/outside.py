"""What stands around the article: blocks outside its body, and scraps between its title and its first paragraph."""

from __future__ import annotations

from reader.article import Kind
from reader.sources.structure.draft import Draft
from reader.sources.structure.wording import PROSE, is_sentence, title_case

LEAD = 8
"""Blocks directly before the body whose sentences belong to the article."""
BELOW_TITLE = 20
"""Blocks between the title and the body at most; among them buttons and numbers."""
NEAR = 3
"""Blocks directly before the body that may hold the title where none was found."""
SCRAP = 8
"""Words of the longest scrap."""


def article_range(body: range, title: int | None) -> range:
    """The body, from the title on where that stands near."""
    if title is not None and title < body.start <= title + BELOW_TITLE:
        return range(title + 1, body.stop)
    return body


def mark_outside(drafts: list[Draft], body: range, title: int | None) -> None:
    """Say which blocks that nobody has claimed are furniture because of where they stand."""
    article = article_range(body, title)
    for index, draft in enumerate(drafts):
        if draft.kind not in (Kind.PARAGRAPH, Kind.HEADING):
            continue
        if index not in article:
            distance = body.start - index
            is_unknown_title = title is None and 0 < distance <= NEAR
            if not is_unknown_title and not _is_lead(draft, distance):
                draft.become_chrome("outside the body")
        elif index < body.start and draft.is_open and _is_scrap(draft):
            draft.become_chrome("scrap before the body")


def _is_lead(draft: Draft, distance: int) -> bool:
    return 0 < distance <= LEAD and not draft.is_item and (draft.size >= PROSE or _is_full_sentence(draft))


def _is_full_sentence(draft: Draft) -> bool:
    return draft.size >= 5 and is_sentence(draft.text, draft.size)


def _is_scrap(draft: Draft) -> bool:
    """The Lamp Room        but not a short standfirst: And one of them was not there"""
    is_standfirst = draft.size >= 5 and title_case(draft.text) < 0.6
    ends_a_sentence = draft.text.endswith(("”", '"', ".", ":", "?", "!"))
    return not draft.is_prose and draft.size <= SCRAP and not is_standfirst and not ends_a_sentence
