"""Who does what a verb says: the subject of a verb, by position and closed-class words, without a parser.

A line of tokens and the place of a verb in, the noun phrase that is its subject out.  Why: who says something is nearly
always the subject of one verb, and English puts it in a handful of places.
"""

from __future__ import annotations

from reader.quotations.insertions import COMMAS, across_insertions
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.phrases import BARRIER, Phrase, any_tagged, first_phrase, next_comma, phrase_from, phrase_until
from reader.quotations.tokens import Line
from reader.quotations.verbs import ARTICLES, is_finite, next_finite, past_adverbs

_SUBORDINATING = words_of("subordinators")
_JOINING_MAIN_CLAUSES = frozenset({"and", "but", "while", "though", "although"})
_JOINTS = _JOINING_MAIN_CLAUSES | {";"}
_WHICH_TIME = frozenset({"last", "this", "next", "that"})
_ISSUING = words_of("issuing_verbs")
_FORM = Tag.VERB | Tag.PARTICIPLE
_ANY_FORM = _FORM | Tag.ING
_VERBAL = _FORM | Tag.AUXILIARY
_COMPARED = _ANY_FORM | Tag.PREPOSITION
_PAUSE = Tag.QUOTE | Tag.PUNCTUATION
_JOINING_CLAUSES = Tag.CONJUNCTION | Tag.RELATIVE
_BETWEEN_CLAUSES = _JOINING_CLAUSES | Tag.PUNCTUATION
_PARTING = Tag.ADVERB | Tag.AUXILIARY
_PARTING_CAPITALISED = Tag.ADVERB | Tag.PRONOUN
_BEFORE_OPENING = Tag.ADVERB | _PAUSE
_OPENING = Tag.PREPOSITION | Tag.ING | Tag.PARTICIPLE
_GOVERNING = words_of("joining_prepositions") - words_of("subordinators") | {"into", "to", "over", "through"}
"""Prepositions whose noun is no subject; that of "by" may be."""
_ADVERBIAL = frozenset({"in", "on", "at", "during", "after", "before", "to"})
_SET_PHRASES = frozenset(
    {("in", "fact"), ("of", "course"), ("in", "turn"), ("at", "first"), ("at", "last"), ("at", "least")}
)
"""Adverbs of two words."""
_THEMSELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_MEASURES = frozenset(
    {"moments", "minutes", "hours", "days", "weeks", "months", "years", "hour", "day", "week", "month", "year"}
)
_TIMES = frozenset({"night", "morning", "afternoon", "evening", "week", "weekend", "month", "year"})


def subject_of(line: Line, verb: int, begin: int) -> Phrase | None:
    """The subject of the verb at `verb`, looked for in the tokens from `begin` on."""
    tags = line.tags
    if tags[verb] & Tag.PRONOUN:
        return verb, verb + 1
    i = verb - 1
    progressive = False
    while i >= begin and _may_part(line, i):
        if tags[i] & Tag.AUXILIARY:
            progressive = True
            if tags[i] & Tag.PRONOUN:
                return i, i + 1
        i -= 1
    if i < begin:
        return None
    if tags[verb] & Tag.BASE and line.lower[i] == "to":
        return _subject_of_controller(line, i, begin)
    if tags[verb] & Tag.ING and not progressive:
        return _subject_of_participle(line, i, begin)
    return _subject_ending_at(line, i, begin)


def _subject_ending_at(line: Line, i: int, begin: int) -> Phrase | None:
    """The subject of a finite verb whose left neighbour, adverbs apart, is token `i`."""
    word = line.lower[i]
    if line.tags[i] & _BETWEEN_CLAUSES:
        if word in ("who", "which"):
            return _cleft(line, i, begin) or (i, i + 1)
        if word == "that" and i > begin:
            return _antecedent(line, i - 1, begin) or phrase_until(line, i, begin)
        if word in COMMAS:
            return across_insertions(line, i, begin)
        if line.tags[i] & Tag.CONJUNCTION:
            return main_subject(line, begin, i)
    if line.tags[i] & Tag.BASE and i > begin and line.lower[i - 1] == "to":
        return main_subject(line, begin, i)
    found = phrase_until(line, i, begin)
    if found and (_is_object(line, found[0], begin) or _is_governed(line, found, begin)):
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
    words = line.tags[governor] & _FORM and any_tagged(line, noun, Tag.CUE_NOUN)
    if words or line.lower[governor] in _ISSUING:
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
    if tag & Tag.CUE or not tag & _ANY_FORM:
        compared = line.lower[start - 1] == "than" and start - 3 >= begin
        return compared and bool(line.tags[start - 3] & _COMPARED)
    if start - 2 >= begin and line.lower[start - 2] in ARTICLES:
        return False
    return not tag & Tag.CAPITAL


def _is_governed(line: Line, noun: Phrase, begin: int) -> bool:
    """True for the "6 a.m." of "A fax sent at 6 a.m. read" and the "a letter" of "and in a letter praised"."""
    start, end = noun
    return start > begin and line.lower[start - 1] in _GOVERNING and "and" not in line.lower[start:end]


