"""Rules for a speaker behind the marks: “…,” said Lopez; “…,” she said; The plan is “…”, according to Lopez."""

from __future__ import annotations

from reader.quotations.ahead import owner
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import phrase_from
from reader.quotations.place import Attribution, Place, attribution
from reader.quotations.speaking import DASHES, attributed, inverted_by_place, length_of_opening
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite

_ANNOUNCING = frozenset(",?!…")
"""What a marked stretch ends with where its speaker follows."""
_REPORTING = frozenset({"reported", "reports"})
_ASKING = frozenset({"told", "tells", "asked", "asks"})
_PASSIVE = words_of("passive_verbs")
_CONTRASTING = frozenset({"while", "whereas", "although", "though"})
_TELLING = Tag.SAYING | Tag.NAMING
_STOPPING = Tag.QUOTE | Tag.PUNCTUATION
_OBJECT = Tag.QUOTE | Tag.DETERMINER | Tag.PRONOUN


def right_behind(place: Place) -> Attribution | None:
    """“…,” said Lopez; “…,” Lopez, a nurse, said; “…,” according to Lopez."""
    line, token = place.line, place.token
    i = _past_notes(line, token + 1)
    if i >= len(line.words):
        return None
    crosses = i >= place.end
    end = line.sentence_at(i)[1] if crosses else place.end
    announced = place.last_character in _ANNOUNCING or (token == place.start and not crosses)
    if line.lower[i] == "," or line.lower[i] in DASHES:
        announced = True
        i += 1
    if not announced and length_of_opening(line, i) != 4:
        return None
    put = _put_so(line, i, end)
    if put:
        return put
    opens = token == place.start or line.tags[token - 1] & Tag.PUNCTUATION
    found = attributed(line, i, end, "after", strict=not opens)
    if not found and opens and place.last_character in ",?!":
        found = inverted_by_place(line, i, end)
    if found and crosses and _goes_on(line, found, i, end):
        return None
    return None if found and _told_before(place) and _only_passes_on(place, found) else found


def _past_notes(line: Line, i: int) -> int:
    """Past a stray apostrophe and "[sic]"."""
    lower = line.lower
    while lower[i] == "'":
        i += 1
    while lower[i] == "[" and lower[i + 2 : i + 3] == ["]"]:
        i += 3
    return i


def _put_so(line: Line, i: int, end: int) -> Attribution | None:
    """“…” is how Lopez put it; “…” was what Lopez called it; “…” was her reply."""
    if line.lower[i] not in ("is", "was") or i + 2 >= end:
        return None
    if line.lower[i + 1] in ("how", "what"):
        who = phrase_from(line, i + 2, end)
        return attribution(line, "after", who, (i, i + 2)) if who else None
    nouns = (j for j in range(i + 2, min(i + 6, end)) if line.tags[j] & Tag.CUE_NOUN)
    return next((found for j in nouns if (found := owner(line, j, i + 1))), None)


def _told_before(place: Place) -> bool:
    """True if the words before the marks say who says them: Lopez called it “…”, While Lopez called it “…”."""
    if not place.before & _TELLING:
        return False
    line, tags, start = place.line, place.line.tags, place.start
    for i in range(start, place.token):
        told = tags[i] & _TELLING and not tags[i] & Tag.LEADING
        if told and line.lower[i] not in _PASSIVE and is_finite(line, i, start):
            return True
    return False


def _only_passes_on(place: Place, found: Attribution) -> bool:
    """True for who only reports it ("…, the agency reported") or is of another clause (While …, Brown disagreed)."""
    lower = place.line.lower
    if lower[place.start] in _CONTRASTING:
        return True
    cue = found.cue_tokens
    return cue is not None and place.last_character != "," and lower[cue[0]] in _REPORTING


def _goes_on(line: Line, found: Attribution, start: int, end: int) -> bool:
    """True if the words behind “…?” are a sentence of their own: He answered, “…”."""
    if found.cue_tokens is None:
        return False
    i = found.cue_tokens[1]
    if not start <= i < end:
        return False
    if line.lower[i] == ",":
        return i + 1 < end and bool(line.tags[i + 1] & Tag.QUOTE)
    return line.lower[i] in (":", "that") or bool(line.tags[i] & _OBJECT and line.lower[i - 1] not in _ASKING)


def at_the_end(place: Place) -> Attribution | None:
    """The plan is “…” and comes too late, Lopez said."""
    found = closing(place.line, place.token, place.end)
    return None if found and _told_before(place) and _only_passes_on(place, found) else found


def closing(line: Line, start: int, end: int) -> Attribution | None:
    """The attribution that closes the sentence which ends at `end`, looked for behind token `start`."""
    tags, lower = line.tags, line.lower
    for i in range(end - 2, start, -1):
        if tags[i] & _STOPPING and (lower[i] == "," or lower[i] in DASHES or tags[i] & Tag.QUOTE):
            found = attributed(line, i + 1, end, "trailing", strict=True)
            if found:
                return found
    return None
