"""Capitalised names in running text: lines of tokens in, every name with its title and role out.

"Chinese President Xi Jinping" is the name Xi Jinping with the title President; "Kyiv's spokesman Ivan Bilyk" has the
role spokesman; "Maria Lopez, a nurse," has the role nurse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.tokens import Line

_CLOSED = Tag.DETERMINER | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.AUXILIARY | Tag.RELATIVE | Tag.ADVERB


class Name(NamedTuple):
    """One name as it stands in one place; a tuple, because an article has hundreds."""

    words: tuple[str, ...]
    """Without titles, nationalities and possessive endings."""
    title: str
    role: str
    order: int
    last: int
    """Its first and last token as `Line.order` counts them: cheaper than offsets, which nobody asks of most names."""
    sentence: int
    """Counted over the article."""
    leads: bool
    """True if it is the first name of its sentence, and not as a possessor."""
    possessive: bool
    heads: bool
    """True if what follows leaves it the head of its phrase: "Lopez of Iowa", but not "Lopez campaign"."""
    after_of: bool
    """True behind "of": the "Iowa" of "Lopez of Iowa"."""


def names_of(lines: Sequence[Line]) -> list[Name]:
    """Every name outside the marks, in order."""
    found: list[Name] = []
    sentence = 0
    for line in lines:
        capitals = any(tag & Tag.CAPITAL for tag in line.tags)
        for start, end in line.sentences if capitals else ():
            sentence += 1
            led = False
            for a, b in _runs(line, start, end):
                name = _name(line, (a, b), (start, end), sentence, not led)
                if name:
                    led = True
                    found.append(name)
    return found


def _runs(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that are capitalised words, with particles inside them."""
    tags, lower = line.tags, line.lower
    particles = words_of("name_particles")
    stop = start
    for i in range(start, end):
        if i < stop or not tags[i] & Tag.CAPITAL or not _capital(line, i, start):
            continue
        stop = i + 1
        while stop < end and not lower[stop - 1].endswith("'s"):
            if _capital(line, stop, start):
                stop += 1
            else:
                after = stop
                while after < end and lower[after] in particles:
                    after += 1
                if after == stop or after >= end or not tags[after] & Tag.CAPITAL:
                    break
                stop = after + 1
        yield i, min(stop, end)


def _capital(line: Line, i: int, start: int) -> bool:
    tag = line.tags[i]
    if not tag & Tag.CAPITAL or tag & Tag.DAY:
        return False
    return not tag & _CLOSED or (i > start and len(line.words[i]) > 1 and line.words[i].isupper())


def _name(line: Line, run: tuple[int, int], bounds: tuple[int, int], sentence: int, first: bool) -> Name | None:
    """The name among the capitalised words of `run`, if titles and nationalities leave one."""
    (begin, b), (start, end) = run, bounds
    a = _past_titles(line, begin, b)
    if a >= b:
        return None
    titles = [word for i, word in enumerate(line.words[begin:a], begin) if not line.tags[i] & (_CLOSED | Tag.GROUP)]
    words = list(line.words[a:b])
    possessive = words[-1].endswith(("'s", "s'"))
    if words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    if not words[-1]:
        return None
    role = ""
    if begin > start and line.tags[begin - 1] & Tag.ROLE:
        role = _role_before(line, begin, start)
    elif b + 1 < end and line.words[b] == ",":
        role = _role_after(line, b, end)
    return Name(
        words=tuple(words),
        title=" ".join(titles),
        role=role,
        order=line.order(a),
        last=line.order(b - 1),
        sentence=sentence,
        leads=first and not possessive,
        possessive=possessive,
        heads=not possessive and not (b < end and _is_noun(line, b)),
        after_of=begin > start and line.lower[begin - 1] in ("of", "for", "at", "in", "from", "on"),
    )


def _past_titles(line: Line, begin: int, end: int) -> int:
    """Where the name begins in "House Speaker Ines Calder" and "Chinese President Xu Wenlan"."""
    a = begin
    while a < end and line.tags[a] & Tag.GROUP:
        a += 1
    organisations = words_of("organisation_nouns")
    for i in range(end - 2, a - 1, -1):
        if line.lower[i + 1] in organisations:
            break
        if line.tags[i] & Tag.TITLE:
            return i + 1
    only_office = a < end and end - a == 1 and line.tags[a] & Tag.TITLE
    return end if only_office else a


def _is_noun(line: Line, i: int) -> bool:
    return not line.tags[i] & (Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB | Tag.PARTICIPLE | Tag.ING | Tag.DAY)


def _role_before(line: Line, a: int, start: int) -> str:
    """ "foreign ministry spokeswoman" before Mao Ning."""
    i = a - 1
    while i > start and not line.tags[i - 1] & (_CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB) and a - i < 6:
        if line.lower[i - 1].endswith(("'s", "'")):
            break
        i -= 1
    return " ".join(line.words[i:a])


def _role_after(line: Line, b: int, end: int) -> str:
    """The head of ", a spokeswoman for the ministry," behind a name."""
    i = b + 1
    begin = i + 1 if line.lower[i] in ("a", "an", "the") else i
    for i in range(begin, min(begin + 7, end)):
        if line.tags[i] & (Tag.PREPOSITION | Tag.PUNCTUATION | Tag.QUOTE | Tag.RELATIVE):
            break
        if line.tags[i] & Tag.ROLE and (i + 1 == end or not line.tags[i + 1] & Tag.CAPITAL):
            return " ".join(line.words[begin : i + 1])
    return ""
