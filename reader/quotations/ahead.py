"""Rules for a cue further ahead in the sentence: Lopez said the plan was “…”; In Lopez’s words, “…”."""

from __future__ import annotations

from reader.quotations.cues import by_verb
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, phrase_from, phrase_until, with_name
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import has_finite, is_cue_form

_NO_ATTRIBUTE = Tag.CLOSED & ~Tag.ADVERB | Tag.PUNCTUATION
_SAYING_OR_PUT = Tag.SAYING | Tag.LEADING
_CUE_NOUN_OR_NAME = Tag.CUE_NOUN | Tag.CAPITAL
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_RELATIVES = frozenset({"who", "which", "that"})
_LONGEST_RELATIVE = 5
"""Characters of "which"."""
_PARTS = words_of("part_nouns") | {"line", "lines", "word", "words", "sentences", "end", "rest"}
_LEADING = frozenset({",", ":", "that", "of", "is", "was", "were", "are", "to", "about", "on", "the", "a", "as"})
"""Words that may stand between "her claim" and the marks."""


def saying_ahead(place: Place) -> Attribution | None:
    """The nearest verb of saying or "put it" to the left in the sentence, and its subject."""
    line, tags, start = place.line, place.line.tags, place.start
    second_best = None
    for i in range(place.token - 1, start - 1, -1):
        if tags[i] & _SAYING_OR_PUT and (tags[i] & Tag.SAYING or puts_it(line, i)) and is_cue_form(line, i, start):
            found = by_verb(line, i, place, "before")
            if found and not _is_embedded(line, i, found):
                return found
            second_best = second_best or found
    return second_best


def puts_it(line: Line, verb: int) -> bool:
    """True for the "put" of "as Lopez put it" and "put it differently:"."""
    return line.lower[verb] in ("put", "puts") and line.lower[verb + 1] == "it"


def _is_embedded(line: Line, verb: int, found: Attribution) -> bool:
    """True for a cue that another cue to its left may govern: "would welcome", "a woman who suggested"."""
    if line.tags[verb] & Tag.BASE or found.speaker is None:
        return True
    if line.lower[verb - 1] == "who" and line.lower[verb - 2] == ",":
        return False
    start, end = found.speaker
    return end - start <= _LONGEST_RELATIVE and line.plain[start:end].lower() in _RELATIVES


def phrase_ahead(place: Place) -> Attribution | None:
    """According to Lopez, the plan is “…”; From the report: “…”; As Lopez put it, “…”."""
    line, tags = place.line, place.line.tags
    for i in range(place.token - 2, place.start - 1, -1):
        if tags[i] & Tag.ACCORDING and line.lower[i + 1] == "to":
            who = with_name(line, phrase_from(line, i + 2, place.token), place.token)
            return attribution(line, "before according to", who, (i, i + 2)) if who else None
        if tags[i] & Tag.LEADING and puts_it(line, i):
            who = subject_of(line, i, place.start)
            return attribution(line, "before according to", who, (i, i + 2)) if who else None
    return None


def noun_ahead(place: Place) -> Attribution | None:
    """Lopez’s claim that “…”; her warning of “…”; Her message to the critics: “…”."""
    line, start, token = place.line, place.start, place.token
    titled = line.lower[token - 1] == ":" and not has_finite(line, start, token, start)
    for i in range(token - 1, start, -1):
        if line.tags[i] & _CUE_NOUN_OR_NAME == Tag.CUE_NOUN:
            found = owner(line, i, start)
            if found:
                return found
        if not titled and line.lower[i] not in _LEADING and not _within_claim(line, i, token):
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
    if who:
        who = _behind_part(line, who)
    return attribution(line, "possessor", who, (noun, noun + 1)) if who else None


def _behind_part(line: Line, who: Phrase) -> Phrase:
    """The captain of "the last line of the captain's letter"."""
    start, end = who
    of = next((i for i in range(start + 1, end - 1) if line.lower[i] == "of"), start)
    part = of > start and line.lower[of - 1] in _PARTS
    return (of + 1, end) if part else who


def _within_claim(line: Line, i: int, token: int) -> bool:
    """True for the words of "her claim that she never “…”" that stand behind "that"."""
    return token - i <= 4 and "that" in line.lower[max(0, token - 5) : i]


def _owns(line: Line, i: int) -> bool:
    """True for "Lopez's", "the critics'" and "her"."""
    return bool(line.tags[i] & Tag.POSSESSIVE) or line.lower[i] in _OWNERS or line.lower[i].endswith("s'")
