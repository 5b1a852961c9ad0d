"""The rules that find speakers: a rule's name in, how often it is right and what it looks for out.

The shares are measured, not felt: see the head of the list.  A reader can check the doubtful quotations in one go.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reader.quotations.lexicon import lines_of


class Rule(NamedTuple):
    """`share` is 0-1: of the quotations that the rule attributed in measured articles, how many were right."""

    share: float
    looks_for: str


_UNMEASURED = Rule(0.5, "something else")


def rule_named(name: str) -> Rule:
    """The rule `name`; one that was never measured is as good as a guess."""
    return _rules().get(name, _UNMEASURED)


@cache
def _rules() -> dict[str, Rule]:
    rows = (line.split(" | ", 2) for line in lines_of("rules"))
    return {name: Rule(int(percent) / 100, looks_for) for percent, name, looks_for in rows}
