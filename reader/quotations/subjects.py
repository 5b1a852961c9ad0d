"""Who does what a verb says: the subject of a verb, by position and closed-class words, without a parser.

A line of tokens and the place of a verb in, the noun phrase that is its subject out.  Why: who says something is nearly
always the subject of one verb, and English puts it in a handful of places.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import BARRIER, Phrase, first_phrase, next_comma, phrase_from, phrase_until
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite, past_adverbs

_SUBORDINATING = words_of("subordinators")
_COMMAS = frozenset({",", "—", "–", "―", "--", "-"})
_OPENING_INSERTS = frozenset(
    {"due", "set", "aged", "himself", "herself", "themselves", "itself", "unable", "keen", "eager", "responsible"}
)
"""What may open the words between commas behind a name, besides nouns, prepositions and participles."""
_ADVERBIAL = frozenset({"in", "on", "at", "during", "after", "before", "to"})
_TIMES = frozenset({"night", "morning", "afternoon", "evening", "week", "weekend", "month", "year"})


def subject_of(line: Line, verb: int, begin: int) -> Phrase | None:
    """The subject of the verb at `verb`, looked for in the tokens from `begin` on."""
    if line.tags[verb] & Tag.PRONOUN:
        return verb, verb + 1
    i = verb - 1
    progressive = False
    while i >= begin and _may_part(line, i):
        if line.tags[i] & Tag.AUXILIARY:
            progressive = True
            if line.tags[i] & Tag.PRONOUN:
                return i, i + 1
        i -= 1
    if i < begin:
        return None
    if line.lower[i] == "to" and line.tags[verb] & Tag.BASE:
        return _subject_of_controller(line, i, begin)
    if line.tags[verb] & Tag.ING and not progressive:
        return _subject_of_participle(line, i, begin)
    return _subject_ending_at(line, i, begin)


def _subject_ending_at(line: Line, i: int, begin: int) -> Phrase | None:
    """The subject of a finite verb whose left neighbour, adverbs apart, is token `i`."""
    word = line.lower[i]
    if word in ("who", "which"):
        return _cleft(line, i, begin) or (i, i + 1)
    if word == "that" and i > begin:
        return _antecedent(line, i - 1, begin) or phrase_until(line, i, begin)
    if word in _COMMAS:
        return _across_segments(line, i, begin)
    if line.tags[i] & Tag.CONJUNCTION:
        return main_subject(line, begin, i)
    found = phrase_until(line, i, begin)
    if found and (_is_object(line, found[0], begin) or _is_adverbial(line, found[0], begin)):
        return main_subject(line, begin, i + 1) or found
    return found or main_subject(line, begin, i)


def _cleft(line: Line, who: int, begin: int) -> Phrase | None:
    """The Lopez of "It was Lopez who said"."""
    if line.lower[begin] != "it" or line.lower[begin + 1] not in ("is", "was"):
        return None
    return phrase_until(line, who - 1, begin + 2)


def _antecedent(line: Line, last: int, begin: int) -> Phrase | None:
    """For "a letter that said": the letter, or whoever released it."""
    while last > begin and _may_part(line, last):
        last -= 1
    noun = phrase_until(line, last, begin)
    return (_issuer(line, noun, begin) or noun) if noun else None


def _issuer(line: Line, noun: Phrase, begin: int) -> Phrase | None:
    """Whoever released the letter: the subject of the verb that governs a noun for words; None for other nouns."""
    if noun[0] <= begin:
        return None
    governor = _governor(line, noun[0], begin)
    words = any(line.tags[i] & Tag.CUE_NOUN for i in range(*noun)) and line.tags[governor] & (Tag.VERB | Tag.PARTICIPLE)
    if words or line.lower[governor] in words_of("issuing_verbs"):
        return main_subject(line, begin, noun[0])
    return None


def _governor(line: Line, start: int, begin: int) -> int:
    """The token before a phrase, past particles: the "sent" of "sent out a letter"."""
    i = start - 1
    while i > begin and line.lower[i] in ("out", "up", "off"):
        i -= 1
    return max(i, begin)


def _is_object(line: Line, start: int, begin: int) -> bool:
    """True if a verb stands right before `start`: "to discuss strategy", "who left the room"."""
    if start <= begin:
        return False
    tag = line.tags[start - 1]
    if tag & Tag.CUE or not tag & (Tag.VERB | Tag.PARTICIPLE | Tag.ING):
        compared = start - 3 >= begin and line.lower[start - 1] == "than"
        return compared and bool(line.tags[start - 3] & (Tag.VERB | Tag.ING | Tag.PARTICIPLE | Tag.PREPOSITION))
    if start - 2 >= begin and line.lower[start - 2] in ("a", "an", "the"):
        return False
    return not tag & Tag.CAPITAL


def _is_adverbial(line: Line, start: int, begin: int) -> bool:
    """True for the "a letter" of "and in a letter praised"."""
    if start - 2 < begin or line.lower[start - 1] not in _ADVERBIAL:
        return False
    return bool(line.tags[start - 2] & (Tag.CONJUNCTION | Tag.RELATIVE) or line.lower[start - 2] == ",")


def _may_part(line: Line, i: int) -> bool:
    """Adverbs, auxiliaries and days may stand between a subject and its verb."""
    tag = line.tags[i]
    if tag & (Tag.ADVERB | Tag.AUXILIARY):
        return not tag & Tag.CAPITAL or bool(tag & (Tag.ADVERB | Tag.PRONOUN))
    if line.lower[i] in _TIMES and i > 0:
        return bool(line.tags[i - 1] & Tag.DAY) or line.lower[i - 1] in ("last", "this", "next", "that")
    if line.lower[i] in ("last", "this", "next", "that") and line.lower[i + 1] in _TIMES:
        return True
    return bool(tag & Tag.DAY) or (line.lower[i] == "on" and bool(line.tags[i + 1] & Tag.DAY))


def _subject_of_controller(line: Line, to: int, begin: int) -> Phrase | None:
    """For "Lopez promised to call": the subject of the finite verb that governs "to"."""
    for i in range(to - 1, begin, -1):
        if is_finite(line, i, begin):
            return subject_of(line, i, begin)
    return main_subject(line, begin, to)


def _subject_of_participle(line: Line, i: int, begin: int) -> Phrase | None:
    """For "Lopez left, saying" and "a letter saying": the main clause's subject, or the noun right before."""
    if line.tags[i] & BARRIER:
        return _attributing_subject(line, i, begin) or main_subject(line, begin, i)
    noun = phrase_until(line, i, begin)
    if noun is None or (line.lower[noun[0] - 1] in _ADVERBIAL and noun[0] > begin):
        return main_subject(line, begin, i)
    return _issuer(line, noun, begin) or noun


