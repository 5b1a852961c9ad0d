"""Noun phrases by closed-class words and position, without a parser.

A line of tokens and a place in, the tokens of a noun phrase out.  Phrases are half-open ranges of token indices.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import ALWAYS_SAID, is_finite

Phrase = tuple[int, int]

BARRIER = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.AUXILIARY | Tag.QUOTE | Tag.PUNCTUATION | Tag.RELATIVE
"""What no simple noun phrase runs across."""
_OF_NOUNS = Tag.CUE_NOUN | Tag.ROLE | Tag.TITLE | Tag.CAPITAL | Tag.CASED | Tag.POSSESSIVE
_JOINING = words_of("joining_prepositions")
_BOUND = frozenset({"a", "an", "the", "my", "your", "our", "its", "their", "every", "no"})
"""Determiners that are no phrase of their own."""

_BEFORE_NUMBERS = frozenset({"the", "these", "those", "his", "her", "its", "their", "our", "all"})
"""Determiners that another one may follow: "the five", "all three"."""


def phrase_from(line: Line, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start`, with what "of" adds to it; None if none begins there."""
    if start >= end or (line.tags[start] & Tag.RELATIVE and line.lower[start] != "that"):
        return None
    if line.tags[start] & Tag.PRONOUN and not _begins_noun(line, start, end):
        return start, start + 1
    tag = line.tags[start]
    if tag & Tag.ING and not tag & Tag.CAPITAL and not (start + 1 < end and line.tags[start + 1] & Tag.ROLE):
        return None
    if tag & Tag.PARTICIPLE and not tag & Tag.CAPITAL and not _is_plain_noun(line, start + 1, end):
        return None
    i = start
    while i < end and _is_nominal(line, i, start):
        i += 1
    if i == start or (i == start + 1 and line.lower[start] in ("a", "an", "the")):
        return None
    if i + 1 < end and line.lower[i] == "of":
        rest = phrase_from(line, i + 1, end)
        if rest:
            return start, rest[1]
    return start, i


def _is_plain_noun(line: Line, i: int, end: int) -> bool:
    return i < end and not line.tags[i] & (Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB | Tag.ING | Tag.DAY)


def _begins_noun(line: Line, i: int, end: int) -> bool:
    """True for the "her" of "her campaign", the "one" of "one tweet"."""
    if not line.tags[i] & Tag.DETERMINER or i + 1 >= end:
        return False
    after = line.tags[i + 1]
    if line.lower[i] == "one" and after & Tag.PARTICIPLE and not after & Tag.CUE:
        return i + 2 < end and not line.tags[i + 2] & (Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE)
    return after & ~_OF_NOUNS == 0 or not is_finite(line, i + 1, i)


def _is_nominal(line: Line, i: int, start: int) -> bool:
    tag = line.tags[i]
    if i > start and line.lower[i - 1].endswith(("'s", "s'")) and not tag & (BARRIER | Tag.ADVERB):
        return True
    if tag & Tag.CAPITAL:
        return not (tag & BARRIER and i > start) or line.words[i - 1][:1].isupper()
    if (
        tag & BARRIER
        or (tag & Tag.ADVERB and i > start and not _grades(line, i, start))
        or (tag & Tag.PRONOUN and not tag & Tag.DETERMINER)
    ):
        return False
    if i > start and tag & (Tag.DETERMINER | Tag.PRONOUN) and line.tags[i - 1] & ~Tag.DETERMINER:
        return False
    if i > start and tag & (Tag.VERB | Tag.PARTICIPLE | Tag.ING):
        if line.lower[i] in ALWAYS_SAID and line.lower[i - 1] not in _BOUND:
            return False
        return bool(line.tags[i - 1] & (Tag.DETERMINER | Tag.NUMBER)) or not (
            tag & (Tag.ING | Tag.PARTICIPLE) or is_finite(line, i, start)
        )
    return True


def _grades(line: Line, i: int, start: int) -> bool:
    """True for the "visibly" of "a visibly emotional Lopez"."""
    if i != start + 1 or line.lower[start] not in ("a", "an", "the"):
        return False
    return (line.lower[i].endswith("ly") or line.lower[i] == "very") and not line.tags[i + 1] & Tag.VERB


