"""How often a rule is right: the name of a rule in, a share between 0 and 1 out.

The shares are measured, not felt: see the head of the list.  A reader can check the doubtful quotations in one go.
"""

from __future__ import annotations

from functools import cache

from reader.quotations.lexicon import lines_of


def confidence_of(rule: str) -> float:
    """0-1; 0.5 for a rule that was never measured."""
    return _shares().get(rule, 0.5)


@cache
def _shares() -> dict[str, float]:
    rows = (line.split(maxsplit=1) for line in lines_of("rule_confidence"))
    return {rule: int(percent) / 100 for percent, rule in rows}
