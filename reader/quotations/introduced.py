"""Rules for what stands right before the marks: Lopez said: “…”; LOPEZ: “…”; From the report: “…”."""

from __future__ import annotations

import re

from reader.quotations.cues import by_verb
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, all_tagged, any_tagged, phrase_from, phrase_until, with_name
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import main_subject
from reader.quotations.tagging import QUOTE
from reader.quotations.tokens import Line
from reader.quotations.verbs import has_finite, is_cue_form, is_finite

_PAUSES = frozenset({",", ":"})
_BEFORE_MARKS = _PAUSES | {"that", "only"}
_DOCUMENTS = words_of("document_nouns")
_SPEAKING_NOUNS = words_of("organisation_nouns") | _DOCUMENTS
_PEOPLE = words_of("unnamed_nouns")
_SPEAKING = Tag.SAYING | Tag.UTTERING
_NOT_FINITE = Tag.BASE | Tag.ING
_SOMEBODY = Tag.CAPITAL | Tag.ROLE
_NOBODY = Tag.CLOSED | Tag.CUE_NOUN
_DASHES = frozenset({"—", "–", "--", "-"})
_LONGEST_OPENING = 4
"""Tokens up to the "from" of "And this comes from"."""
_CIRCUMSTANCE = Tag.PREPOSITION | Tag.ADVERB
_LONGEST_LABEL = 6
"""Tokens up to the colon of "Maria Lopez, mayor:"."""
_LABEL = re.compile(r"\s*([A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}):\s+(?=\S)")


def introducing(place: Place) -> Attribution | None:
    """A cue right before the marks: Lopez said, “…”; Lopez, laughing: “…”; a letter that read “…”."""
    line, lower, start = place.line, place.line.lower, place.start
    if line.tags[start] & Tag.SAYING and (inverted := _inverted(place)):
        return inverted
    i = place.token - 1
    paused = lower[i] in _PAUSES
    while i > start and lower[i] in _BEFORE_MARKS:
        i -= 1
    if lower[i] == "quote" and lower[max(i - 2, 0) : i] == ["and", "i"]:
        i -= 3 + (lower[i - 3] == ",")
    cue = line.tags[i] & (_SPEAKING if paused else Tag.SAYING) if i >= start else 0
    found = by_verb(line, i, place, "introducing") if cue and is_cue_form(line, i, start) else None
    return None if found and found.speaker is None else found


def _inverted(place: Place) -> Attribution | None:
    """Said Lopez: “…”"""
    line, verb = place.line, place.start
    who = None if line.tags[verb] & _NOT_FINITE else phrase_from(line, verb + 1, place.token)
    ends = who is not None and line.lower[who[1]] in (",", ":", QUOTE)
    return attribution(line, "introducing", who, (verb, verb + 1)) if who and ends else None


def labelled(place: Place) -> Attribution | None:
    """“LOPEZ: …”, as transcripts have it."""
    return label_at(place.prose.plain, place.stretch.inner_start, place.stretch.inner_end)


def label_at(plain: str, start: int, end: int) -> Attribution | None:
    """The name in capitals and the colon with which `plain[start:end]` begins."""
    label = _LABEL.match(plain, start, end)
    return Attribution("label", label.span(1)) if label else None


def behind_label(plain: str, end: int) -> int:
    """Where the words begin behind a label that ends at `end`: past its colon and the space."""
    begin = end + 1
    while begin < len(plain) and plain[begin] == " ":
        begin += 1
    return begin


def headline(place: Place) -> Attribution | None:
    """Lopez: Plan ‘a Bad Idea’."""
    line, begin = place.line, place.start
    opening = line.lower[begin : min(begin + _LONGEST_LABEL, place.token)]
    if ":" not in opening[1:]:
        return None
    colon = begin + opening.index(":", 1)
    who = phrase_from(line, begin, colon)
    named = who is not None and who[1] == colon and _is_named(line, who) and not _is_dateline(place, colon)
    return attribution(line, "headline", who, (colon, colon + 1)) if who and named else None


def _is_dateline(place: Place, colon: int) -> bool:
    """True for the "KARACHI" of "KARACHI: The minister said it was “…”": somebody else speaks before the marks."""
    line, tags = place.line, place.line.tags
    for i in range(colon + 2, place.token):
        naming = tags[i] & Tag.NAMING and tags[i] & Tag.ING and line.lower[i - 1] == ","
        if naming or (tags[i] & Tag.SAYING and is_finite(line, i, colon + 1)):
            return not tags[i - 1] & Tag.PRONOUN
    return False


