"""Rules for what stands right before the marks: Lopez said: “…”; LOPEZ: “…”; From the report: “…”."""

from __future__ import annotations

import re

from reader.quotations.cues import by_verb
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, phrase_from, phrase_until
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.subjects import main_subject
from reader.quotations.tokens import QUOTE, Line
from reader.quotations.verbs import is_cue_form, is_finite

_LABEL = re.compile(r"\s*([A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}):\s+(?=\S)")


def introducing(place: Place) -> Attribution | None:
    """A cue right before the marks: Lopez said, “…”; Lopez, laughing: “…”; a letter that read “…”."""
    line, i = place.line, place.token - 1
    while i > place.start and line.lower[i] in (",", ":", "that", "only"):
        i -= 1
    if line.lower[max(i - 2, 0) : i + 1] == ["and", "i", "quote"]:
        i -= 3 + (line.lower[i - 3] == ",")
    inverted = _inverted(place)
    if inverted:
        return inverted
    needed = Tag.SAYING | (Tag.UTTERING if line.lower[place.token - 1] in (",", ":") else 0)
    if i < place.start or not line.tags[i] & needed:
        return None
    found = by_verb(line, i, place, "introducing") if is_cue_form(line, i, place.start) else None
    return None if found and found.speaker is None else found


def _inverted(place: Place) -> Attribution | None:
    """Said Lopez: “…”"""
    line, verb = place.line, place.start
    if not line.tags[verb] & Tag.SAYING or line.tags[verb] & (Tag.BASE | Tag.ING) or verb + 1 >= place.token:
        return None
    who = phrase_from(line, verb + 1, place.token)
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
    line = place.line
    for i in range(place.start + 1, min(place.start + 6, place.token)):
        if line.lower[i] == ":":
            who = phrase_from(line, place.start, i)
            named = who is not None and who[1] == i and _is_named(line, who) and not _is_dateline(place, i)
            return attribution(line, "headline", who, (i, i + 1)) if who and named else None
    return None


def _is_dateline(place: Place, colon: int) -> bool:
    """True for the "KARACHI" of "KARACHI: The minister said it was “…”": somebody else speaks before the marks."""
    line = place.line
    for i in range(colon + 2, place.token):
        naming = line.tags[i] & Tag.NAMING and line.tags[i] & Tag.ING and line.lower[i - 1] == ","
        if naming or (line.tags[i] & Tag.SAYING and is_finite(line, i, colon + 1)):
            return not line.tags[i - 1] & Tag.PRONOUN
    return False


def document_ahead(line: Line, start: int, end: int) -> Phrase | None:
    """The letter of the sentence "Here is the first passage of the minister's letter:"."""
    if line.lower[end - 1] != ":":
        return None
    for i in range(end - 2, start, -1):
        if line.lower[i] in words_of("document_nouns") and not line.tags[i] & (Tag.CAPITAL | Tag.VERB):
            return phrase_until(line, i, start)
    return None


def _is_introduced(line: Line, who: Phrase, colon: int) -> bool:
    """True for "Maria Lopez, political editor:"."""
    if line.lower[who[1]] != "," or not all(line.tags[i] & Tag.CAPITAL for i in range(*who)):
        return False
    return not any(is_finite(line, i, who[0]) for i in range(who[1], colon))


def headline_behind(place: Place) -> Attribution | None:
    """‘We Are Tired’: Residents Take the Council to Court"""
    line, colon = place.line, place.token + 1
    if place.token > 0 or line.lower[colon : colon + 1] != [":"]:
        return None
    who = phrase_from(line, colon + 1, len(line))
    if who is None:
        return None
    head = line.tags[who[1] - 1] & (Tag.CAPITAL | Tag.ROLE) or line.lower[who[1] - 1] in words_of("unnamed_nouns")
    return attribution(line, "headline", who, (colon, colon + 1)) if head else None


def _is_named(line: Line, who: Phrase) -> bool:
    """True for "Lopez" and "The ministry", but not for "Five hundred pages of fish", where only a line begins."""
    begin, end = who
    if line.words[begin].startswith("@"):
        return True
    if not line.tags[begin] & Tag.CAPITAL or (end - begin == 1 and line.tags[begin] & Tag.CLOSED):
        return False
    speaks = line.tags[end - 1] & (Tag.CAPITAL | Tag.ROLE) or line.lower[end - 1] in words_of("organisation_nouns")
    return bool(speaks) or line.lower[end - 1] in words_of("document_nouns") or end - begin == 1


def colon_ahead(place: Place) -> Attribution | None:
    """LOPEZ: “…”; From the report: “…”; The paper had this to say: “…”."""
    line = place.line
    i = place.token - 1
    if i <= place.start or line.lower[i] != ":":
        return None
    whole = phrase_from(line, place.start, i)
    if whole and whole[1] < i and not line.tags[whole[0]] & Tag.CLOSED and _is_introduced(line, whole, i):
        return attribution(line, "colon", whole, (i, i + 1))
    begin = next((j + 1 for j in range(i - 1, place.start, -1) if line.lower[j] == "from"), place.start)
    while begin < i and line.tags[begin] & (Tag.PREPOSITION | Tag.ADVERB):
        begin += 1
    who = phrase_from(line, begin, i)
    if who is None or not (who[1] == i or _is_introduced(line, who, i)):
        who = main_subject(line, place.start, i)
    elif begin == place.start and not _is_named(line, who):
        return Attribution("colon", None, (line.start(i), line.end(i)))
    return attribution(line, "colon", who, (i, i + 1)) if who else None
