"""Is this token a verb here?  English words are verbs or nouns by their neighbours; the neighbours are looked at here."""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.tokens import Line

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
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
    if word.endswith("'s") and not before & Tag.AUXILIARY or word.endswith("s'") or word == "to":
        return False
    if before & _AFTER_NO_VERB and not before & (Tag.PRONOUN | Tag.RELATIVE):
        return False
    if tag & Tag.PARTICIPLE:
        return line.lower[i + 1 : i + 2] != ["by"]
    if tag & Tag.THIRD:
        return not tag & Tag.CUE_NOUN and not _is_noun_in_s(line.lower[i]) or _has_subject(line, i, begin)
    if tag & Tag.BASE:
        subject = before & (Tag.AUXILIARY | Tag.PRONOUN | Tag.ADVERB | Tag.RELATIVE) and word != "one"
        return bool(subject) or (word.endswith("s") and not before & Tag.VERB)
    return True


_NOUNS_IN_S = frozenset(
    "acts aims appeals attacks backs blasts brands builds calls campaigns causes challenges changes charges claims cheers "
    "chants comments complaints concerns controls costs covers cuts deals demands details dreams drops drives ends "
    "estimates faces falls favors features fears fights finds fires focuses forces gains guards heads helps hits hopes "
    "hurts issues jabs jokes labels laws leads lists looks loves makes marks means mentions messages moves names needs "
    "notes notices objects offers opens orders outlines owns pans pays plans plays pledges points polls posts prays "
    "presents presses produces programs promises protests pulls pushes questions quits quotes raises rallies "
    "reasons records references remarks replies reports requests responses results returns reveals rides rises rules "
    "runs saves sees sells sets shakes shares shows signals signs sounds speaks spends stands starts states stays stops "
    "strikes struggles supports talks targets taxes terms tests texts thanks threats toasts touts trails trusts turns "
    "tweets uses views visits voices votes vows walks wants watches wins wishes wonders words works worries".split()
)


def _is_noun_in_s(word: str) -> bool:
    return word in _NOUNS_IN_S


def _has_subject(line: Line, i: int, begin: int) -> bool:
    """True if a singular subject stands right before token `i`, so that a form in -s is a verb and no plural."""
    before, word = line.tags[i - 1], line.lower[i - 1]
    if before & (Tag.PRONOUN | Tag.RELATIVE | Tag.ADVERB | Tag.CAPITAL | Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.QUOTE):
        return True
    if before & Tag.VERB or word.endswith("s"):
        return False
    for j in range(i - 2, max(begin, i - 5) - 1, -1):
        if line.tags[j] & Tag.DETERMINER or line.lower[j].endswith("'s"):
            return not (i + 1 < len(line) and line.tags[i + 1] & (Tag.AUXILIARY | Tag.VERB))
        if line.tags[j] & (Tag.CLOSED | Tag.PUNCTUATION | Tag.VERB):
            return False
    return False


def is_cue_form(line: Line, i: int, begin: int) -> bool:
    """True if token `i`, which may be a verb, stands where a verb can stand: finite, in -ing, or after "to"."""
    tag = line.tags[i]
    if tag & Tag.CAPITAL and i > begin:
        return False
    if tag & Tag.ING:
        return not (i > begin and (line.tags[i - 1] & Tag.DETERMINER or line.lower[i - 1].endswith("'s")))
    return is_finite(line, i, begin) or (i > begin and line.lower[i - 1] == "to" and bool(tag & Tag.BASE))


def is_progressive(line: Line, i: int, begin: int) -> bool:
    """True for "is saying": a form in -ing that an auxiliary makes finite."""
    i -= 1
    while i >= begin and line.tags[i] & Tag.ADVERB:
        i -= 1
    return i >= begin and bool(line.tags[i] & Tag.AUXILIARY)