def with_name(line: Line, who: Phrase | None, end: int) -> Phrase | None:
    """For "the director, Maria Lopez,": the name."""
    if who is None or line.tags[who[1] - 1] & Tag.CAPITAL or line.lower[who[1] : who[1] + 1] != [","]:
        return who
    name = phrase_from(line, who[1] + 1, end)
    named = name is not None and name[1] - name[0] > 1 and all(line.tags[i] & Tag.CAPITAL for i in range(*name))
    return name if named else who


def phrase_until(line: Line, last: int, begin: int) -> Phrase | None:
    """The noun phrase whose final token is `last`, prepositional parts included; None if there is none."""
    if last < begin:
        return None
    if line.lower[last] in (")", "]"):
        return phrase_until(line, _opening(line, last, begin) - 1, begin)
    tag = line.tags[last]
    if tag & Tag.PRONOUN and not tag & Tag.DETERMINER:
        return last, last + 1
    start = _chunk_start(line, last, begin)
    if start is None:
        return (last, last + 1) if tag & Tag.PRONOUN else None
    while start - 1 > begin:
        joint = line.lower[start - 1]
        longer = None
        if joint in _JOINING and not line.tags[start - 2] & BARRIER:
            longer = _chunk_start(line, start - 2, begin)
        elif joint in ("and", "&") and not line.tags[start - 2] & BARRIER:
            longer = _coordinated(line, start - 2, begin)
        if longer is None:
            break
        start = longer
    return start, last + 1


def _coordinated(line: Line, last: int, begin: int) -> int | None:
    """Where "Lopez" begins in "Lopez and Brown said", unless "Lopez" is an object of a verb before it."""
    start = _chunk_start(line, last, begin)
    if start is None or (start > begin and line.tags[start - 1] & (Tag.VERB | Tag.PARTICIPLE | Tag.AUXILIARY)):
        return None
    return start


def _chunk_start(line: Line, last: int, begin: int) -> int | None:
    """First token of the words without preposition that end at `last`; None if `last` is no noun."""
    i = last
    while i >= begin:
        tag = line.tags[i]
        if tag & Tag.CAPITAL:
            if tag & (BARRIER | Tag.ADVERB | Tag.DAY) and i < last:
                break
        elif tag & Tag.DETERMINER:
            if tag & Tag.RELATIVE and i < last and _is_conjunction(line, i):
                return i + 1
            if i > begin and line.lower[i - 1] in _BEFORE_NUMBERS:
                return i - 1
            return i if i < last or tag & Tag.PRONOUN or line.lower[i] not in _BOUND else None
        elif tag & (BARRIER | Tag.ADVERB | Tag.PRONOUN) or (
            tag & (Tag.VERB | Tag.PARTICIPLE) and is_finite(line, i, begin)
        ):
            break
        i -= 1
    return i + 1 if i < last else None


def _is_conjunction(line: Line, i: int) -> bool:
    """True for the "that" of "said that Lopez left", which is no part of the phrase behind it."""
    return bool(line.tags[i + 1] & (Tag.CAPITAL | Tag.PRONOUN)) or line.lower[i + 1].endswith("s")


def first_phrase(line: Line, start: int, end: int) -> Phrase | None:
    """The first noun phrase in `[start, end)` that no preposition governs: the subject of a plain clause."""
    i = start
    while i < end:
        tag = line.tags[i]
        if tag & (Tag.PREPOSITION | Tag.ING | Tag.PARTICIPLE) or line.lower[i] in ("when", "while", "if", "because"):
            i = next_comma(line, i, end) + 1
        elif tag & (Tag.ADVERB | Tag.CONJUNCTION | Tag.PUNCTUATION | Tag.QUOTE | Tag.DAY | Tag.AUXILIARY):
            if tag & Tag.PRONOUN:
                return i, i + 1
            i += 1
        else:
            found = phrase_from(line, i, end)
            if found:
                return found
            i += 1
    return None


def next_comma(line: Line, i: int, end: int) -> int:
    while i < end and line.lower[i] != ",":
        i += 1
    return i


def _opening(line: Line, closing: int, begin: int) -> int:
    i = closing
    while i > begin and line.lower[i] not in ("(", "["):
        i -= 1
    return i
