"""What stands between commas between a subject and its verb: "Lopez, who runs the office, said".

A line of tokens and the comma before the verb in, the subject that stands before everything put in between out.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import Phrase, first_phrase, next_comma, phrase_from, phrase_until, with_name
from reader.quotations.tokens import Line
from reader.quotations.verbs import ARTICLES, is_finite

COMMAS = frozenset({",", "—", "–", "―", "--", "-"})
_OPENING_INSERTS = frozenset(
    {"due", "set", "aged", "himself", "herself", "themselves", "itself", "unable", "keen", "eager", "responsible"}
)
"""What may open the words between commas behind a name, besides nouns, prepositions and participles."""
_OPENING_APPOSITION = ARTICLES | {"his", "her", "its", "their", "one", "both", "all"}
_PLACES = words_of("place_names")
_OFFICE = Tag.ROLE | Tag.TITLE
_NOT_SUBJECT = Tag.PREPOSITION | Tag.ING | Tag.PARTICIPLE | Tag.RELATIVE | Tag.NUMBER | Tag.CONJUNCTION | Tag.ADVERB


def across_insertions(line: Line, comma: int, begin: int) -> Phrase | None:
    """For "Lopez, who runs the office, said" and "the director, Maria Lopez, said": past what was put in between."""
    if line.lower[comma + 1] in ("put", "puts"):
        who = _putting(line, comma, begin)
        if who:
            return who
    end = comma
    for i in range(comma - 1, begin + 1, -1):
        if line.lower[i] in ("who", "whose", "which") and line.lower[i - 1] in COMMAS:
            if i + 1 == comma or line.lower[i + 1] in COMMAS or line.tags[i + 1] & Tag.PREPOSITION:
                return i, i + 1
            end = i - 1
            break
    behind = None
    while end > begin:
        start = end
        while start > begin and line.lower[start - 1] not in COMMAS:
            start -= 1
        if start == begin and behind and _is_fronted(line, start, end):
            return behind
        if not _is_inserted(line, start, end) or start == begin:
            return (
                _one_of_them(line, start, end)
                or _described(line, start, end)
                or phrase_until(line, end - 1, start)
                or first_phrase(line, start, end)
            )
        behind = phrase_until(line, end - 1, start)
        end = start - 1
    return None


def _described(line: Line, start: int, end: int) -> Phrase | None:
    """The inspector of "An inspector who saw the mill last year, and who knew it, said"."""
    noun = phrase_from(line, start, end)
    return noun if noun and noun[1] < end and line.lower[noun[1]] in ("who", "which") else None


def _putting(line: Line, comma: int, begin: int) -> Phrase | None:
    """The Lopez of "Or, as Lopez, a former judge, put it"."""
    opening = next((i for i in range(comma - 1, begin - 1, -1) if line.lower[i] == "as"), None)
    return None if opening is None else with_name(line, phrase_from(line, opening + 1, comma), comma)


def _is_fronted(line: Line, start: int, end: int) -> bool:
    """True for "In a letter to the police", but not for "In one scene the diver", which ends with a subject."""
    if not line.tags[start] & Tag.PREPOSITION or line.lower[start] == "as":
        return False
    last = phrase_until(line, end - 1, start)
    return last is None or bool(line.tags[last[0] - 1] & Tag.PREPOSITION)


def _one_of_them(line: Line, start: int, comma: int) -> Phrase | None:
    """The Lopez of "One of them, Maria Lopez, said"."""
    if line.lower[start] != "one" or line.lower[start + 1] != "of":
        return None
    name = phrase_from(line, comma + 1, next_comma(line, comma + 1, len(line)))
    return name if name and line.tags[name[1] - 1] & Tag.CAPITAL else None


def _is_inserted(line: Line, start: int, end: int) -> bool:
    """True for what stands between commas behind a name: a role, an age, a place, a relative clause."""
    if start >= end:
        return True
    if end == start + 1 and (line.lower[start][-1] == "." or line.lower[start] in _PLACES):
        return True
    if line.lower[start] in _OPENING_INSERTS:
        return True
    tag = line.tags[start]
    if tag & Tag.PRONOUN and line.tags[start + 1] & Tag.THINKING:
        return True
    party = tag & Tag.GROUP or line.lower[start] in ("democrat", "republican", "independent")
    if party and not (start + 1 < end and line.tags[start + 1] & Tag.ROLE):
        return start + 1 < end and line.lower[start + 1] in ("of", "from")
    if tag & _NOT_SUBJECT or line.lower[start] in _OPENING_APPOSITION or is_finite(line, start, start - 1):
        return True
    office = next((i for i in range(start, min(end, start + 3)) if line.tags[i] & _OFFICE), -1)
    named = not tag & Tag.CAPITAL or (office + 1 < end and line.tags[office + 1] & Tag.PREPOSITION)
    return office >= 0 and bool(named)
