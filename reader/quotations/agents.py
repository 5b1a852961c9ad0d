"""Rules for a speaker who is not the subject: hailed by Lopez as “…”; a report quoted Lopez as saying “…”.

A place in, the attribution of the nearest such turn before the marks out.  They come before the rules for plain verbs,
because to those every one of these sentences looks as if its subject spoke.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import phrase_from, phrase_until
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import ARTICLES, BE, is_cue_form, is_done_by

_LEADS_ON = frozenset({"as", "that", "of", "for", "to", "in", "on"})
"""What may follow "hailed by Lopez" and "told by Lopez" before the marked words."""
_BEFORE_MARKS = frozenset({"as", "was", "is", "were", "to", "be", *ARTICLES})
"""What may stand between "what Lopez called" and the marks."""
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_WORDS = frozenset({"words", "view", "opinion", "eyes", "phrase", "judgment", "judgement", "estimation", "account"})
_PEOPLE = words_of("unnamed_nouns") | {"him", "her", "them"}
_HEARING = words_of("passive_verbs")
_TURNS = _QUOTING | _WORDS | {"by"}
"""A sentence without one of these has no such turn."""
_TELLING = Tag.SAYING | Tag.NAMING
_WHAT = frozenset({"what", "that", "which"})
_NAMING_OR_LEADING = Tag.NAMING | Tag.LEADING
_NO_ANTECEDENT = Tag.VERB | Tag.CUE_NOUN | Tag.CLOSED
_SOMEBODY = Tag.CAPITAL | Tag.ROLE
_TIMES = Tag.ADVERB | Tag.DAY | Tag.NUMBER
_AT = frozenset({"in", "on", "at", "last"})
_REACH = 12
"""Tokens between "what" and its verb."""


def agent_ahead(place: Place) -> Attribution | None:
    """The nearest of these turns before the marks, unless a plain verb of saying stands nearer."""
    nearest = _named_by(place) or _named_behind(place) or _in_eyes_of(place)
    if nearest:
        return nearest
    line, start = place.line, place.start
    if _TURNS.isdisjoint(line.lower[start : place.token]):
        return None
    for i in range(place.token - 2, start - 1, -1):
        found = _turn_at(place, i)
        if found:
            return found
        if line.tags[i] & Tag.SAYING and line.lower[i - 1] != "as" and is_cue_form(line, i, start):
            return None
    return None


def _turn_at(place: Place, i: int) -> Attribution | None:
    """The turn whose word is token `i`: "words", "told", "quoted"."""
    word = place.line.lower[i]
    if word in _WORDS:
        return _in_words_of(place, i)
    passive = _passive(place, i) if place.line.tags[i] & Tag.PARTICIPLE else None
    return passive or (_quoted(place, i) if word in _QUOTING else None)


def _opens_what(line: Line, i: int, verb: int) -> bool:
    """True for "what Lopez called" and "a plan that Lopez called", not for "said that Lopez called"."""
    word = line.lower[i]
    if word not in ("that", "which") or line.tags[verb] & _NAMING_OR_LEADING != Tag.NAMING:
        return word == "what"
    return not line.tags[i - 1] & _NO_ANTECEDENT


def _named_behind(place: Place) -> Attribution | None:
    """The plan was called “…” by Lopez."""
    line, verb = place.line, place.token - 1
    if line.lower[place.token + 1] != "by":
        return None
    if verb > place.start and (line.lower[verb] == "as" or line.lower[verb] in ARTICLES):
        verb -= 1
    if not line.tags[verb] & Tag.NAMING:
        return None
    who = phrase_from(line, place.token + 2, place.end) if line.tags[verb] & Tag.PARTICIPLE else None
    return attribution(line, "before naming", who, (verb, verb + 1)) if who else None


def _in_eyes_of(place: Place) -> Attribution | None:
    """To Lopez, the plan is “…”; For critics, it was “…”."""
    line, start = place.line, place.start
    if line.lower[start] not in ("to", "for") or line.lower[place.token - 1] not in _BEFORE_MARKS:
        return None
    who = phrase_from(line, start + 1, place.token)
    if who is None or line.lower[who[1]] != ",":
        return None
    named = line.tags[who[1] - 1] & _SOMEBODY or line.lower[who[1] - 1] in _PEOPLE
    return attribution(line, "before according to", who, (start, start + 1)) if named else None


def _in_words_of(place: Place, i: int) -> Attribution | None:
    """In the words of Lopez, “…”; In Lopez’s view, the plan is “…”."""
    line = place.line
    if i - 2 < place.start:
        return None
    if line.lower[i + 1] == "of" and line.lower[i - 2 : i] == ["in", "the"]:
        who = phrase_from(line, i + 2, place.token)
    elif line.tags[i - 1] & Tag.POSSESSIVE and line.lower[place.start] == "in" and line.lower[i + 1] == ",":
        who = phrase_until(line, i - 1, place.start + 1)
    else:
        return None
    return attribution(line, "before according to", who, (i, i + 1)) if who else None


def _passive(place: Place, i: int) -> Attribution | None:
    """Was told by Lopez that “…”; hailed by Lopez as “…”; As noted by Lopez, the plan “…”."""
    line, tag = place.line, place.line.tags[i]
    by = _past_times(line, i + 1)
    if line.lower[by] != "by" or not tag & _TELLING or tag & Tag.LEADING:
        return None
    who = phrase_from(line, by + 1, place.token + 1) if by > i + 1 or is_done_by(line, i) else None
    if who is None:
        return None
    leads = line.lower[who[1]] in _LEADS_ON or who[1] == place.token
    leads = leads or (line.lower[i] in _HEARING and line.lower[who[1]] == line.lower[place.token - 1] == ",")
    remarks = "as" in line.lower[place.start : i] and "," in line.lower[who[1] : place.token]
    return attribution(line, "before", who, (i, i + 1)) if leads or remarks else None


def _past_times(line: Line, i: int) -> int:
    """Past the "last week" and "in March" of "was told in March by Lopez"."""
    stop = min(i + 4, len(line) - 1)
    while i < stop and (line.tags[i] & _TIMES or (line.lower[i] in _AT and line.tags[i + 1] & _TIMES)):
        i += 1
    return i


def _quoted(place: Place, i: int) -> Attribution | None:
    """A report quoted Lopez as saying “…”; quoted Lopez: “…”; in which Lopez is quoted as saying “…”."""
    line = place.line
    if line.lower[i - 1] in BE and i - 2 >= place.start:
        who, behind = phrase_until(line, i - 2, place.start), i + 1
    else:
        who = phrase_from(line, i + 1, place.token)
        behind = who[1] if who else i
        if who and line.tags[behind] & Tag.PREPOSITION:
            more = phrase_from(line, behind + 1, place.token)
            behind = more[1] if more else behind
    saying = line.lower[behind] == "as" and line.tags[behind + 1] & Tag.ING
    introduced = line.lower[place.token - 1] == ":" and line.lower[behind] in (":", ",")
    return attribution(line, "before", who, (i, i + 1)) if who and (saying or introduced) else None


def _named_by(place: Place) -> Attribution | None:
    """What Lopez calls “…”; but not what she calls “…”, where the clause around it names her."""
    line, lower, tags, start = place.line, place.line.lower, place.line.tags, place.start
    verb = place.token - 1
    while verb > start and lower[verb] in _BEFORE_MARKS:
        verb -= 1
    if tags[verb] & Tag.POSSESSIVE:
        owner = phrase_until(line, verb, start)
        verb = owner[0] - 1 if owner and owner[0] > start else verb
    if not tags[verb] & Tag.CUE:
        return None
    begin = max(start, verb - _REACH)
    if _WHAT.isdisjoint(lower[begin:verb]) or not is_cue_form(line, verb, start):
        return None
    what = next((i for i in range(verb - 1, begin - 1, -1) if _opens_what(line, i, verb)), None)
    if what is None:
        return None
    who = subject_of(line, verb, what + 1)
    pronoun = who is not None and who[1] - who[0] == 1 and tags[who[0]] & Tag.PRONOUN
    return attribution(line, "before naming", who, (verb, verb + 1)) if who and not pronoun else None
