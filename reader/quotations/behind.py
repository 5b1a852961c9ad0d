"""Rules for a speaker behind the marks: “…,” said Lopez; “…,” she said; The plan is “…”, according to Lopez."""

from __future__ import annotations

from reader.quotations.ahead import owner
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, phrase_from, with_name
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite, past_adverbs

_DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
_LONGEST_SIGNATURE = 14
_COMES = frozenset({"came", "comes", "ran", "runs"})
_IN_WORDS_OF = ["in", "the", "words", "of"]
_OPENINGS = (["according", "to"], _IN_WORDS_OF)
_REPORTING = frozenset({"reported", "reports"})
_PASSIVE = words_of("passive_verbs")
_CONTRASTING = frozenset({"while", "whereas", "although", "though"})
_TELLING = Tag.SAYING | Tag.NAMING
_REACH = 50
"""Tokens that an apposition between a name and its verb may take."""


def right_behind(place: Place) -> Attribution | None:
    """“…,” said Lopez; “…,” Lopez, a nurse, said; “…,” according to Lopez."""
    line, i = place.line, place.token + 1
    while i < len(line) and line.words[i] in "'":
        i += 1
    while line.lower[i : i + 1] == ["["] and line.lower[i + 2 : i + 3] == ["]"]:
        i += 3
    if i >= len(line):
        return None
    end = line.sentence_at(i)[1]
    crosses = i >= place.end
    announced = place.last_character in ",?!…" or (place.token == place.start and not crosses)
    if line.lower[i] == "," or line.lower[i] in _DASHES:
        announced = True
        i += 1
    if not announced and line.lower[i : i + 4] != _IN_WORDS_OF:
        return None
    put = _put_so(line, i, end)
    if put:
        return put
    opens = place.token == place.start or line.tags[place.token - 1] & Tag.PUNCTUATION
    found = attributed(line, i, end, "after", strict=not opens)
    if not found and opens and place.last_character in ",?!":
        found = _inverted_by_place(line, i, end)
    if found and crosses and _goes_on(line, found, i, end):
        return None
    return None if found and _told_before(place) and _only_passes_on(place, found) else found


def _put_so(line: Line, i: int, end: int) -> Attribution | None:
    """“…” is how Lopez put it; “…” was what Lopez called it; “…” was her reply."""
    if i + 2 >= end or line.lower[i] not in ("is", "was"):
        return None
    if line.lower[i + 1] in ("how", "what"):
        who = phrase_from(line, i + 2, end)
        return attribution(line, "after", who, (i, i + 2)) if who else None
    nouns = (j for j in range(i + 2, min(i + 6, end)) if line.tags[j] & Tag.CUE_NOUN)
    return next((found for j in nouns if (found := owner(line, j, i + 1))), None)


def _told_before(place: Place) -> bool:
    """True if the words before the marks say who says them: Lopez called it “…”, While Lopez called it “…”."""
    line, start = place.line, place.start
    for i in range(start, place.token):
        tag = line.tags[i]
        if tag & _TELLING and not tag & Tag.LEADING and line.lower[i] not in _PASSIVE and is_finite(line, i, start):
            return True
    return False


def _only_passes_on(place: Place, found: Attribution) -> bool:
    """True for who only reports it ("…, the agency reported") or is of another clause (While …, Brown disagreed)."""
    line = place.line
    if line.lower[place.start] in _CONTRASTING:
        return True
    return (
        found.cue is not None
        and place.last_character != ","
        and (line.lower[line.token_at(found.cue[0])] in _REPORTING)
    )


def _goes_on(line: Line, found: Attribution, start: int, end: int) -> bool:
    """True if the words behind “…?” are a sentence of their own: He answered, “…”."""
    if found.cue is None:
        return False
    i = line.token_at(found.cue[1] - 1) + 1
    if not start <= i < end:
        return False
    if line.lower[i] == ",":
        return i + 1 < end and bool(line.tags[i + 1] & Tag.QUOTE)
    told = line.lower[i - 1] in ("told", "tells", "asked", "asks")
    return line.lower[i] in (":", "that") or bool(
        line.tags[i] & (Tag.QUOTE | Tag.DETERMINER | Tag.PRONOUN) and not told
    )


def at_the_end(place: Place) -> Attribution | None:
    """The plan is “…” and comes too late, Lopez said."""
    found = closing(place.line, place.token, place.end)
    return None if found and _told_before(place) and _only_passes_on(place, found) else found


def closing(line: Line, start: int, end: int) -> Attribution | None:
    """The attribution that closes the sentence which ends at `end`, looked for behind token `start`."""
    for i in range(end - 2, start, -1):
        if line.lower[i] == "," or line.lower[i] in _DASHES or line.tags[i] & Tag.QUOTE:
            found = attributed(line, i + 1, end, "trailing", strict=True)
            if found:
                return found
    return None


def attributed(line: Line, i: int, end: int, rule: str, strict: bool) -> Attribution | None:
    """The attribution that begins at token `i`, if one does; `strict` asks for a verb of saying."""
    while i < end and line.tags[i] & Tag.ADVERB:
        i += 1
    if i >= end:
        return None
    for opening in _OPENINGS:
        if line.lower[i : i + len(opening)] == opening:
            who = phrase_from(line, i + len(opening), end)
            return attribution(line, rule + " according to", who, (i, i + len(opening))) if who else None
    if line.lower[i] == "as":
        i += 1
    signature = _signed(line, i, end)
    if signature:
        return signature
    if i < end and _inverts(line, i):
        who = with_name(line, phrase_from(line, i + 1, end), end)
        return attribution(line, rule + " inverted", who, (i, i + 1)) if who else None
    return _subject_first(line, i, end, rule, strict)


