"""Is this token a verb here?  A line of tokens and a place in, yes or no by its neighbours out."""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.tokens import Line

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
ARTICLES = frozenset({"a", "an", "the"})
ALWAYS_SAID = frozenset({"said", "says", "told", "tells", "wrote", "writes"})
"""Forms that are the verb of their clause even behind a number: "one mother of three said"."""
_PARENTS = frozenset({"mother", "father", "mum", "mom", "dad", "parent", "grandmother", "grandfather"})
_MEANS = frozenset({"telephone", "phone", "email", "e-mail", "text", "letter", "video", "satellite", "radio"})
_VERBAL = Tag.AUXILIARY | Tag.VERB | Tag.PARTICIPLE
_NO_FINITE_FORM = Tag.ING | Tag.CAPITAL
_NO_FIRST_FORM = Tag.BASE | Tag.PARTICIPLE
"""What stands at the beginning of a clause as an order or a participle, never as its finite verb."""
_AFTER_NO_VERB = Tag.DETERMINER | Tag.NUMBER | Tag.PREPOSITION
_SUBJECT = Tag.PRONOUN | Tag.RELATIVE
_SUBJECT_OF_BASE = Tag.AUXILIARY | Tag.PRONOUN | Tag.ADVERB | Tag.RELATIVE
_NO_PLURAL_SUBJECT = Tag.VERB | Tag.CAPITAL
_OPENS_CLAUSE = Tag.PRONOUN | Tag.PUNCTUATION
_NOUN_IN_S = Tag.CUE_NOUN | Tag.PLURAL
_BEFORE_THIRD = Tag.PRONOUN | Tag.RELATIVE | Tag.ADVERB | Tag.CAPITAL | Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.QUOTE
_OWNING = Tag.DETERMINER | Tag.POSSESSIVE
_VERB_AGAIN = Tag.AUXILIARY | Tag.VERB
_NO_NOUN = Tag.CLOSED | Tag.PUNCTUATION | Tag.VERB
_ADVERBIAL = Tag.ADVERB | Tag.DAY


def is_finite(line: Line, i: int, begin: int = 0) -> bool:
    """True if token `i` looks like the finite verb of a clause (the sentence begins at token `begin`)."""
    tag = line.tags[i]
    if not tag & _VERBAL:
        return False
    if tag & Tag.AUXILIARY:
        return not tag & Tag.CAPITAL or i == begin
    if tag & _NO_FINITE_FORM:
        return False
    if i <= begin:
        return not tag & _NO_FIRST_FORM
    return _follows_subject(line, i, begin)


def next_finite(line: Line, i: int, end: int, begin: int) -> int:
    """The first finite verb at or behind `i` in a sentence that begins at `begin`; `end` if none stands before it."""
    tags = line.tags
    while i < end and not (tags[i] & _VERBAL and is_finite(line, i, begin)):
        i += 1
    return i


def has_finite(line: Line, start: int, end: int, begin: int) -> bool:
    """True if a finite verb stands in `[start, end)`, in a sentence that begins at `begin`."""
    return next_finite(line, start, end, begin) < end


def _follows_subject(line: Line, i: int, begin: int) -> bool:
    """True if what stands before token `i`, a form of a verb, does not speak against a finite one."""
    tag, before, word = line.tags[i], line.tags[i - 1], line.lower[i - 1]
    if (before & Tag.POSSESSIVE and not before & Tag.AUXILIARY) or word == "to" or word.endswith("s'"):
        return False
    if before & _AFTER_NO_VERB and not before & _SUBJECT and not _ends_name(line, i, begin):
        return False
    if tag & Tag.PARTICIPLE:
        return not is_done_by(line, i) or bool(before & _OPENS_CLAUSE)
    if tag & Tag.THIRD:
        return not tag & _NOUN_IN_S or _has_subject(line, i, begin)
    if tag & Tag.BASE:
        if before & _SUBJECT_OF_BASE and word != "one":
            return True
        plural = not before & _NO_PLURAL_SUBJECT or (tag & Tag.SAYING and not tag & Tag.CUE_NOUN)
        return bool(plural) and word.endswith("s")
    return True


def _ends_name(line: Line, i: int, begin: int) -> bool:
    """True behind "Highway 34", "one mother of three": words that seldom stand before a verb do there."""
    if line.tags[i - 1] & Tag.CAPITAL and i - 1 > begin:
        return True
    if line.lower[i - 2] == "of" and line.lower[i - 3] in _PARENTS:
        return True
    return _is_numbered(line, i - 1, begin) or (line.lower[i] in ALWAYS_SAID and line.lower[i - 1] not in ARTICLES)


def _is_numbered(line: Line, i: int, begin: int) -> bool:
    """True for the 34 of "Highway 34", the 2022 of "in 2022"."""
    return bool(line.tags[i] & Tag.NUMBER and i - 1 >= begin and (line.tags[i - 1] & Tag.CAPITAL or _is_year(line, i)))


def _is_year(line: Line, i: int) -> bool:
    return len(line.lower[i]) == 4 and line.lower[i - 1] in ("in", "since")


def is_done_by(line: Line, i: int) -> bool:
    """True for the "said" of "said by Lopez", not for that of "said by telephone"."""
    return line.lower[i + 1] == "by" and line.lower[i + 2] not in _MEANS


def _has_subject(line: Line, i: int, begin: int) -> bool:
    """True if a singular subject stands right before token `i`, so that a form in -s is a verb and no plural."""
    tags, lower = line.tags, line.lower
    before = tags[i - 1]
    if before & _BEFORE_THIRD or _is_numbered(line, i - 1, begin):
        return True
    if before & Tag.VERB or lower[i - 1].endswith("s"):
        return False
    for j in range(i - 2, max(begin, i - 5) - 1, -1):
        if tags[j] & _OWNING:
            return not tags[i + 1] & _VERB_AGAIN
        if tags[j] & _NO_NOUN and lower[j] != "own":
            return False
    return False


def is_cue_form(line: Line, i: int, begin: int) -> bool:
    """True if token `i`, which may be a verb, stands where a verb can stand: finite, in -ing, or after "to"."""
    tag = line.tags[i]
    if tag & Tag.CAPITAL and i > begin:
        return False
    if tag & Tag.ING:
        before = line.tags[i - 1] if i > begin else 0
        return not before & Tag.DETERMINER and (not before & Tag.POSSESSIVE or bool(before & Tag.AUXILIARY))
    return is_finite(line, i, begin) or (i > begin and line.lower[i - 1] == "to" and bool(tag & Tag.BASE))


def past_adverbs(line: Line, i: int, end: int) -> int:
    """Past the adverbs and days between a subject and its verb, but never to `end`."""
    tags = line.tags
    while i < end - 1 and tags[i] & _ADVERBIAL:
        i += 1
    return i
