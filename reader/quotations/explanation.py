"""One quotation in, a few sentences that say why it stands under its speaker out."""

from __future__ import annotations

from reader.quotations.quotation import Quotation
from reader.quotations.rules import rule_named


def explain(quotation: Quotation) -> str:
    """Why we think so, in words: mention, cue, person, sources, the rule, and how often that rule is right."""
    rule = rule_named(quotation.rule)
    because = f"Rule “{quotation.rule}” ({rule.looks_for}), right {quotation.confidence:.0%} of the time."
    if quotation.speaker is None:
        return f"No speaker is given. {because}"
    said = f"“{quotation.speaker.text}” says it"
    if quotation.cue:
        said += f", by “{quotation.cue.text}”"
    if quotation.resolved and quotation.resolved != quotation.speaker.text:
        said += f"; in this article that is {quotation.resolved}"
    passed_on = "".join(f"; passed on by “{source.text}”" for source in quotation.sources)
    return f"{said}{passed_on}. {because}"
