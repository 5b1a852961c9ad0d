"""Rules for a few marked words in a sentence that reports no speech: Lopez called it “…”; Lopez wants “…”."""

from __future__ import annotations

from reader.quotations.cues import by_verb
from reader.quotations.lexicon import Tag
from reader.quotations.phrases import Phrase, phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import main_subject, subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_cue_form, is_finite

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_EXPLETIVES = frozenset({"it", "there", "this", "that", "it's", "that's", "there's", "what", "which"})


def naming_ahead(place: Place) -> Attribution | None:
    """The nearest verb that leads into a few marked words: Lopez called it “…”; criticised as “…” by Lopez."""
    line = place.line
    for i in range(place.token - 1, place.start - 1, -1):
        if line.tags[i] & Tag.NAMING and _is_agentless(line, i, place.start):
            agent = _agent_behind(place)
            if agent:
                return attribution(line, "before naming", agent, (i, i + 1))
            return Attribution("passive naming", None, (line.start(i), line.end(i)))
        if line.tags[i] & (Tag.NAMING | Tag.UTTERING) and _is_agentless(line, i, place.start):
            continue
        if line.tags[i] & (Tag.NAMING | Tag.UTTERING) and is_cue_form(line, i, place.start):
            if _clause_between(line, i + 1, place.token):
                return None
            rule = "before leading" if line.tags[i] & Tag.LEADING else "before naming"
            found = by_verb(line, i, place, rule)
            if found and not (line.tags[i] & Tag.LEADING and _is_expletive(line, found)):
                return found
    return None


def _is_expletive(line: Line, found: Attribution) -> bool:
    """True for "that makes" and "it shows", where nobody speaks."""
    return found.speaker is not None and line.plain[slice(*found.speaker)].lower() in _EXPLETIVES


def _clause_between(line: Line, start: int, end: int) -> bool:
    """True if a new clause with a subject and a verb of its own begins between two tokens: “…,” Lopez left and …"""
    for i in range(start, end - 2):
        if line.lower[i] == "," or line.tags[i] & Tag.QUOTE:
            who = phrase_from(line, i + 1, end)
            if who and who[1] < end and is_finite(line, who[1], i + 1):
                return True
    return False


def _is_agentless(line: Line, verb: int, begin: int) -> bool:
    """True for "is seen as": nobody is said to see it so."""
    if not line.tags[verb] & Tag.PARTICIPLE or line.lower[verb + 1 : verb + 2] == ["by"]:
        return False
    i = verb - 1
    while i > begin and line.tags[i] & Tag.ADVERB:
        i -= 1
    return i >= begin and (line.lower[i] in _BE or (line.lower[i].endswith("'s") and line.tags[i] & Tag.PRONOUN != 0))


def _agent_behind(place: Place) -> Phrase | None:
    """The Lopez of: described as “…” by Lopez."""
    line, i = place.line, place.token + 1
    return phrase_from(line, i + 1, place.end) if line.lower[i : i + 1] == ["by"] else None


def clause_ahead(place: Place) -> Attribution | None:
    """No cue at all: the subject of the clause that holds the stretch, rather of the one that it depends on."""
    line = place.line
    for i in range(place.token - 2, place.start, -1):
        if (line.lower[i + 1] == "that" or line.tags[i] & Tag.THINKING) and is_finite(line, i, place.start):
            who = subject_of(line, i, place.start)
            if who and line.lower[who[0]] not in _EXPLETIVES and not line.tags[who[0]] & Tag.RELATIVE:
                return attribution(line, "clause subject", who)
    for i in range(place.token - 1, place.start, -1):
        if is_finite(line, i, place.start):
            who = subject_of(line, i, place.start)
            if who and line.tags[who[0]] & Tag.RELATIVE and who[0] > place.start and line.lower[who[0] - 1] != ",":
                who = main_subject(line, place.start, who[0])
            if who and line.lower[who[0]] not in _EXPLETIVES:
                return attribution(line, "clause subject", who)
    return None
