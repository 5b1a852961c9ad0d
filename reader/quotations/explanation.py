"""One quotation in, a sentence that says why it stands under its speaker out."""

from __future__ import annotations

from reader.quotations.quotation import Quotation


def explain(quotation: Quotation) -> str:
    """Why we think so, in words: rule, cue, mention, person, sources, and how often such a guess is right."""
    if quotation.speaker is None:
        return "Nobody is named near these words, so they have no speaker."
    said = f"“{quotation.speaker.text}” says it"
    if quotation.cue:
        said += f" (“{quotation.cue.text}”)"
    if quotation.resolved and quotation.resolved != quotation.speaker.text:
        said += f"; here that is {quotation.resolved}"
    passed_on = "".join(f"; as told by “{source.text}”" for source in quotation.sources)
    return f"{said}{passed_on}. Rule “{quotation.rule}”, right {quotation.confidence:.0%} of the time."