def _signed(line: Line, i: int, end: int) -> Attribution | None:
    """“…” — Maria Lopez"""
    if i == 0 or line.lower[i - 1] not in _DASHES or not line.tags[i] & Tag.CAPITAL:
        return None
    who = phrase_from(line, i, end)
    ends = who is not None and (who[1] == end or line.words[who[1]] in ".,(")
    return attribution(line, "signed", who) if who and ends else None


def signed_beside(place: Place) -> Attribution | None:
    """“…” Maria Lopez, mayor of Lima, with nothing else in the line; “…” (Maria Lopez)"""
    line, i = place.line, place.token + 1
    if place.token > 0 or i >= len(line):
        return None
    i += line.lower[i] == "("
    who = phrase_from(line, i, len(line))
    if who is None or who[1] - i < 2 or len(line) - i > _LONGEST_SIGNATURE:
        return None
    named = all(line.tags[j] & Tag.CAPITAL and not line.tags[j] & Tag.CLOSED for j in range(*who))
    alone = not any(line.tags[j] & Tag.QUOTE or is_finite(line, j, i) for j in range(who[1], len(line)))
    return attribution(line, "signed", who) if named and alone else None


def signed_below(place: Place, below: Line) -> Attribution | None:
    """“…” with a line of its own below it: — Maria Lopez"""
    if place.token + 1 < len(place.line) or len(below) < 2 or below.lower[0] not in _DASHES:
        return None
    named = below.tags[1] & Tag.CAPITAL and not below.tags[1] & Tag.CLOSED
    who = phrase_from(below, 1, len(below)) if named else None
    return attribution(below, "signed", who) if who else None


def _inverts(line: Line, i: int) -> bool:
    tag = line.tags[i]
    if not tag & (Tag.SAYING | Tag.UTTERING) or tag & (Tag.ING | Tag.CAPITAL):
        return False
    if line.lower[i] in ("wrote", "writes") and not line.tags[i + 1] & (
        Tag.CAPITAL | Tag.PRONOUN | Tag.DETERMINER | Tag.ROLE
    ):
        return False
    return (not tag & Tag.BASE or bool(tag & Tag.PARTICIPLE)) and line.lower[i] not in ("told", "tells")


def _inverted_by_place(line: Line, i: int, end: int) -> Attribution | None:
    """Any verb between “…,” and somebody named: “…,” shared pensioner Maria Lopez."""
    if i + 1 >= end or not line.tags[i] & (Tag.PARTICIPLE | Tag.THIRD) or line.tags[i] & (Tag.CAPITAL | Tag.AUXILIARY):
        return None
    behind = line.tags[i + 1]
    comes = line.lower[i] in _COMES and (behind & Tag.DETERMINER or line.lower[i + 1].endswith("s"))
    if not comes and (not behind & (Tag.CAPITAL | Tag.ROLE) or behind & (Tag.DAY | Tag.CLOSED)):
        return None
    who = with_name(line, phrase_from(line, i + 1, end), end)
    return attribution(line, "after inverted", who, (i, i + 1)) if who else None


def _subject_first(line: Line, i: int, end: int, rule: str, strict: bool) -> Attribution | None:
    who = phrase_from(line, i, end)
    if not who:
        return None
    if who[1] < end and is_finite(line, past_adverbs(line, who[1], end), i):
        verb = _main_verb(line, who[1], end)
        quoted = _quoted(line, verb, end)
        if quoted:
            return attribution(line, rule, quoted, (verb, verb + 1))
        return attribution(line, rule, who, (verb, verb + 1)) if _is_known(line, verb, strict) else None
    for verb in range(who[1], min(end, who[1] + _REACH)):
        uttered = line.tags[verb] & Tag.UTTERING and line.lower[verb - 1] == ","
        if (line.tags[verb] & Tag.SAYING or uttered) and is_finite(line, verb, i):
            subject = subject_of(line, verb, i)
            if subject and subject[0] >= i and not line.tags[subject[0]] & Tag.RELATIVE:
                return attribution(line, rule + " apposed", subject, (verb, verb + 1))
    return None


def _quoted(line: Line, verb: int, end: int) -> Phrase | None:
    """The Lopez of: “…,” the agency quoted Lopez as saying."""
    who = phrase_from(line, verb + 1, end) if line.lower[verb] in ("quoted", "quotes") else None
    return who if who and line.lower[who[1]] == "as" else None


def _is_known(line: Line, verb: int, strict: bool) -> bool:
    tag = line.tags[verb]
    if tag & Tag.SAYING or line.lower[verb : verb + 2] in (["put", "it"], ["puts", "it"]):
        return True
    return not strict and bool(tag & (Tag.VERB | Tag.PARTICIPLE)) and not tag & (Tag.AUXILIARY | Tag.BASE | Tag.ING)


def _main_verb(line: Line, i: int, end: int) -> int:
    while i < end - 1 and line.tags[i] & (Tag.ADVERB | Tag.AUXILIARY | Tag.DAY):
        i += 1
    return i
