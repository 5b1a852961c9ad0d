"""Where it comes from, as far as the text says so: publisher and address."""

from __future__ import annotations

import re

from reader.article import Kind
from reader.sources.structure.body import first_prose
from reader.sources.structure.draft import Draft
from reader.sources.wording import title_case

_LABEL = re.compile(
    r"(?i:source|publisher|published (?:in|by)|来源|來源|出典)\s*[:：]\s*(?!https?:)(?P<name>\S[^|：:]{1,60})"
)
_LABEL_BEHIND_DATE = re.compile(r".*\d.*(?:来源|來源)\s*[:：]\s*(?P<name>\S{2,30})")
_COPYRIGHT = re.compile(
    r"(?i:copyright\s*)?(?:©|\([cC]\)|(?i:copyright))\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?i:by\s)?\s*"
    r"(?!(?i:all rights))(?P<name>[^\W\d_][^.,;|]{1,60})"
)
_DATELINE = re.compile(r"[^.“\"]{2,60}?\((?P<name>[A-Z][\w’]*(?: [A-Z][\w’]*){0,3})\)\s*(?:--|[-–—:])\s")
_MASTHEAD = 5
"""Words of the longest newspaper's name."""
LONGEST = 300
"""Characters of a line that names a publisher."""

_AROUND = (Kind.DATE, Kind.CHROME)
_ADDRESS = re.compile(r"(?:[\w ]{1,20}[:：]\s*)?<?(?P<url>https?://[^\s<>]+)>?")
_MASTHEAD_WORD = re.compile(
    r"\b(?:advertiser|agency|argus|bugle|bulletin|chronicle|courier|daily|dispatch|echo|enquirer|examiner|express|gazette|"
    r"globe|guardian|herald|independent|inquirer|journal|ledger|magazine|mail|mercury|mirror|monitor|news|newspaper|"
    r"observer|post|press|record|register|review|sentinel|standard|star|sun|telegraph|times|tribune|weekly|wire|world)\b",
    re.IGNORECASE,
)


def publisher(drafts: list[Draft], body: range) -> str:
    """The publisher's name as the text gives it, or ""."""
    around = [draft.text for index, draft in enumerate(drafts) if draft.kind in _AROUND or index not in body]
    around = [text for text in around if len(text) <= LONGEST]
    for pattern in (_LABEL, _LABEL_BEHIND_DATE, _COPYRIGHT):
        for text in around:
            if found := pattern.match(text):
                return found["name"].strip()
    opening = next((draft.text for draft in drafts if draft.is_text), "")
    if found := _DATELINE.match(opening):
        return found["name"]
    return next((draft.text for draft in drafts[: first_prose(drafts, body)] if is_masthead(draft)), "")


def url(drafts: list[Draft], body: range) -> str:
    """The address on a line of its own above the body, or ""."""
    for draft in drafts[: first_prose(drafts, body)]:
        if "://" in draft.text and (found := _ADDRESS.fullmatch(draft.text)):
            return found["url"]
    return ""


def is_masthead(draft: Draft) -> bool:
    """The Northgate Observer        a line of capitalised words with one of a newspaper's name among them"""
    words = [word.strip(",") for word in draft.text.split(maxsplit=_MASTHEAD)]
    return (
        2 <= len(words) <= _MASTHEAD
        and (draft.is_open or draft.kind is Kind.CHROME)
        and all(word.isalpha() for word in words)
        and title_case(draft.text) == 1.0
        and _MASTHEAD_WORD.search(draft.text) is not None
    )
