"""Noun phrases and subjects by closed-class words and position, without a parser.

A line of tokens and a place in, the tokens of a noun phrase out.  Phrases are half-open ranges of token indices.
Why: who says something is nearly always the subject of one verb, and English puts it in a handful of places.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.tokens import Line

Phrase = tuple[int, int]

_BARRIER = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.AUXILIARY | Tag.QUOTE | Tag.PUNCTUATION | Tag.RELATIVE
_JOINING = frozenset({"of", "for", "at", "in", "on", "from", "with", "to", "behind", "under", "near", "against"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re"})


def is_finite(line: Line, i: int, begin: int = 0) -> bool:
    """True if token `i` looks like the finite verb of a clause."""
    tag = line.tags[i]
    if tag & Tag.AUXILIARY:
        return not (tag & Tag.CAPITAL and i > begin)
    if not tag & (Tag.VERB | Tag.PARTICIPLE) or tag & Tag.ING or (tag & Tag.CAPITAL):
        return False
    if i == begin:
        return not tag & Tag.BASE
    before, word = line.tags[i - 1], line.lower[i - 1]
    if before & (Tag.DETERMINER | Tag.NUMBER) and not before & Tag.PRONOUN and word not in ("this", "that"):
        return False
    if (before & Tag.PREPOSITION and word != "to") or word.endswith(("'s", "'")):
        return False
    if word == "to":
        return False
    if tag & Tag.BASE:
        return bool(before & (Tag.AUXILIARY | Tag.PRONOUN | Tag.ADVERB | Tag.RELATIVE)) or word.endswith("s")
    return not (tag & Tag.PARTICIPLE and line.lower[i + 1 : i + 2] == ["by"])


def is_cue_form(line: Line, i: int) -> bool:
    """True if token `i`, which may be a verb, stands where a verb can stand (finite, -ing or after "to")."""
    tag = line.tags[i]
    if tag & Tag.CAPITAL and i > 0:
        return False
    if tag & Tag.ING:
        return True
    return is_finite(line, i) or (i > 0 and line.lower[i - 1] == "to" and bool(tag & Tag.BASE))


def phrase_from(line: Line, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start`, with what "of" adds to it; None if none begins there."""
    if start >= end:
        return None
    if line.tags[start] & Tag.PRONOUN and not _continues_noun(line, start + 1, end):
        return start, start + 1
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


def _continues_noun(line: Line, i: int, end: int) -> bool:
    return i < end and line.tags[i] == 0 and bool(line.tags[i - 1] & Tag.DETERMINER)


def _is_nominal(line: Line, i: int, start: int) -> bool:
    tag = line.tags[i]
    if tag & Tag.CAPITAL:
        return not (tag & _BARRIER and i > start) or line.words[i - 1][:1].isupper()
    if tag & (_BARRIER | Tag.ADVERB) or (tag & Tag.PRONOUN and i > start and not tag & Tag.DETERMINER):
        return False
    if tag & Tag.VERB and i > start:
        return not is_finite(line, i) and not (tag & Tag.ING and not line.tags[i - 1] & Tag.DETERMINER)
    return not (tag & Tag.PARTICIPLE and i > start and not line.tags[i - 1] & Tag.DETERMINER)


def phrase_until(line: Line, last: int, begin: int) -> Phrase | None:
    """The noun phrase whose final token is `last`, prepositional parts included; None if there is none."""
    tag = line.tags[last]
    if tag & Tag.PRONOUN and not tag & Tag.DETERMINER:
        return last, last + 1
    start = _chunk_start(line, last, begin)
    if start is None:
        return (last, last + 1) if tag & Tag.PRONOUN else None
    while start - 1 > begin and line.lower[start - 1] in _JOINING and not line.tags[start - 2] & _BARRIER:
        longer = _chunk_start(line, start - 2, begin)
        if longer is None:
            break
        start = longer
    return start, last + 1


