"""Noun phrases by closed-class words and position, without a parser.

A line of tokens and a place in, the tokens of a noun phrase out.  Phrases are half-open ranges of token indices.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import ALWAYS_SAID, ARTICLES, is_finite

Phrase = tuple[int, int]

BARRIER = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.AUXILIARY | Tag.QUOTE | Tag.PUNCTUATION | Tag.RELATIVE
"""What no simple noun phrase runs across."""
_NO_NOUN = Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE
_NO_PLAIN_NOUN = _NO_NOUN | Tag.VERB | Tag.ING | Tag.DAY
_PARTICIPLES = Tag.ING | Tag.PARTICIPLE
_VERBAL = Tag.VERB | _PARTICIPLES
_BARRIER_OR_ADVERB = BARRIER | Tag.ADVERB
_NUMBERING = Tag.DETERMINER | Tag.NUMBER
_POINTING = Tag.DETERMINER | Tag.PRONOUN
_UNCERTAIN = BARRIER | _VERBAL | Tag.ADVERB | Tag.PRONOUN | Tag.DETERMINER
"""What is part of a noun phrase in some places only; any other word always is."""
_SELDOM_OPEN = Tag.RELATIVE | Tag.ING | Tag.PARTICIPLE
"""What begins a noun phrase in some places only."""
_OBJECT_BEHIND = Tag.VERB | Tag.PARTICIPLE | Tag.AUXILIARY
_ENDS_NAME = BARRIER | Tag.ADVERB | Tag.DAY
_ENDS_CHUNK = BARRIER | Tag.ADVERB | Tag.PRONOUN
_FORM = Tag.VERB | Tag.PARTICIPLE
_GOVERNING = Tag.PREPOSITION | Tag.ING | Tag.PARTICIPLE
_LEADING_IN = Tag.ADVERB | Tag.CONJUNCTION | Tag.PUNCTUATION | Tag.QUOTE | Tag.DAY | Tag.AUXILIARY
_NAME_OR_PRONOUN = Tag.CAPITAL | Tag.PRONOUN
_SUBORDINATING = frozenset({"when", "while", "if", "because"})
_OF_NOUNS = Tag.CUE_NOUN | Tag.ROLE | Tag.TITLE | Tag.CAPITAL | Tag.CASED | Tag.POSSESSIVE
_JOINING = words_of("joining_prepositions")
_BOUND = frozenset({"a", "an", "the", "my", "your", "our", "its", "their", "every", "no"})
"""Determiners that are no phrase of their own."""

_BEFORE_NUMBERS = frozenset({"the", "these", "those", "his", "her", "its", "their", "our", "all"})
"""Determiners that another one may follow: "the five", "all three"."""


def phrase_from(line: Line, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start`, with what "of" adds to it; None if none begins there."""
    if start >= end:
        return None
    tags, lower = line.tags, line.lower
    if tags[start] & _SELDOM_OPEN and not _opens(line, start, end):
        return None
    if tags[start] & Tag.PRONOUN and not _begins_noun(line, start, end):
        return start, start + 1
    i = start
    while i < end and (not tags[i] & _UNCERTAIN or _is_nominal(line, i, start)):
        i += 1
    if i == start or (i == start + 1 and lower[start] in ARTICLES):
        return None
    if i + 1 < end and lower[i] == "of":
        rest = phrase_from(line, i + 1, end)
        if rest:
            return start, rest[1]
    return start, i


def _opens(line: Line, start: int, end: int) -> bool:
    """False for "which", "asking" and the "asked" of "asked to leave", which begin no noun phrase."""
    tag = line.tags[start]
    if tag & Tag.RELATIVE and line.lower[start] != "that":
        return False
    if not tag & _PARTICIPLES or tag & Tag.CAPITAL:
        return True
    if start + 1 >= end or (tag & Tag.ING and not line.tags[start + 1] & Tag.ROLE):
        return False
    return not tag & Tag.PARTICIPLE or not line.tags[start + 1] & _NO_PLAIN_NOUN


def _begins_noun(line: Line, i: int, end: int) -> bool:
    """True for the "her" of "her campaign", the "one" of "one tweet"."""
    if not line.tags[i] & Tag.DETERMINER or i + 1 >= end:
        return False
    after = line.tags[i + 1]
    if line.lower[i] == "one" and after & Tag.PARTICIPLE and not after & Tag.CUE:
        return i + 2 < end and not line.tags[i + 2] & _NO_NOUN
    return after & ~_OF_NOUNS == 0 or not is_finite(line, i + 1, i)


