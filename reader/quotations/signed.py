"""Rules for a name that signs a marked stretch in a line of quotations: “…” (Maria Lopez); “…”, and — Maria Lopez."""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.phrases import all_tagged, any_tagged, phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.speaking import DASHES
from reader.quotations.tokens import Line
from reader.quotations.verbs import has_finite

_LONGEST = 14
"""Tokens of a signature."""


def signed_beside(place: Place) -> Attribution | None:
    """“…” Maria Lopez, mayor of Lima, with nothing else in the line; “…” (Maria Lopez)"""
    line, i = place.line, place.token + 1
    end = len(line.words)
    if place.token > 0 or i >= end:
        return None
    i += line.lower[i] == "("
    who = phrase_from(line, i, end) if end - i <= _LONGEST else None
    if who is None or who[1] - i < 2:
        return None
    alone = not any_tagged(line, (who[1], end), Tag.QUOTE) and not has_finite(line, who[1], end, i)
    named = all_tagged(line, who, Tag.CAPITAL) and not any_tagged(line, who, Tag.CLOSED)
    return attribution(line, "signed", who) if named and alone else None


def signed_below(place: Place, below: Line) -> Attribution | None:
    """“…” with a line of its own below it: — Maria Lopez"""
    if place.token + 1 < len(place.line) or len(below) < 2 or below.lower[0] not in DASHES:
        return None
    named = below.tags[1] & Tag.CAPITAL and not below.tags[1] & Tag.CLOSED
    who = phrase_from(below, 1, len(below)) if named else None
    return attribution(below, "signed", who) if who else None