def _chunk_start(line: Line, last: int, begin: int) -> int | None:
    i = last
    while i >= begin:
        tag = line.tags[i]
        if tag & Tag.CAPITAL:
            if tag & (_BARRIER | Tag.ADVERB) and i < last:
                break
        elif tag & Tag.DETERMINER:
            return i
        elif (
            tag & (_BARRIER | Tag.ADVERB | Tag.PRONOUN)
            or (tag & Tag.VERB and is_finite(line, i, begin))
            or (tag & Tag.PARTICIPLE and not (i > begin and line.tags[i - 1] & Tag.DETERMINER))
        ):
            break
        i -= 1
    return i + 1 if i < last else None


def subject_of(line: Line, verb: int, begin: int, depth: int = 0) -> Phrase | None:
    """The subject of the verb at `verb`, looked for in the tokens from `begin` on."""
    if depth > 6:
        return None
    i = verb - 1
    while i >= begin and _may_part(line, i):
        i -= 1
    if i < begin:
        return None
    nonfinite = line.lower[i] == "to" or (line.tags[verb] & Tag.ING and not _after_be(line, i, verb))
    if nonfinite:
        return _subject_of_main(line, verb, begin, depth)
    word, tag = line.lower[i], line.tags[i]
    if tag & Tag.RELATIVE and word != "that":
        j = i - 1 if i > begin and line.lower[i - 1] != "," else i - 2
        return phrase_until(line, j, begin) if j >= begin else None
    if word == ")":
        opening = _matching(line, i, begin)
        return phrase_until(line, opening - 1, begin) if opening > begin else None
    if word in (",", "—", "–", "--", "-"):
        return _across_comma(line, i, begin)
    if tag & Tag.CONJUNCTION:
        return _subject_of_main(line, i, begin, depth)
    return phrase_until(line, i, begin) or _subject_of_main(line, i, begin, depth)


def _may_part(line: Line, i: int) -> bool:
    """Adverbs, auxiliaries and days may stand between a subject and its verb."""
    tag = line.tags[i]
    return bool(tag & (Tag.ADVERB | Tag.AUXILIARY | Tag.DAY)) or (
        line.lower[i] == "on" and bool(line.tags[i + 1] & Tag.DAY)
    )


def _after_be(line: Line, i: int, verb: int) -> bool:
    return any(word in _BE for word in line.lower[i + 1 : verb])


def _subject_of_main(line: Line, before: int, begin: int, depth: int) -> Phrase | None:
    """The subject of the last finite verb before `before`, else of the clause itself."""
    for i in range(before - 1, begin, -1):
        if is_finite(line, i, begin):
            found = subject_of(line, i, begin, depth + 1)
            if found:
                return found
    return first_phrase(line, begin, before)


def _across_comma(line: Line, comma: int, begin: int) -> Phrase | None:
    """For "Lopez, who runs the office, said": the phrase that the words between commas stand behind."""
    start = comma - 1
    while start > begin and not _begins_clause(line, start):
        start -= 1
    return first_phrase(line, start, comma)


def _begins_clause(line: Line, i: int) -> bool:
    before = line.lower[i - 1]
    if before in (";", ":", "("):
        return True
    return (before in ("and", "but", "that", "while") and line.lower[i - 2] == ",") or before == "that"


def first_phrase(line: Line, start: int, end: int) -> Phrase | None:
    """The first noun phrase in `[start, end)` that no preposition governs: the subject of a plain clause."""
    i = start
    while i < end:
        tag = line.tags[i]
        if tag & (Tag.PREPOSITION | Tag.ING | Tag.PARTICIPLE) or line.lower[i] in ("when", "while", "if", "because"):
            i = _next_comma(line, i, end) + 1
        elif tag & (Tag.ADVERB | Tag.CONJUNCTION | Tag.PUNCTUATION | Tag.QUOTE | Tag.DAY | Tag.AUXILIARY):
            i += 1
        else:
            found = phrase_from(line, i, end)
            if found:
                return found
            i += 1
    return None


def _next_comma(line: Line, i: int, end: int) -> int:
    while i < end and line.lower[i] != ",":
        i += 1
    return i


def _matching(line: Line, closing: int, begin: int) -> int:
    i = closing
    while i > begin and line.lower[i] != "(":
        i -= 1
    return i