def _is_nominal(line: Line, i: int, start: int) -> bool:
    """True if token `i` can be part of a phrase that begins at `start`."""
    tag = line.tags[i]
    if i == start:
        return bool(tag & Tag.CAPITAL) or not tag & BARRIER
    before, word = line.tags[i - 1], line.lower[i - 1]
    if not tag & _BARRIER_OR_ADVERB and (before & Tag.POSSESSIVE or word.endswith("s'")):
        return True
    if tag & Tag.CAPITAL:
        return not tag & BARRIER or line.words[i - 1][0].isupper()
    if tag & BARRIER or (tag & Tag.ADVERB and not _grades(line, i, start)):
        return False
    if tag & _POINTING and (not tag & Tag.DETERMINER or before & ~Tag.DETERMINER):
        return False
    if not tag & _VERBAL:
        return True
    if line.lower[i] in ALWAYS_SAID and word not in _BOUND:
        return False
    return bool(before & _NUMBERING) or not (tag & _PARTICIPLES or is_finite(line, i, start))


def _grades(line: Line, i: int, start: int) -> bool:
    """True for the "visibly" of "a visibly emotional Lopez"."""
    if i != start + 1 or line.lower[start] not in ARTICLES:
        return False
    return (line.lower[i].endswith("ly") or line.lower[i] == "very") and not line.tags[i + 1] & Tag.VERB


def with_name(line: Line, who: Phrase | None, end: int) -> Phrase | None:
    """For "the director, Maria Lopez,": the name."""
    if who is None or line.tags[who[1] - 1] & Tag.CAPITAL or line.lower[who[1]] != ",":
        return who
    name = phrase_from(line, who[1] + 1, end)
    return name if name and name[1] - name[0] > 1 and all_tagged(line, name, Tag.CAPITAL) else who


def all_tagged(line: Line, phrase: Phrase, tag: int) -> bool:
    """True if every word of `phrase` has one of the tags in `tag`."""
    return all(map(tag.__and__, line.tags[phrase[0] : phrase[1]]))


def any_tagged(line: Line, phrase: Phrase, tag: int) -> bool:
    """True if a word of `phrase` has one of the tags in `tag`."""
    return any(map(tag.__and__, line.tags[phrase[0] : phrase[1]]))


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
    if start is None or (start > begin and line.tags[start - 1] & _OBJECT_BEHIND):
        return None
    return start


def _chunk_start(line: Line, last: int, begin: int) -> int | None:
    """First token of the words without preposition that end at `last`; None if `last` is no noun."""
    tags, lower = line.tags, line.lower
    i = last
    while i >= begin:
        tag = tags[i]
        if tag & Tag.CAPITAL:
            if tag & _ENDS_NAME and i < last:
                break
        elif tag & Tag.DETERMINER:
            if tag & Tag.RELATIVE and i < last and _is_conjunction(line, i):
                return i + 1
            if i > begin and lower[i - 1] in _BEFORE_NUMBERS:
                return i - 1
            return i if i < last or tag & Tag.PRONOUN or lower[i] not in _BOUND else None
        elif tag & _ENDS_CHUNK or (tag & _FORM and is_finite(line, i, begin)):
            break
        i -= 1
    return i + 1 if i < last else None


def _is_conjunction(line: Line, i: int) -> bool:
    """True for the "that" of "said that Lopez left", which is no part of the phrase behind it."""
    if line.lower[i] == "whose":
        return False
    return bool(line.tags[i + 1] & _NAME_OR_PRONOUN) or line.lower[i + 1].endswith("s")


def first_phrase(line: Line, start: int, end: int) -> Phrase | None:
    """The first noun phrase in `[start, end)` that no preposition governs: the subject of a plain clause."""
    i = start
    while i < end:
        tag = line.tags[i]
        if tag & _GOVERNING or line.lower[i] in _SUBORDINATING:
            i = next_comma(line, i, end) + 1
        elif tag & _LEADING_IN:
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
    """Where the first comma stands at or behind `i`; `end` if there is none before it."""
    lower = line.lower
    while i < end and lower[i] != ",":
        i += 1
    return i


def _opening(line: Line, closing: int, begin: int) -> int:
    i = closing
    while i > begin and line.lower[i] not in ("(", "["):
        i -= 1
    return i
