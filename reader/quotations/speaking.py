"""The words that attribute, wherever they stand: "said Lopez", "Lopez, a nurse, said", "according to Lopez".

A line of tokens and the place where such words may begin in, the attribution that they make out, or None.
"""

from __future__ import annotations

from reader.quotations.ahead import puts_it
from reader.quotations.lexicon import Tag
from reader.quotations.phrases import Phrase, phrase_from, with_name
from reader.quotations.place import Attribution, attribution
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite, past_adverbs

DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
_IN_WORDS_OF = ["in", "the", "words", "of"]
_COMES = frozenset({"came", "comes", "ran", "runs"})
_WROTE = frozenset({"wrote", "writes"})
_TOLD = frozenset({"told", "tells"})
_NAMED = Tag.DETERMINER | Tag.CAPITAL
_HEARING = frozenset({"told", "hears", "heard", "hear"})
"""Verbs that end a headline with who listens: "jury told", where nobody is said to speak."""
_QUOTED = frozenset({"quoted", "quotes"})
_REACH = 50
"""Tokens that an apposition between a name and its verb may take."""
_NEAR = 6
"""Tokens of "a man at the next table" before "whispered"."""
_SPEAKING = Tag.SAYING | Tag.UTTERING
_NO_INVERSION = Tag.ING | Tag.CAPITAL
_PAST_OR_THIRD = Tag.PARTICIPLE | Tag.THIRD
_NO_PLAIN_VERB = Tag.CAPITAL | Tag.AUXILIARY
_SOMEBODY = Tag.CAPITAL | Tag.ROLE
_NOBODY = Tag.DAY | Tag.CLOSED
_BEGINS_SOMEBODY = Tag.CAPITAL | Tag.PRONOUN | Tag.DETERMINER | Tag.ROLE
_FORM = Tag.VERB | Tag.PARTICIPLE
_NOT_FINITE = Tag.AUXILIARY | Tag.BASE | Tag.ING
_BEFORE_VERB = Tag.ADVERB | Tag.AUXILIARY | Tag.DAY


def attributed(line: Line, i: int, end: int, rule: str, strict: bool) -> Attribution | None:
    """The attribution that begins at token `i`, if one does; `strict` asks for a verb of saying."""
    tags = line.tags
    while i < end and tags[i] & Tag.ADVERB:
        i += 1
    if i >= end:
        return None
    opening = length_of_opening(line, i)
    if opening:
        who = phrase_from(line, i + opening, end)
        return attribution(line, rule + " according to", who, (i, i + opening)) if who else None
    if line.lower[i] == "as":
        i += 1
    if line.lower[i - 1] in DASHES and i > 0:
        signature = _signed(line, i, end)
        if signature:
            return signature
    if i < end and tags[i] & _SPEAKING and _inverts(line, i):
        who = with_name(line, phrase_from(line, i + 1, end), end)
        return attribution(line, rule + " inverted", who, (i, i + 1)) if who else None
    return _subject_first(line, i, end, rule, strict)


def length_of_opening(line: Line, i: int) -> int:
    """How many tokens "according to" or "in the words of" has at token `i`; 0 if neither stands there."""
    word = line.lower[i]
    if word == "per":
        return 1 if line.tags[i + 1] & _NAMED else 0
    if word == "according":
        return 2 if line.lower[i + 1] == "to" else 0
    return 4 if word == "in" and line.lower[i : i + 4] == _IN_WORDS_OF else 0


def _signed(line: Line, i: int, end: int) -> Attribution | None:
    """“…” — Maria Lopez"""
    who = phrase_from(line, i, end) if line.tags[i] & Tag.CAPITAL else None
    ends = who is not None and (who[1] == end or line.words[who[1]] in ".,(")
    return attribution(line, "signed", who) if who and ends else None


def _inverts(line: Line, i: int) -> bool:
    """True for a verb that may stand before its subject: "said Lopez", but not "told Lopez"."""
    tag, word = line.tags[i], line.lower[i]
    if tag & _NO_INVERSION or word in _TOLD or (tag & Tag.BASE and not tag & Tag.PARTICIPLE):
        return False
    return word not in _WROTE or bool(line.tags[i + 1] & _BEGINS_SOMEBODY)


def inverted_by_place(line: Line, i: int, end: int) -> Attribution | None:
    """Any verb between “…,” and somebody named: “…,” shared pensioner Maria Lopez."""
    if i + 1 >= end or not line.tags[i] & _PAST_OR_THIRD or line.tags[i] & _NO_PLAIN_VERB:
        return None
    behind = line.tags[i + 1]
    comes = line.lower[i] in _COMES and (behind & Tag.DETERMINER or line.lower[i + 1].endswith("s"))
    if not comes and (not behind & _SOMEBODY or behind & _NOBODY):
        return None
    who = with_name(line, phrase_from(line, i + 1, end), end)
    return attribution(line, "after inverted", who, (i, i + 1)) if who else None


def _subject_first(line: Line, i: int, end: int, rule: str, strict: bool) -> Attribution | None:
    """Lopez said; the agency quoted Lopez as saying; Lopez, a nurse, said."""
    who = phrase_from(line, i, end)
    if not who:
        return None
    if who[1] < end and is_finite(line, past_adverbs(line, who[1], end), i):
        verb = _main_verb(line, who[1], end)
        if line.lower[verb] in _HEARING and not line.lower[verb + 1] and not line.tags[who[0]] & Tag.PRONOUN:
            return attribution(line, rule, None, (verb, verb + 1))
        speaker = _quoted(line, verb, end) or (who if _is_known(line, verb, strict) else None)
        return attribution(line, rule, speaker, (verb, verb + 1)) if speaker else None
    return _apposed(line, i, range(who[1], min(end, who[1] + _REACH)), rule)


def _apposed(line: Line, begin: int, verbs: range, rule: str) -> Attribution | None:
    """The first of `verbs` whose subject stands at or behind `begin`: Lopez, a nurse, said."""
    tags = line.tags
    near = begin + _NEAR if rule == "after" else 0
    for verb in verbs:
        if tags[verb] & _SPEAKING:
            speaks = tags[verb] & Tag.SAYING or line.lower[verb - 1] == "," or verb <= near
            subject = subject_of(line, verb, begin) if speaks and is_finite(line, verb, begin) else None
            if subject and subject[0] >= begin and not tags[subject[0]] & Tag.RELATIVE:
                return attribution(line, rule + " apposed", subject, (verb, verb + 1))
    return None


def _quoted(line: Line, verb: int, end: int) -> Phrase | None:
    """The Lopez of: “…,” the agency quoted Lopez as saying."""
    who = phrase_from(line, verb + 1, end) if line.lower[verb] in _QUOTED else None
    return who if who and line.lower[who[1]] == "as" else None


def _is_known(line: Line, verb: int, strict: bool) -> bool:
    """True for verbs of saying and "put it"; for any other only if not `strict`."""
    tag = line.tags[verb]
    if tag & Tag.SAYING or puts_it(line, verb):
        return True
    return not strict and bool(tag & _FORM) and not tag & _NOT_FINITE


def _main_verb(line: Line, i: int, end: int) -> int:
    """Past adverbs and auxiliaries: the "said" of "has since said"."""
    tags = line.tags
    while i < end - 1 and tags[i] & _BEFORE_VERB:
        i += 1
    return i
