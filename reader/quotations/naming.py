"""Rules for a few marked words in a sentence that reports no speech: Lopez called it “…”; Lopez wants “…”."""

from __future__ import annotations

from reader.quotations.cues import by_verb
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import main_subject, subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import BE, is_cue_form, is_finite

_NAMING = Tag.NAMING | Tag.UTTERING
_VERBAL = Tag.VERB | Tag.PARTICIPLE | Tag.AUXILIARY
_PAUSE = Tag.QUOTE | Tag.PUNCTUATION
_SHORTENED_IS = Tag.PRONOUN | Tag.POSSESSIVE
"""What "it's" and "she's" are."""
_DOCUMENTS = words_of("document_nouns")
_GRADING = frozenset({"best", "better", "well"})
_EXPLETIVES = frozenset({"it", "there", "this", "that", "it's", "that's", "there's", "what", "which"})


def naming_ahead(place: Place) -> Attribution | None:
    """The nearest verb that leads into a few marked words: Lopez called it “…”; criticised as “…” by Lopez."""
    line, tags, start = place.line, place.line.tags, place.start
    for i in range(place.token - 1, start - 1, -1):
        if not tags[i] & _NAMING:
            continue
        if _is_agentless(line, i, start):
            if tags[i] & Tag.NAMING:
                agent = _agent_behind(place) or _document_within(line, i)
                return attribution(line, "before naming" if agent else "passive naming", agent, (i, i + 1))
        elif is_cue_form(line, i, start):
            if _clause_between(line, i + 1, place.token):
                return None
            rule = "before leading" if tags[i] & Tag.LEADING else "before naming"
            found = by_verb(line, i, place, rule)
            if found and not (tags[i] & Tag.LEADING and _is_expletive(line, found)):
                return found
    return None


def _is_expletive(line: Line, found: Attribution) -> bool:
    """True for "that makes" and "it shows", where nobody speaks."""
    return found.speaker is not None and line.plain[slice(*found.speaker)].lower() in _EXPLETIVES


def _clause_between(line: Line, start: int, end: int) -> bool:
    """True if a clause with a subject and a verb of its own begins between two tokens: As Lopez spoke, Brown left …"""
    for i in range(start, end - 2):
        if line.tags[i] & _PAUSE and (line.lower[i] == "," or line.tags[i] & Tag.QUOTE):
            who = phrase_from(line, i + 1, end)
            if who and who[1] < end and is_finite(line, who[1], i + 1):
                return True
    return False


def _is_agentless(line: Line, verb: int, begin: int) -> bool:
    """True for "is seen as": nobody is said to see it so."""
    if not line.tags[verb] & Tag.PARTICIPLE or line.lower[verb + 1] == "by":
        return False
    i = verb - 1
    while i > begin and (line.tags[i] & Tag.ADVERB or line.lower[i] in _GRADING):
        i -= 1
    return i >= begin and (line.lower[i] in BE or line.tags[i] & _SHORTENED_IS == _SHORTENED_IS)


def _agent_behind(place: Place) -> Phrase | None:
    """The Lopez of: described as “…” by Lopez."""
    line, i = place.line, place.token + 1
    return phrase_from(line, i + 1, place.end) if line.lower[i] == "by" else None


def _document_within(line: Line, verb: int) -> Phrase | None:
    """The ruling of: described in the ruling as “…”"""
    who = phrase_from(line, verb + 2, len(line)) if line.lower[verb + 1] == "in" else None
    return who if who and line.lower[who[1] - 1] in _DOCUMENTS and line.lower[who[1]] == "as" else None


def clause_ahead(place: Place) -> Attribution | None:
    """No cue at all: the subject of the clause that holds the stretch, rather of the one that it depends on."""
    line, tags, start = place.line, place.line.tags, place.start
    for i in range(place.token - 2, start, -1):
        if (line.lower[i + 1] == "that" or tags[i] & Tag.THINKING) and is_finite(line, i, start):
            who = subject_of(line, i, start)
            if who and line.lower[who[0]] not in _EXPLETIVES and not tags[who[0]] & Tag.RELATIVE:
                return attribution(line, "clause subject", who)
    for i in range(place.token - 1, start, -1):
        if tags[i] & _VERBAL and is_finite(line, i, start):
            who = subject_of(line, i, start)
            if who and tags[who[0]] & Tag.RELATIVE and who[0] > start and line.lower[who[0] - 1] != ",":
                who = main_subject(line, start, who[0])
            if who and line.lower[who[0]] not in _EXPLETIVES:
                return attribution(line, "clause subject", who)
    return None