def _may_part(line: Line, i: int) -> bool:
    """Adverbs, auxiliaries and days may stand between a subject and its verb."""
    tag, word = line.tags[i], line.lower[i]
    if tag & _PARTING:
        return not tag & Tag.CAPITAL or bool(tag & _PARTING_CAPITALISED)
    if tag & Tag.DAY:
        return True
    if word in _TIMES and i > 0:
        return bool(line.tags[i - 1] & Tag.DAY) or line.lower[i - 1] in _WHICH_TIME
    if word in _WHICH_TIME:
        return line.lower[i + 1] in _TIMES
    if word in _THEMSELVES or (line.lower[i - 1], word) in _SET_PHRASES or (word, line.lower[i + 1]) in _SET_PHRASES:
        return True
    return word == "on" and bool(line.tags[i + 1] & Tag.DAY)


def _subject_of_controller(line: Line, to: int, begin: int) -> Phrase | None:
    """For "Lopez promised to call": the subject of the finite verb that governs "to"."""
    for i in range(to - 1, begin, -1):
        if line.tags[i] & _VERBAL and is_finite(line, i, begin):
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
            top = who is not None and who[0] > begin and bool(line.tags[who[0] - 1] & _PAUSE)
            return who if top else None
    return None


def main_subject(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject of the clause that the tokens before `end` belong to."""
    start = _past_existence(line, _past_openings(line, _clause_start(line, begin, end), end), end)
    verb = next_finite(line, start + 1, end, start)
    while verb < end:
        own = (verb, verb + 1) if line.tags[verb] & Tag.PRONOUN else None
        found = own or _described(line, verb, start) or _subject_before(line, verb, start)
        if found and line.lower[found[0]] == "whose":
            found = phrase_until(line, found[0] - 1, start) or found
        if found:
            return found
        verb = next_finite(line, verb + 1, end, start)
    return first_phrase(line, start, end)


def _described(line: Line, verb: int, start: int) -> Phrase | None:
    """The official of "An official who was not allowed to speak", seen from "was"."""
    who = verb - 1
    while who > start and _may_part(line, who):
        who -= 1
    if who <= start or not line.tags[who] & Tag.RELATIVE:
        return None
    noun = phrase_until(line, who - 1, start)
    return noun if noun and noun[0] == start else None


def _past_openings(line: Line, start: int, end: int) -> int:
    """Past "Even as prices fell," and "In a letter," at the start of a clause."""
    while True:
        i = start
        while i < end and line.tags[i] & _BEFORE_OPENING:
            i += 1
        i = _past_measure(line, i)
        if i >= end or not (line.tags[i] & _OPENING or line.lower[i] in _SUBORDINATING):
            return start
        comma = next_comma(line, i, end)
        if comma + 1 >= end:
            return start
        start = comma + 1


def _past_existence(line: Line, start: int, end: int) -> int:
    """Past the "There is a moment when" of "There is a moment when Lopez shouts"."""
    if line.lower[start] not in ("there", "there's"):
        return start
    return next((i + 1 for i in range(start, end) if line.lower[i] in ("when", "where")), start)


def _past_measure(line: Line, i: int) -> int:
    """Past the "Two weeks" and "Shortly" of "Two weeks after Lopez left,"."""
    j = i + 1 + (line.lower[i + 1] in _MEASURES)
    measured = line.lower[j - 1] in _MEASURES or line.lower[i].endswith("ly")
    return j if measured and line.lower[j] in ("after", "before") else i


def _subject_before(line: Line, verb: int, begin: int) -> Phrase | None:
    i, tags = verb - 1, line.tags
    while i >= begin and _may_part(line, i):
        if tags[i] & Tag.AUXILIARY and tags[i] & Tag.PRONOUN:
            return i, i + 1
        i -= 1
    if i < begin or (tags[i] & _JOINING_CLAUSES and not tags[i] & Tag.DETERMINER):
        return None
    if line.lower[i] in COMMAS:
        return across_insertions(line, i, begin)
    return phrase_until(line, i, begin)


def _clause_start(line: Line, begin: int, end: int) -> int:
    """Behind the last ", and", ", but", ";" or ":" before `end` that a subject with a verb follows."""
    lower = line.lower
    if _JOINTS.isdisjoint(lower[begin:end]):
        return begin
    for i in range(end - 2, begin, -1):
        if lower[i] == ";" or (_ends_clause(line, i - 1) and lower[i] in _JOINING_MAIN_CLAUSES):
            phrase = phrase_from(line, i + 1, end)
            if phrase and phrase[1] < end and is_finite(line, past_adverbs(line, phrase[1], end), i + 1):
                return i + 1
    return begin


def _ends_clause(line: Line, i: int) -> bool:
    """True for a comma, and for marked words, which may end with one."""
    return line.lower[i] == "," or bool(line.tags[i] & Tag.QUOTE)
