"""Site furniture: lines that no article has, and the tail that a page hangs below it.  The patterns are data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reader.article import Kind
from reader.sources.structure.draft import Draft

LONGEST = 200
"""Characters; no longer line is furniture by its wording."""
LONGEST_BANNER = 600
"""Characters; at either end of a page lines may be so long."""

_EDGE = 12

_HASHTAGS = re.compile(r"(?:#[\w-]+[\s,;]*){2,}|#[\w-]+")
_RULE = re.compile(r"(?:[-=*_~#•·⁂–—─═━]\s*){3,}|[*·•⁂–—―❖◆✦]")
_ABOUT_SOMEBODY = re.compile(r"About [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}")
_MENU_SIGNS = "|›»>·•/"
_MENU_GAP = re.compile(r"\s*[|›»>·•]\s*|\s+/\s+|\s{2,}|\t")


def mark_furniture(drafts: list[Draft]) -> None:
    """Say what is a rule, a line of hashtags, or furniture by its wording."""
    prose = [index for index, draft in enumerate(drafts) if draft.is_prose]
    first = next((index for index in prose if not _rule_at(drafts, index)), len(drafts))
    last = next((index for index in reversed(prose) if not _rule_at(drafts, index)), -1)
    for index, draft in enumerate(drafts):
        outside = index < first or index > last
        may_be_named = draft.size <= 12 or outside or index >= 0.6 * len(drafts)
        if may_be_named and (rule := _rule_at(drafts, index)):
            draft.become_chrome(rule)
        elif draft.is_prose or len(draft.text) > LONGEST:
            continue
        elif _RULE.fullmatch(draft.text):
            draft.kind = Kind.RULE
        elif _HASHTAGS.fullmatch(draft.text):
            draft.kind = Kind.HASHTAGS
        elif outside and _is_menu(draft.text):
            draft.become_chrome("navigation")


def mark_tail(drafts: list[Draft]) -> None:
    """After "About …", "Check Also", "Leave a Reply": furniture to the end, unless much prose follows."""
    longest = 0.35 * sum([len(draft.text) for draft in drafts])
    start = len(drafts)
    length = prose = 0
    for index, draft in reversed(list(enumerate(drafts))):
        length += len(draft.text)
        if length >= longest or prose > 2:
            break
        if _opens_tail(draft):
            start = index
        prose += draft.is_prose
    for draft in drafts[start:]:
        if draft.kind not in (Kind.HASHTAGS, Kind.CHROME):
            draft.become_chrome("tail")


def _opens_tail(draft: Draft) -> bool:
    if draft.size > 12 or len(draft.text) > LONGEST:
        return False
    found = _named_rule(draft.text)
    return (found is not None and found[1]) or _ABOUT_SOMEBODY.fullmatch(draft.text) is not None


def _is_menu(text: str) -> bool:
    """Sign in | Subscribe        News  Opinion  Coast  Culture"""
    if text == " ".join(text.split()) and not any(map(text.__contains__, _MENU_SIGNS)):
        return False
    parts = [part for part in _MENU_GAP.split(text) if part]
    return len(parts) > (1 if "|" in text else 2) and all(
        len(part.split()) <= 3 and part[0].isupper() and part[-1] not in ".!?:," for part in parts
    )


def _rule_at(drafts: list[Draft], index: int) -> str:
    """The name of the rule that a draft matches, or ""."""
    at_edge = index < _EDGE or index >= len(drafts) - _EDGE
    if len(drafts[index].text) > (LONGEST_BANNER if at_edge else LONGEST):
        return ""
    found = _named_rule(drafts[index].text)
    return found[0] if found else ""


def _named_rule(text: str) -> tuple[str, bool] | None:
    """The furniture rule that the whole of `text` matches, and whether it opens a tail."""
    pattern, rules = _rules()
    found = pattern.fullmatch(text.lower())
    return rules[found.lastindex - 1] if found and found.lastindex else None


@cache
def _rules() -> tuple[re.Pattern[str], list[tuple[str, bool]]]:
    """All patterns as one, with the name of each and whether it opens a tail.

    Which one it was is said by an empty group behind it: before it, a group would hide the letter that a pattern begins
    with, which is all that has to be looked at for nearly every line.  For the same reason case is not ignored: the
    patterns are in lower case, and so is what they are compared with.
    """
    rules, patterns = [], []
    for line in Path(__file__).with_name("furniture.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, pattern = line.partition(": ")
            rules.append((name.rstrip("+"), name.endswith("+")))
            patterns.append(f"(?:{pattern})()")
    return re.compile("|".join(patterns)), rules
