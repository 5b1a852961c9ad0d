"""Who passes words on: in "the government said Lopez told Brown" Lopez speaks and the government is the source.

An attribution in, the same one with its sources out, nearest first.
"""

from __future__ import annotations

from reader.quotations.ahead import owner
from reader.quotations.lexicon import Tag
from reader.quotations.phrases import Phrase, phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite

_ABOUT = frozenset({"on", "about", "of"})
_REACH = 10
"""Tokens behind "according" in which it is told what somebody reports on."""


def with_sources(place: Place, found: Attribution) -> Attribution:
    """`found` with everybody who, in the same sentence, says that the speaker said it."""
    if found.speaker is None or found.cue_tokens is None:
        return found
    line, cue = place.line, found.cue_tokens[0]
    end = place.end if cue < place.end else line.sentence_at(cue)[1]
    relayed = _relayed(line, cue, end) if line.tags[cue] & Tag.ACCORDING else None
    if relayed:
        return found._replace(speaker=relayed.speaker, sources=(found.speaker,))
    inner = _told(line, cue, end) if cue > place.token else None
    if inner:
        who, verb = inner
        return attribution(line, found.rule, who, (verb, verb + 1))._replace(sources=(found.speaker,))
    outer = _outer_subjects(place, cue, found.speaker) if cue < place.token else []
    sources = tuple(outer + _according_to(line, cue, place.start, end))
    return found._replace(sources=sources) if sources else found


def _relayed(line: Line, cue: int, end: int) -> Attribution | None:
    """Whose remarks they are: the Lopez of "according to a report on Lopez's remarks", "a transcript of her speech"."""
    for i in range(cue + 3, min(cue + _REACH, end)):
        if line.lower[i] in _ABOUT:
            nouns = (noun for noun in range(i + 2, min(i + 5, end)) if line.tags[noun] & Tag.CUE_NOUN)
            return next((found for noun in nouns if (found := owner(line, noun, i + 1))), None)
    return None


def _told(line: Line, verb: int, end: int) -> tuple[Phrase, int] | None:
    """What follows in "the government said Lopez told Brown": Lopez, and where "told" is."""
    i = verb + 1 + (line.lower[verb + 1] == "that")
    who = phrase_from(line, i, end)
    if who is None or who[1] >= end:
        return None
    said = line.tags[who[1]] & Tag.SAYING and is_finite(line, who[1], i)
    return (who, who[1]) if said else None


def _outer_subjects(place: Place, cue: int, speaker: tuple[int, int]) -> list[tuple[int, int]]:
    """The subjects of verbs of saying that stand further to the left."""
    line, tags = place.line, place.line.tags
    found: list[tuple[int, int]] = []
    for i in range(cue - 1, place.start, -1):
        if tags[i] & Tag.SAYING and is_finite(line, i, place.start):
            who = subject_of(line, i, place.start)
            span = attribution(line, "", who).speaker if who and not line.tags[who[0]] & Tag.PRONOUN else None
            governs = "," not in place.prose.plain[line.end(i) : speaker[0]]
            if span and governs and span != speaker and span not in found and span[1] <= speaker[0]:
                found.append(span)
    return found


def _according_to(line: Line, cue: int, start: int, end: int) -> list[tuple[int, int]]:
    """ "…, according to a transcript": the transcript, unless it is the cue itself."""
    lower = line.lower
    if "according" not in lower[start : end - 2]:
        return []
    for i in range(start, end - 2):
        if lower[i] == "according" and i != cue and lower[i + 1] == "to":
            who = phrase_from(line, i + 2, end)
            span = attribution(line, "", who).speaker if who else None
            return [span] if span else []
    return []
