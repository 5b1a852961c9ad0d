"""Rules for a speaker ahead of the marks: Lopez said the plan was “…”; LOPEZ: “…”; In Lopez’s words, “…”."""

from __future__ import annotations

import re

from reader.quotations.lexicon import Tag
from reader.quotations.phrases import Phrase, phrase_from, phrase_until
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import main_subject, subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_cue_form, is_finite

_LABEL = re.compile(r"\s*([A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}):\s")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_EXPLETIVES = frozenset({"it", "there", "this", "that", "it's", "that's", "there's", "what", "which"})
_LEADING = frozenset({",", ":", "that", "of", "is", "was", "were", "are", "to", "about", "on", "the", "a", "as"})
"""Words that may stand between "her claim" and the marks."""


def introducing(place: Place) -> Attribution | None:
    """A cue right before the marks: Lopez said, “…”; Lopez, laughing: “…”; a letter that read “…”."""
    line, i = place.line, place.token - 1
    while i > place.start and line.lower[i] in (",", ":", "that", "only"):
        i -= 1
    inverted = _inverted(place)
    if inverted:
        return inverted
    needed = Tag.SAYING | (Tag.UTTERING if line.lower[place.token - 1] in (",", ":") else 0)
    if i < place.start or not line.tags[i] & needed:
        return None
    return _by_verb(line, i, place, "introducing") if is_cue_form(line, i, place.start) else None


def _inverted(place: Place) -> Attribution | None:
    """Said Lopez: “…”"""
    line, verb = place.line, place.start
    if not line.tags[verb] & Tag.SAYING or line.tags[verb] & (Tag.BASE | Tag.ING) or verb + 1 >= place.token:
        return None
    who = phrase_from(line, verb + 1, place.token)
    ends = who is not None and line.lower[who[1]] in (",", ":", "“”")
    return attribution(line, "introducing", who, (verb, verb + 1)) if who and ends else None


def labelled(place: Place) -> Attribution | None:
    """“LOPEZ: …”, as transcripts have it."""
    inside = place.prose.plain[place.stretch.inner_start : place.stretch.inner_end]
    label = _LABEL.match(inside)
    if label is None:
        return None
    start = place.stretch.inner_start
    return Attribution("label", (start + label.start(1), start + label.end(1)))


def headline(place: Place) -> Attribution | None:
    """Lopez: Plan ‘a Bad Idea’."""
    line = place.line
    for i in range(place.start + 1, min(place.start + 6, place.token)):
        if line.lower[i] == ":":
            who = phrase_from(line, place.start, i)
            named = who is not None and who[1] == i and line.tags[who[0]] & Tag.CAPITAL
            return attribution(line, "headline", who, (i, i + 1)) if who and named else None
    return None


def saying_ahead(place: Place) -> Attribution | None:
    """The nearest verb of saying to the left in the sentence, and its subject."""
    line = place.line
    second_best = None
    for i in range(place.token - 1, place.start - 1, -1):
        if line.tags[i] & Tag.SAYING and is_cue_form(line, i, place.start):
            found = _by_verb(line, i, place, "before")
            if found and not _is_embedded(line, i, found):
                return found
            second_best = second_best or found
    return second_best


def _is_embedded(line: Line, verb: int, found: Attribution) -> bool:
    """True for a cue that another cue to its left may govern: "would welcome", "a woman who suggested"."""
    if line.tags[verb] & Tag.BASE or found.speaker is None:
        return True
    return line.plain[slice(*found.speaker)].lower() in ("who", "which", "that")


def _by_verb(line: Line, verb: int, place: Place, rule: str) -> Attribution | None:
    """The attribution that the verb at `verb` makes."""
    who: Phrase | None
    begin = place.start
    if line.tags[verb] & Tag.PARTICIPLE and line.lower[verb + 1 : verb + 2] == ["by"]:
        who = phrase_from(line, verb + 2, place.token)
    elif _is_passive(line, verb, begin):
        return Attribution("passive", None, (line.start(verb), line.end(verb)))
    elif not line.tags[verb] & Tag.ING and (
        verb == begin or line.tags[verb - 1] & Tag.QUOTE or _is_parenthetic(line, verb, place)
    ):
        who = phrase_from(line, verb + 1, place.token)
    else:
        who = subject_of(line, verb, begin)
        outer = _outer(line, who, begin)
        if outer:
            return _by_verb(line, outer, place, rule)
    return attribution(line, rule, who, (verb, verb + 1)) if who else None


def _is_passive(line: Line, verb: int, begin: int) -> bool:
    """True for "was asked": somebody else asked."""
    before = line.lower[verb - 1] if verb > begin else ""
    return line.lower[verb] in ("asked", "told", "reminded", "informed") and before in ("was", "were", "been", "being")


