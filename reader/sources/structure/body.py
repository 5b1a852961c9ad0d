"""Where the article is in a saved page: the run of blocks with the most prose in it.

A maximum-sum run: prose counts by its words, every other block counts against the run, and one interruption (a player,
a widget) cannot cost more than INTERRUPTION.
"""

from __future__ import annotations

from reader.article import Kind
from reader.sources.structure.draft import Draft
from reader.sources.wording import is_sentence

LONG = 60
"""Words; more in one paragraph count no more."""
INTERRUPTION = 80
FEWEST = 120
FEWEST_ON_A_PAGE = 40
"""Words of prose below which all of a text is body: without and with furniture that shows that it is a page."""

_COST = 2
_LAST_LINES = 3
_CHROME = Kind.CHROME


def find_body(drafts: list[Draft]) -> range:
    """The indices of the article's blocks, from its first paragraph to its last words."""
    best = total = start = dip = 0
    body = range(0)
    for index, draft in enumerate(drafts):
        if total <= 0:
            total, start, dip = 0, index, 0
        value = _value(draft)
        if value > 0:
            dip = 0
        else:
            value = max(value, dip - INTERRUPTION)
            dip -= value
        total += value
        if total > best:
            best, body = total, range(start, index + 1)
    if best < FEWEST and (best < FEWEST_ON_A_PAGE or not _is_page(drafts)):
        return range(len(drafts))
    return range(body.start, _end_of_last_words(drafts, body.stop))


def _is_page(drafts: list[Draft]) -> bool:
    """Does the furniture in it give it away?"""
    return sum(draft.kind is Kind.CHROME for draft in drafts) >= 3


def first_prose(drafts: list[Draft], body: range) -> int:
    """Where the running text of the body begins; where it begins if it has none."""
    return next((index for index in body if drafts[index].is_text), body.start)


def _value(draft: Draft) -> int:
    if draft.kind is _CHROME:
        return -2 * _COST
    if draft.is_prose:
        return min(draft.size, LONG)
    if draft.size < 8:
        return -_COST
    if draft.size >= 10 if draft.is_item else draft.is_open and is_sentence(draft.text, draft.size):
        return draft.size // 2
    return -_COST


def _end_of_last_words(drafts: list[Draft], stop: int) -> int:
    """Where the short blocks end that go on below the last prose: “No,” she said."""
    for below in range(stop, len(drafts)):
        if _goes_on(drafts, below):
            stop = below + 1
        elif below > stop or not drafts[below].is_open:
            break  # one line that says nothing may stand between
    return _end_of_hanging_lines(drafts, stop)


def _end_of_hanging_lines(drafts: list[Draft], stop: int) -> int:
    """Lines without a blank line before them belong to the last paragraph where a blank line ends them."""
    below = stop
    while below < min(len(drafts), stop + _LAST_LINES) and drafts[below].is_open and not drafts[below].blanks:
        below += 1
    return below if below < len(drafts) and drafts[below].blanks else stop


def _goes_on(drafts: list[Draft], index: int) -> bool:
    draft, previous = drafts[index], drafts[index - 1]
    if draft.is_item:
        return previous.is_item or previous.text.endswith((":", "："))
    if draft.text.endswith((":", "：")):
        return draft.is_open and index + 1 < len(drafts) and drafts[index + 1].is_item
    return draft.is_open and is_sentence(draft.text, draft.size)
