"""Rules for a cue further ahead in the sentence: Lopez said the plan was “…”; In Lopez’s words, “…”."""

from __future__ import annotations

from reader.quotations.cues import by_verb
from reader.quotations.lexicon import Tag
from reader.quotations.phrases import phrase_from, phrase_until, with_name
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_cue_form, is_finite

_NO_ATTRIBUTE = Tag.CLOSED & ~Tag.ADVERB | Tag.PUNCTUATION
_LEADING = frozenset({",", ":", "that", "of", "is", "was", "were", "are", "to", "about", "on", "the", "a", "as"})
"""Words that may stand between "her claim" and the marks."""


def saying_ahead(place: Place) -> Attribution | None:
    """The nearest verb of saying to the left in the sentence, and its subject."""
    line = place.line
    second_best = None
    for i in range(place.token - 1, place.start - 1, -1):
        if _says(line, i) and is_cue_form(line, i, place.start):
            found = by_verb(line, i, place, "before")
            if found and not _is_embedded(line, i, found):
                return found
            second_best = second_best or found
    return second_best


def _says(line: Line, i: int) -> bool:
    """True for verbs of saying, and for the "put" of "put it differently:"."""
    return bool(line.tags[i] & Tag.SAYING) or line.lower[i : i + 2] in (["put", "it"], ["puts", "it"])


def _is_embedded(line: Line, verb: int, found: Attribution) -> bool:
    """True for a cue that another cue to its left may govern: "would welcome", "a woman who suggested"."""
    if line.tags[verb] & Tag.BASE or found.speaker is None:
        return True
    if line.lower[verb - 2 : verb] == [",", "who"]:
        return False
    return line.plain[slice(*found.speaker)].lower() in ("who", "which", "that")


def phrase_ahead(place: Place) -> Attribution | None:
    """According to Lopez, the plan is “…”; From the report: “…”; As Lopez put it, “…”."""
    line = place.line
    for i in range(place.token - 2, place.start - 1, -1):
        if line.lower[i : i + 2] == ["according", "to"]:
            who = with_name(line, phrase_from(line, i + 2, place.token), place.token)
            return attribution(line, "before according to", who, (i, i + 2)) if who else None
        if line.lower[i] in ("put", "puts") and line.lower[i + 1] == "it":
            who = subject_of(line, i, place.start)
            return attribution(line, "before according to", who, (i, i + 2)) if who else None
    return None


def noun_ahead(place: Place) -> Attribution | None:
    """Lopez’s claim that “…”; her warning of “…”; Her message to the critics: “…”."""
    line = place.line
    titled = line.lower[place.token - 1] == ":" and not _has_verb(line, place.start, place.token)
    for i in range(place.token - 1, place.start, -1):
        if line.tags[i] & Tag.CUE_NOUN and not line.tags[i] & Tag.CAPITAL:
            found = owner(line, i, place.start)
            if found:
                return found
        if not titled and line.lower[i] not in _LEADING and not _within_claim(line, i, place.token):
            return None
    return None


def owner(line: Line, noun: int, start: int) -> Attribution | None:
    """Whose `noun` it is: the Lopez of "Lopez’s last word"."""
    j = noun - 1
    while j > start and not line.tags[j] & _NO_ATTRIBUTE and not _owns(line, j):
        j -= 1
    if j < start or not _owns(line, j):
        return None
    who = (j, j + 1) if line.tags[j] & Tag.DETERMINER else phrase_until(line, j, start)
    return attribution(line, "possessor", who, (noun, noun + 1)) if who else None


def _has_verb(line: Line, start: int, end: int) -> bool:
    return any(is_finite(line, i, start) for i in range(start, end))


def _within_claim(line: Line, i: int, token: int) -> bool:
    """True for the words of "her claim that she never “…”" that stand behind "that"."""
    return token - i <= 4 and "that" in line.lower[max(0, token - 5) : i]


def _owns(line: Line, i: int) -> bool:
    return line.lower[i].endswith(("'s", "s'")) or line.lower[i] in ("his", "her", "their", "its", "my", "our")