def document_ahead(line: Line, start: int, end: int) -> Phrase | None:
    """The letter of the sentence "Here is the first passage of the minister's letter:"."""
    if line.lower[end - 1] != ":":
        return None
    for i in range(end - 2, start, -1):
        if line.lower[i] in _DOCUMENTS and not line.tags[i] & Tag.CASED and not is_finite(line, i, start):
            return phrase_until(line, i, start)
    return None


def teller_ahead(line: Line, start: int, colon: int) -> Phrase | None:
    """The peer of "a word from a peer who saw it:", the Lopez of "From Maria Lopez, on X:"."""
    begin = next((j + 1 for j in range(colon - 1, start - 1, -1) if line.lower[j] == "from"), 0)
    who = with_name(line, phrase_from(line, begin, colon), colon) if begin else None
    if who is None or line.lower[who[1]] == "who":
        return who
    opens = begin - start <= _LONGEST_OPENING and line.tags[who[1] - 1] & _SOMEBODY
    return who if opens and not has_finite(line, who[1], colon, who[1]) else None


def _is_introduced(line: Line, who: Phrase, colon: int) -> bool:
    """True for "Maria Lopez, political editor:"."""
    if line.lower[who[1]] != "," or not all_tagged(line, who, Tag.CAPITAL):
        return False
    return not has_finite(line, who[1], colon, who[0])


def headline_behind(place: Place) -> Attribution | None:
    """‘We Are Tired’: Residents Take the Council to Court"""
    line, colon = place.line, place.token + 1
    if place.token > 0 or line.lower[colon] != ":":
        return None
    plural = line.lower[colon + 1] in _PEOPLE
    who = phrase_from(line, colon + 1, colon + 2 if plural else _verb_behind(line, colon + 1))
    named = who and (line.tags[who[1] - 1] & _SOMEBODY or line.lower[who[1] - 1] in _PEOPLE)
    return attribution(line, "headline", who if named else None, (colon, colon + 1))


def _verb_behind(line: Line, start: int) -> int:
    """Where the verb of a headline's clause stands: the "Take" of "Residents Take the Council to Court"."""
    words = range(start + 1, len(line))
    return next((i for i in words if line.tags[i] & Tag.VERB and not line.tags[i] & Tag.CAPITAL), len(line))


def _is_named(line: Line, who: Phrase) -> bool:
    """True for "Lopez" and "The ministry", but not for "Five hundred pages of fish", where only a line begins."""
    begin, end = who
    if line.words[begin].startswith("@"):
        return True
    if not line.tags[begin] & Tag.CAPITAL or (end - begin == 1 and line.tags[begin] & _NOBODY):
        return False
    return end - begin == 1 or bool(line.tags[end - 1] & _SOMEBODY) or line.lower[end - 1] in _SPEAKING_NOUNS


def _dash_ahead(place: Place) -> Attribution | None:
    """Maria Lopez – ‘…’"""
    line, i = place.line, place.token - 1
    if i <= 0 or line.lower[i] not in _DASHES or place.token + 1 < len(line) or line.words[0].isupper():
        return None
    who = phrase_from(line, 0, i)
    named = (
        who is not None and who[1] == i and all_tagged(line, who, Tag.CAPITAL) and not any_tagged(line, who, _NOBODY)
    )
    return attribution(line, "colon", who, (i, i + 1)) if named else None


def colon_ahead(place: Place) -> Attribution | None:
    """LOPEZ: “…”; From the report: “…”; The paper had this to say: “…”."""
    line = place.line
    i = place.token - 1
    if i <= place.start or line.lower[i] != ":":
        return _dash_ahead(place)
    whole = phrase_from(line, place.start, i)
    if whole and whole[1] < i and not line.tags[whole[0]] & Tag.CLOSED and _is_introduced(line, whole, i):
        return attribution(line, "colon", whole, (i, i + 1))
    teller = teller_ahead(line, place.start, i)
    if teller:
        return attribution(line, "colon", teller, (i, i + 1))
    begin = next((j + 1 for j in range(i - 1, place.start, -1) if line.lower[j] == "from"), place.start)
    while begin < i and line.tags[begin] & _CIRCUMSTANCE:
        begin += 1
    who = phrase_from(line, begin, i)
    if who is None or not (who[1] == i or _is_introduced(line, who, i)):
        who = main_subject(line, place.start, i)
    elif begin == place.start and not _is_named(line, who):
        return Attribution("colon", None, (line.start(i), line.end(i)))
    return attribution(line, "colon", who, (i, i + 1)) if who else None
