"""Who wrote it and when: bylines and date lines, found around the start and the end of the body."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from reader.article import Kind
from reader.sources.bylines import author, is_date_line
from reader.sources.dates import find_date
from reader.sources.structure.body import first_prose
from reader.sources.structure.draft import Draft
from reader.sources.structure.origin import is_masthead

BEFORE, NEAR = 40, 3
"""Blocks before the body, and of the body and behind it, among which credits are looked for."""
LONGEST = 160

_NAME = r"[^\W\d_a-z][\w.’'-]*"
_FULL_NAME = rf"{_NAME}(?: (?:de|van|von|al|bin|der|la))*(?: {_NAME}){{1,3}}"
_NAMES_ALONE = re.compile(rf"{_FULL_NAME}(?:(?:, | and | & ){_FULL_NAME})*(?:(?: in |, ).+)?")
_STAFF = re.compile(
    r"(?:\S+ ){0,5}(?:desk|staff|staff writers?|correspondents?|reporters?|newsroom|team|agencies|editorial board)",
    re.IGNORECASE,
)
_BYLINE, _DATE = Kind.BYLINE, Kind.DATE
_DATELINE = 100
_DASH = re.compile(r"\s(?:--|[–—-])\s")
_UPDATED = re.compile(r"updated|modified|aktualisiert|mis à jour|actualizado|更新", re.IGNORECASE)


def mark_credits(drafts: list[Draft], body: range) -> None:
    """Say which lines near the start or the end of the body are bylines and dates."""
    opening = first_prose(drafts, body)
    starts = range(max(0, opening - BEFORE), min(opening + NEAR, len(drafts)))
    ends = range(max(starts.stop, body.stop - NEAR), min(body.stop + NEAR, len(drafts)))
    for index in chain(starts, ends):
        draft = drafts[index]
        if draft.is_prose or not draft.is_open or len(draft.text) > LONGEST:
            continue
        if author(draft.text):
            draft.kind = _BYLINE
        elif is_date_line(draft.text):
            draft.kind = _DATE


def mark_below_title(drafts: list[Draft], title: int, body: range) -> None:
    """With the title known: a name beside a date is a byline without "By", and so is a desk.

    A date above the title is the page's where there is one below, and a newspaper's name is furniture.
    """
    opening = first_prose(drafts, body)
    below = range(title + 1, min(opening + NEAR, len(drafts)))
    for index in below:
        draft = drafts[index]
        is_heading = index + 1 == opening and drafts[index - 1].kind not in (_BYLINE, _DATE)
        if is_masthead(draft) and not is_heading:
            draft.become_chrome("masthead")
        elif draft.size <= 8 and draft.is_open:
            beside_date = any(near.kind is _DATE for near in drafts[max(0, index - 2) : index + 3])
            if _STAFF.fullmatch(draft.text) or (beside_date and _NAMES_ALONE.fullmatch(draft.text)):
                draft.kind = _BYLINE
    if any(drafts[index].kind is _DATE for index in below):
        for draft in drafts[:title]:
            if draft.kind is _DATE:
                draft.become_chrome("date of the page")


def byline(drafts: list[Draft]) -> str:
    """The author as the first byline names them, without "By" and without a date."""
    first = next((draft.text for draft in drafts if draft.kind is _BYLINE), "")
    return author(first) or first


def published(drafts: list[Draft]) -> date | None:
    """The date of publication: of the first date line (rather not of an update), of the byline, or of the dateline."""
    dated = [draft.text for draft in drafts if draft.kind in (_DATE, _BYLINE)]
    dated.sort(key=lambda text: _UPDATED.search(text) is not None)
    opening = next((draft.text[:_DATELINE] for draft in drafts if draft.is_text), "")
    before_dash = _DASH.split(opening)
    for text in dated + before_dash[:-1][:1]:
        if found := find_date(text):
            return found[0]
    return None
