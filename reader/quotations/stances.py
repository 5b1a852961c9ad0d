"""What somebody is reported to have meant, without a clause of theirs: Lopez stressed the importance of rain.

Lines of tokens in, (line, start, end, attribution) for each stance out, in order.  Only two in three are what a reader
would call reported speech: these are for articles that would look as if nobody spoke in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reader.quotations.lexicon import Tag, lines_of, verb_forms
from reader.quotations.phrases import phrase_from
from reader.quotations.place import attribution
from reader.quotations.reported import NOBODY, Reported, holds_marks
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite

_SHORTEST = 3
"""Tokens that a stance must have."""


def stances(lines: Sequence[Line]) -> Iterator[Reported]:
    """Every stance in sentences without marks, as a stretch of prose with its attribution."""
    verbs = _verbs()
    done = 0
    for line in lines:
        if verbs.isdisjoint(line.lower):
            continue
        for verb in [i for i, word in enumerate(line.lower) if word in verbs]:
            found = _stance(line, verb)
            if found and found[1] >= done:
                yield found
                done = found[2]


def _stance(line: Line, verb: int) -> Reported | None:
    start, end = line.sentence_at(verb)
    if holds_marks(line, start, end) or not is_finite(line, verb, start):
        return None
    end = _end(line, verb + 1, end)
    states = line.lower[verb + 1] == "to" or phrase_from(line, verb + 1, end) is not None
    who = subject_of(line, verb, start) if states and end - verb > _SHORTEST else None
    if who is None or line.tags[who[0]] & Tag.RELATIVE or line.lower[who[0]] in NOBODY:
        return None
    said = attribution(line, "reported stance", who, (verb, verb + 1))
    return line, line.start(verb + 1), line.end(end - 1), said


def _end(line: Line, start: int, end: int) -> int:
    """Where the stance ends: before "and stressed", else where its sentence does."""
    for i in range(start, end - 1):
        if line.lower[i] in ("and", "but") and line.tags[i + 1] & Tag.VERB and is_finite(line, i + 1, start):
            end = i
            break
    while end > start and line.tags[end - 1] & Tag.PUNCTUATION:
        end -= 1
    return end


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for line in lines_of("stance_verbs") for form in verb_forms(line))