def _is_parenthetic(line: Line, verb: int, place: Place) -> bool:
    """True for ", says Lopez," inside a sentence."""
    if (
        line.lower[verb - 1] != ","
        or line.tags[verb] & (Tag.ING | Tag.BASE)
        or "," in line.lower[place.start : verb - 1]
    ):
        return False
    who = phrase_from(line, verb + 1, place.token)
    return who is not None and line.lower[who[1] : who[1] + 1] == [","]


def _outer(line: Line, who: Phrase | None, begin: int) -> int:
    """For "Lopez said she thought": the place of "said"; 0 for none."""
    if who is None or not line.tags[who[0]] & Tag.PRONOUN:
        return 0
    i = who[0] - 1
    if i > begin and line.lower[i] == "that":
        i -= 1
    said = i > begin and line.tags[i] & Tag.SAYING and is_finite(line, i, begin)
    return i if said else 0


def phrase_ahead(place: Place) -> Attribution | None:
    """According to Lopez, the plan is “…”; From the report: “…”; As Lopez put it, “…”."""
    line = place.line
    for i in range(place.token - 2, place.start - 1, -1):
        if line.lower[i : i + 2] == ["according", "to"]:
            who = phrase_from(line, i + 2, place.token)
            return attribution(line, "before according to", who, (i, i + 2)) if who else None
        if line.lower[i] in ("put", "puts") and line.lower[i + 1] == "it":
            who = subject_of(line, i, place.start)
            return attribution(line, "before according to", who, (i, i + 2)) if who else None
    return None


def noun_ahead(place: Place) -> Attribution | None:
    """Lopez’s claim that “…”; her warning of “…”; In Lopez’s words, “…”."""
    line = place.line
    for i in range(place.token - 1, place.start, -1):
        tag = line.tags[i]
        if tag & Tag.CUE_NOUN and not tag & Tag.CAPITAL:
            j = i - 1
            while j > place.start and not line.tags[j] & (Tag.CLOSED | Tag.PUNCTUATION) and not _owns(line, j):
                j -= 1
            if _owns(line, j):
                who = (j, j + 1) if line.tags[j] & Tag.DETERMINER else phrase_until(line, j, place.start)
                return attribution(line, "possessor", who, (i, i + 1)) if who else None
        if line.lower[i] not in _LEADING and not _within_claim(line, i, place.token):
            return None
    return None


def _within_claim(line: Line, i: int, token: int) -> bool:
    """True for the words of "her claim that she never “…”" that stand behind "that"."""
    return token - i <= 4 and "that" in line.lower[max(0, token - 5) : i]


def _owns(line: Line, i: int) -> bool:
    return line.lower[i].endswith(("'s", "s'")) or line.lower[i] in ("his", "her", "their", "its", "my", "our")


def naming_ahead(place: Place) -> Attribution | None:
    """The nearest verb that leads into a few marked words: Lopez called it “…”; criticised as “…” by Lopez."""
    line = place.line
    for i in range(place.token - 1, place.start - 1, -1):
        if line.tags[i] & Tag.NAMING and _is_agentless(line, i, place.start):
            agent = _agent_behind(place)
            if agent:
                return attribution(line, "before naming", agent, (i, i + 1))
            return Attribution("passive naming", None, (line.start(i), line.end(i)))
        if line.tags[i] & (Tag.NAMING | Tag.UTTERING) and is_cue_form(line, i, place.start):
            if _clause_between(line, i + 1, place.token):
                return None
            rule = "before leading" if line.tags[i] & Tag.LEADING else "before naming"
            found = _by_verb(line, i, place, rule)
            if found:
                return found
    return None


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
    """No cue at all: the subject of the clause that holds the stretch."""
    line = place.line
    for i in range(place.token - 1, place.start, -1):
        if is_finite(line, i, place.start):
            who = subject_of(line, i, place.start)
            if who and line.lower[who[0]] not in _EXPLETIVES:
                return attribution(line, "clause subject", who)
    return None


def colon_ahead(place: Place) -> Attribution | None:
    """LOPEZ: “…”; From the report: “…”; The paper had this to say: “…”."""
    line = place.line
    i = place.token - 1
    if i <= place.start or line.lower[i] != ":":
        return None
    begin = next((j + 1 for j in range(i - 1, place.start, -1) if line.lower[j] == "from"), place.start)
    while begin < i and line.tags[begin] & (Tag.PREPOSITION | Tag.ADVERB):
        begin += 1
    who = phrase_from(line, begin, i)
    if who is None or who[1] != i:
        who = main_subject(line, place.start, i)
    return attribution(line, "colon", who, (i, i + 1)) if who else None
