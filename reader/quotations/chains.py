"""Who passes words on: in "the government said Lopez told Brown" Lopez speaks and the government is the source.

An attribution in, the same one with its sources out, nearest first.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.phrases import Phrase, phrase_from, phrase_until
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite

_REACH = 60
"""Tokens behind a stretch in which its attribution may stand."""


def with_sources(place: Place, found: Attribution) -> Attribution:
    """`found` with everybody who, in the same sentence, says that the speaker said it."""
    if found.speaker is None or found.cue is None:
        return found
    line = place.line
    cue = line.token_at(found.cue[0])
    if not place.start <= cue < place.end + _REACH:
        return found
    spoken = _remarks(line, cue)
    if spoken:
        remarks = attribution(line, found.rule, spoken, (cue, cue + 2))
        return remarks._replace(sources=(found.speaker,))
    inner = _told(line, cue) if cue > place.token else None
    if inner:
        who, verb = inner
        return attribution(line, found.rule, who, (verb, verb + 1))._replace(sources=(found.speaker,))
    outer = [] if cue > place.token else _outer_subjects(place, cue, found.speaker)
    sources = tuple(outer + _according_to(place, cue))
    return found._replace(sources=sources) if sources else found


def _remarks(line: Line, cue: int) -> Phrase | None:
    """The Lopez of "according to the agency's report on Lopez's remarks": the report only passes them on."""
    end = line.sentence_at(cue)[1]
    report = phrase_from(line, cue + 2, end) if line.tags[cue] & Tag.ACCORDING else None
    if report is None or line.lower[report[1] : report[1] + 1] not in (["on"], ["about"]):
        return None
    for i in range(report[1] + 2, min(report[1] + 6, end)):
        if line.tags[i] & Tag.CUE_NOUN and line.lower[i - 1].endswith(("'s", "s'")):
            return phrase_until(line, i - 1, report[1] + 1)
    return None


def _told(line: Line, verb: int) -> tuple[Phrase, int] | None:
    """What follows in "the government said Lopez told Brown": Lopez, and where "told" is."""
    end = line.sentence_at(verb)[1]
    i = verb + 1 + (line.lower[verb + 1 : verb + 2] == ["that"])
    who = phrase_from(line, i, end)
    if who is None or who[1] >= end:
        return None
    said = line.tags[who[1]] & Tag.SAYING and is_finite(line, who[1], i)
    return (who, who[1]) if said else None


def _outer_subjects(place: Place, cue: int, speaker: tuple[int, int]) -> list[tuple[int, int]]:
    """The subjects of verbs of saying that stand further to the left."""
    line = place.line
    found = []
    for i in range(cue - 1, place.start, -1):
        if line.tags[i] & Tag.SAYING and is_finite(line, i, place.start):
            who = subject_of(line, i, place.start)
            span = attribution(line, "", who).speaker if who and not line.tags[who[0]] & Tag.PRONOUN else None
            governs = "," not in place.prose.plain[line.end(i) : speaker[0]]
            if span and governs and span != speaker and span not in found and span[1] <= speaker[0]:
                found.append(span)
    return found


def _according_to(place: Place, cue: int) -> list[tuple[int, int]]:
    """ "…, according to a transcript": the transcript, unless it is the cue itself."""
    line = place.line
    end = line.sentence_at(max(cue, place.token))[1]
    for i in line.noted:
        if i >= end - 2:
            break
        if line.tags[i] & Tag.ACCORDING and place.start <= i != cue and line.lower[i + 1] == "to":
            who = phrase_from(line, i + 2, end)
            span = attribution(line, "", who).speaker if who else None
            return [span] if span else []
    return []
