"""What one verb says about who speaks: the place of a verb of saying or naming in, an attribution out."""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, first_phrase, phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_done_by, is_finite

_BE = frozenset({"is", "was", "been", "being"})
_DONE_TO_SOMEBODY = words_of("passive_verbs")


def by_verb(line: Line, verb: int, place: Place, rule: str) -> Attribution | None:
    """The attribution that the verb at `verb` makes."""
    who: Phrase | None
    begin = place.start
    if line.tags[verb] & Tag.PARTICIPLE and is_done_by(line, verb):
        who = phrase_from(line, verb + 2, place.token)
    elif _is_passive(line, verb, begin):
        return Attribution("passive", None, (line.start(verb), line.end(verb)))
    elif not line.tags[verb] & Tag.ING and (
        verb == begin or line.tags[verb - 1] & Tag.QUOTE or _is_parenthetic(line, verb, place)
    ):
        who = phrase_from(line, verb + 1, place.token)
    elif line.tags[verb] & Tag.ING and verb == begin:
        who = _behind_opening(place, verb)
    else:
        who = subject_of(line, verb, begin)
        if who and _is_hearsay(line, who, verb):
            return None
        outer = _outer(line, who, begin)
        if outer:
            return by_verb(line, outer, place, rule)
    return attribution(line, rule, who, (verb, verb + 1)) if who else None


def _behind_opening(place: Place, verb: int) -> Phrase | None:
    """For "Calling it “…”, Lopez resigned" and "Citing “…,” she resigned": the subject behind the opening words."""
    line, end = place.line, place.end
    comma = next((i for i in range(verb + 1, end) if line.lower[i] == ","), end)
    if comma == end and place.last_character == ",":
        comma = place.token
    return first_phrase(line, comma + 1, end)


def _is_passive(line: Line, verb: int, begin: int) -> bool:
    """True for "was asked": somebody else asked."""
    before = line.lower[verb - 1] if verb > begin else ""
    return line.lower[verb] in _DONE_TO_SOMEBODY and before in ("was", "were", "been", "being")


def _is_hearsay(line: Line, who: Phrase, verb: int) -> bool:
    """True for "it was reported", which says nothing of who reports."""
    between = line.lower[who[1] : verb]
    return line.lower[who[0]] == "it" and bool(line.tags[verb] & Tag.PARTICIPLE) and not _BE.isdisjoint(between)


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