def _attributing_subject(line: Line, i: int, begin: int) -> Phrase | None:
    """For "It rained, Lopez said, adding": Lopez."""
    for verb in range(i - 1, max(begin, i - 14), -1):
        if line.tags[verb] & Tag.SAYING and is_finite(line, verb, begin):
            who = _subject_before(line, verb, begin)
            top = who is not None and who[0] > begin and bool(line.tags[who[0] - 1] & (Tag.QUOTE | Tag.PUNCTUATION))
            return who if top else None
    return None


def main_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the clause that the tokens before `end` belong to."""
    start = _past_openings(line, _clause_start(line, begin, end), end)
    for i in range(start + 1, end):
        if is_finite(line, i, start):
            if line.tags[i] & Tag.PRONOUN:
                return i, i + 1
            found = _subject_before(line, i, start)
            if found:
                return found
    return first_phrase(line, start, end)


def _past_openings(line: Line, start: int, end: int) -> int:
    """Past "Even as prices fell," and "In a letter," at the start of a clause."""
    while True:
        i = start
        while i < end and line.tags[i] & (Tag.ADVERB | Tag.QUOTE | Tag.PUNCTUATION):
            i += 1
        opens = i < end and (
            line.lower[i] in _SUBORDINATING or line.tags[i] & (Tag.PREPOSITION | Tag.ING | Tag.PARTICIPLE)
        )
        comma = next_comma(line, i, end)
        if not opens or comma + 1 >= end:
            return start
        start = comma + 1


def _subject_before(line: Line, verb: int, begin: int) -> Phrase | None:
    i = verb - 1
    while i >= begin and _may_part(line, i):
        if line.tags[i] & Tag.AUXILIARY and line.tags[i] & Tag.PRONOUN:
            return i, i + 1
        i -= 1
    if i < begin or (line.tags[i] & (Tag.CONJUNCTION | Tag.RELATIVE) and not line.tags[i] & Tag.DETERMINER):
        return None
    if line.lower[i] in _COMMAS:
        return _across_segments(line, i, begin)
    return phrase_until(line, i, begin)


def _clause_start(line: Line, begin: int, end: int) -> int:
    """Behind the last ", and", ", but", ";" or ":" before `end` that a subject with a verb follows."""
    for i in range(end - 2, begin, -1):
        word = line.lower[i]
        if word == ";" or (word in ("and", "but", "while", "though", "although") and line.lower[i - 1] == ","):
            phrase = phrase_from(line, i + 1, end)
            if phrase and phrase[1] < end and is_finite(line, past_adverbs(line, phrase[1], end), i + 1):
                return i + 1
    return begin


def _across_segments(line: Line, comma: int, begin: int) -> Phrase | None:
    """For "Lopez, who runs the office, said" and "the director, Maria Lopez, said": past what was put in between."""
    end = comma
    for i in range(comma - 1, begin + 1, -1):
        if line.lower[i] in ("who", "whose", "which") and line.lower[i - 1] in _COMMAS:
            if i + 1 == comma or line.lower[i + 1] in _COMMAS or line.tags[i + 1] & Tag.PREPOSITION:
                return i, i + 1
            end = i - 1
            break
    while end > begin:
        start = end
        while start > begin and line.lower[start - 1] not in _COMMAS:
            start -= 1
        if not _is_inserted(line, start, end) or start == begin:
            return (
                _one_of_them(line, start, end) or phrase_until(line, end - 1, start) or first_phrase(line, start, end)
            )
        end = start - 1
    return None


def _one_of_them(line: Line, start: int, comma: int) -> Phrase | None:
    """The Lopez of "One of them, Maria Lopez, said"."""
    if line.lower[start : start + 2] != ["one", "of"]:
        return None
    name = phrase_from(line, comma + 1, next_comma(line, comma + 1, len(line)))
    return name if name and line.tags[name[1] - 1] & Tag.CAPITAL else None


def _is_inserted(line: Line, start: int, end: int) -> bool:
    """True for what stands between commas behind a name: a role, an age, a place, a relative clause."""
    if start >= end:
        return True
    if end == start + 1 and (line.lower[start][-1] == "." or line.lower[start] in words_of("place_names")):
        return True
    if line.lower[start] in _OPENING_INSERTS:
        return True
    tag = line.tags[start]
    party = tag & Tag.GROUP or line.lower[start] in ("democrat", "republican", "independent")
    if party and not (start + 1 < end and line.tags[start + 1] & Tag.ROLE):
        return start + 1 < end and line.lower[start + 1] in ("of", "from")
    if tag & (Tag.PREPOSITION | Tag.RELATIVE | Tag.NUMBER | Tag.CONJUNCTION | Tag.ING | Tag.PARTICIPLE | Tag.ADVERB):
        return True
    if line.lower[start] in ("a", "an", "the", "his", "her", "its", "their", "one", "both", "all") or is_finite(
        line, start, start - 1
    ):
        return True
    office = next((i for i in range(start, min(end, start + 3)) if line.tags[i] & (Tag.ROLE | Tag.TITLE)), -1)
    named = not tag & Tag.CAPITAL or (office + 1 < end and line.tags[office + 1] & Tag.PREPOSITION)
    return office >= 0 and bool(named)
