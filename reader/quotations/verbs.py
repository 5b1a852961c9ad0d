"""Is this token a verb here?  A line of tokens and a place in, yes or no by its neighbours out."""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.tokens import Line

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
ALWAYS_SAID = frozenset({"said", "says", "told", "tells", "wrote", "writes"})
"""Forms that are the verb of their clause even behind a number: "one mother of three said"."""
_MEANS = frozenset({"telephone", "phone", "email", "e-mail", "text", "letter", "video", "satellite", "radio"})
_ARTICLES = frozenset({"a", "an", "the"})
_AFTER_NO_VERB = Tag.DETERMINER | Tag.NUMBER | Tag.PREPOSITION


def is_finite(line: Line, i: int, begin: int = 0) -> bool:
    """True if token `i` looks like the finite verb of a clause (the sentence begins at token `begin`)."""
    tag = line.tags[i]
    if tag & Tag.AUXILIARY:
        return not tag & Tag.CAPITAL or i == begin
    if not tag & (Tag.VERB | Tag.PARTICIPLE) or tag & (Tag.ING | Tag.CAPITAL):
        return False
    if i <= begin:
        return not tag & (Tag.BASE | Tag.PARTICIPLE)
    before, word = line.tags[i - 1], line.lower[i - 1]
    if (word.endswith("'s") and not before & Tag.AUXILIARY) or word.endswith("s'") or word == "to":
        return False
    numbered = before & Tag.NUMBER and i - 2 >= begin and line.tags[i - 2] & Tag.CAPITAL
    in_name = (
        numbered or (before & Tag.CAPITAL and i - 1 > begin) or (line.lower[i] in ALWAYS_SAID and word not in _ARTICLES)
    )
    if before & _AFTER_NO_VERB and not before & (Tag.PRONOUN | Tag.RELATIVE) and not in_name:
        return False
    if tag & Tag.PARTICIPLE:
        return not is_done_by(line, i) or bool(before & (Tag.PRONOUN | Tag.PUNCTUATION))
    if tag & Tag.THIRD:
        return not tag & (Tag.CUE_NOUN | Tag.PLURAL) or _has_subject(line, i, begin)
    if tag & Tag.BASE:
        subject = before & (Tag.AUXILIARY | Tag.PRONOUN | Tag.ADVERB | Tag.RELATIVE) and word != "one"
        plural = not before & (Tag.VERB | Tag.CAPITAL) or (tag & Tag.SAYING and not tag & Tag.CUE_NOUN)
        return bool(subject) or (word.endswith("s") and bool(plural))
    return True


def is_done_by(line: Line, i: int) -> bool:
    """True for the "said" of "said by Lopez", not for that of "said by telephone"."""
    return line.lower[i + 1 : i + 2] == ["by"] and _MEANS.isdisjoint(line.lower[i + 2 : i + 3])


def _has_subject(line: Line, i: int, begin: int) -> bool:
    """True if a singular subject stands right before token `i`, so that a form in -s is a verb and no plural."""
    before, word = line.tags[i - 1], line.lower[i - 1]
    if before & Tag.NUMBER and i - 2 >= begin and line.tags[i - 2] & Tag.CAPITAL:
        return True
    if before & (Tag.PRONOUN | Tag.RELATIVE | Tag.ADVERB | Tag.CAPITAL | Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.QUOTE):
        return True
    if before & Tag.VERB or word.endswith("s"):
        return False
    for j in range(i - 2, max(begin, i - 5) - 1, -1):
        if line.tags[j] & Tag.DETERMINER or line.lower[j].endswith("'s"):
            return not (i + 1 < len(line) and line.tags[i + 1] & (Tag.AUXILIARY | Tag.VERB))
        if line.tags[j] & (Tag.CLOSED | Tag.PUNCTUATION | Tag.VERB) and line.lower[j] != "own":
            return False
    return False


def is_cue_form(line: Line, i: int, begin: int) -> bool:
    """True if token `i`, which may be a verb, stands where a verb can stand: finite, in -ing, or after "to"."""
    tag = line.tags[i]
    if tag & Tag.CAPITAL and i > begin:
        return False
    if tag & Tag.ING:
        before = line.tags[i - 1] if i > begin else 0
        owned = line.lower[i - 1].endswith("'s") and not before & Tag.AUXILIARY
        return not (before & Tag.DETERMINER or (i > begin and owned))
    return is_finite(line, i, begin) or (i > begin and line.lower[i - 1] == "to" and bool(tag & Tag.BASE))


def past_adverbs(line: Line, i: int, end: int) -> int:
    """Past the adverbs and days between a subject and its verb, but never to `end`."""
    while i < end - 1 and line.tags[i] & (Tag.ADVERB | Tag.DAY):
        i += 1
    return i
