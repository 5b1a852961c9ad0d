"""What one verb says about who speaks: the place of a verb of saying or naming in, an attribution out."""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, first_phrase, phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_done_by, is_finite

_DONE_TO_SOMEBODY = words_of("passive_verbs")
"""Forms that behind "was" tell of somebody who hears: "was asked", where somebody else asked."""
_WORTH = frozenset({"worth", "bears", "important", "necessary"})
"""In "it is worth mentioning that" nobody speaks."""
_PASSIVE_AUXILIARIES = frozenset({"was", "were", "been", "being"})
_SINGULAR_BE = frozenset({"is", "was", "been", "being"})
_NOT_FINITE = Tag.ING | Tag.BASE


def by_verb(line: Line, verb: int, place: Place, rule: str) -> Attribution | None:
    """The attribution that the verb at `verb` makes."""
    tag, begin = line.tags[verb], place.start
    cue = verb, verb + 1
    if tag & Tag.PARTICIPLE and is_done_by(line, verb):
        who = phrase_from(line, verb + 2, place.token)
    elif line.lower[verb] in _DONE_TO_SOMEBODY and verb > begin and line.lower[verb - 1] in _PASSIVE_AUXILIARIES:
        return attribution(line, "passive", None, cue)
    elif not tag & Tag.ING and (verb == begin or line.tags[verb - 1] & Tag.QUOTE or _is_parenthetic(line, verb, place)):
        who = phrase_from(line, verb + 1, place.token)
    elif tag & Tag.ING and verb == begin:
        who = _behind_opening(place, verb)
    else:
        who = subject_of(line, verb, begin)
        if who and line.lower[who[1] - 1] in _WORTH:
            return None
        if who and line.tags[who[0]] & Tag.PRONOUN:
            if _is_hearsay(line, who, verb):
                return None
            outer = _outer(line, who, begin)
            if outer:
                return by_verb(line, outer, place, rule)
    return attribution(line, rule, who, cue) if who else None


def _behind_opening(place: Place, verb: int) -> Phrase | None:
    """For "Calling it “…”, Lopez resigned" and "Citing “…,” she resigned": the subject behind the opening words."""
    line, end = place.line, place.end
    comma = next((i for i in range(verb + 1, end) if line.lower[i] == ","), end)
    if comma == end and place.last_character == ",":
        comma = place.token
    return first_phrase(line, comma + 1, end)


def _is_hearsay(line: Line, who: Phrase, verb: int) -> bool:
    """True for "it was reported", which says nothing of who reports."""
    if line.lower[who[0]] != "it" or not line.tags[verb] & Tag.PARTICIPLE:
        return False
    return not _SINGULAR_BE.isdisjoint(line.lower[who[1] : verb])


def _is_parenthetic(line: Line, verb: int, place: Place) -> bool:
    """True for ", says Lopez," inside a sentence."""
    if line.lower[verb - 1] != "," or line.tags[verb] & _NOT_FINITE or "," in line.lower[place.start : verb - 1]:
        return False
    who = phrase_from(line, verb + 1, place.token)
    return who is not None and line.lower[who[1]] == ","


def _outer(line: Line, who: Phrase, begin: int) -> int:
    """For "Lopez said she thought" the place of "said", seen from "she"; 0 for none."""
    i = who[0] - 1
    if i > begin and line.lower[i] == "that":
        i -= 1
    said = i > begin and line.tags[i] & Tag.SAYING and is_finite(line, i, begin)
    return i if said else 0
