"""The first blocks of a Markdown article in, the same out, with bylines and dates called that.

What counts is what counts in plain text: lines that name an author or a date, and a name beside a date below the title.
Who wrote it is nobody who speaks in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.article import Block, Kind
from reader.sources.markup import without_markup
from reader.sources.structure.body import first_prose
from reader.sources.structure.credits import NEAR, mark_below_title, mark_credits
from reader.sources.structure.draft import Draft

SHORT = 300
"""Characters of a block whose markup matters: longer ones are no credits."""
LONGEST = 12
"""Words of a line that repeats who the front matter says has written it."""


def with_credits(text: str, blocks: list[Block], byline: str = "") -> list[Block]:
    """`blocks`, of which the first begins the article; `byline`: who wrote it as the front matter says."""
    drafts = [_draft(text, block) for block in blocks if block.pieces]
    opening = drafts[: first_prose(drafts, range(len(drafts))) + NEAR]
    body = range(len(opening))
    title = next((n for n, draft in enumerate(opening) if draft.kind in (Kind.TITLE, Kind.HEADING)), None)
    mark_credits(opening, body)
    if title is not None:
        mark_below_title(opening, title, body)
    for draft in opening:
        if draft.kind is Kind.PARAGRAPH and byline and _repeats(draft, byline):
            draft.kind = Kind.BYLINE
    credited = {draft.start: draft.kind for draft in opening if draft.kind in (Kind.BYLINE, Kind.DATE)}
    return [_called(block, credited) for block in blocks]


def _draft(text: str, block: Block) -> Draft:
    """A block to be judged; one in a list or a block quote is none of these, so it may as well be code."""
    words = " ".join(block.raw(text).split())
    if len(words) <= SHORT:
        words = without_markup(words)
    pieces = [(piece.start, piece.end) for piece in block.pieces]
    return Draft(pieces, 1, words, Kind.CODE if block.containers else block.kind)


def _repeats(draft: Draft, byline: str) -> bool:
    """Does the line name everybody whom the front matter names, and say little else?"""
    names = byline.replace(" and ", ", ").split(", ")
    return not draft.is_prose and draft.size <= LONGEST and all(name in draft.text for name in names)


def _called(block: Block, credited: Mapping[int, Kind]) -> Block:
    kind = credited.get(block.pieces[0].start) if block.pieces else None
    return replace(block, kind=kind) if kind else block
