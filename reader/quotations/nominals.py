"""People without a name: "the assemblyman for the area", "Lopez's mother" as subjects that a later "he" or "she" means.

A line of tokens and a sentence in, the subject's tokens out if it is a noun for one person.
"""

from __future__ import annotations

from reader.quotations.lexicon import Tag
from reader.quotations.name import OWNING
from reader.quotations.phrases import Phrase, phrase_from
from reader.quotations.tokens import Line


def nominal_subject(line: Line, start: int, end: int) -> Phrase | None:
    """The noun phrase for a person that `[start, end)` begins with; None if a name or a thing is the subject."""
    i = start
    while i < end and line.tags[i] & (Tag.ADVERB | Tag.CONJUNCTION) and not line.tags[i] & Tag.DETERMINER:
        i += 1
    found = phrase_from(line, i, end)
    if found is None:
        return None
    owned = line.lower[i].endswith(OWNING)
    if not owned and not line.tags[i] & Tag.DETERMINER:
        return None
    head = _person_head(line, found)
    if head is None or _is_named(line, i + 1, found[1]) or _is_named_behind(line, found[1], end):
        return None
    return found


def _person_head(line: Line, phrase: Phrase) -> str | None:
    """The noun for one person that a phrase is about: the "minister" of "the minister of defence"."""
    last = next((i for i in range(*phrase) if line.tags[i] & Tag.PREPOSITION), phrase[1]) - 1
    head = line.lower[last]
    return head if line.tags[last] & Tag.ROLE and not line.tags[last] & Tag.CAPITAL else None


def _is_named_behind(line: Line, at: int, end: int) -> bool:
    """True for "the director of the museum, Maria Lopez, said"."""
    comma = next((i for i in range(at, min(at + 7, end)) if line.lower[i] == ","), end)
    return _is_named(line, comma + 1, min(comma + 6, end))


def _is_named(line: Line, start: int, end: int) -> bool:
    """True for "the director Maria Lopez"."""
    return any(line.tags[i] & Tag.CAPITAL and not line.tags[i] & Tag.GROUP for i in range(start, end))
