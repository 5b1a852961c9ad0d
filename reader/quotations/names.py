"""Capitalised names in running text: lines of tokens in, every name with its title and role out.

"Chinese President Xi Jinping" is the name Xi Jinping with the title President; "Kyiv's spokesman Ivan Bilyk" has the
role spokesman; "Maria Lopez, a nurse," has the role nurse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.name import ARTICLES, GOVERNING, Name
from reader.quotations.person_names import is_given_name
from reader.quotations.tokens import QUOTE, Line, tag_of

_NO_NAME = Tag.DAY | Tag.CLOSED
_MARKS = "\"'“”‘’«»„‚"
_OFFICE = Tag.TITLE | Tag.ROLE
_NO_ROLE = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.QUOTE | Tag.RELATIVE | Tag.CONJUNCTION | Tag.AUXILIARY
_REMEMBERED = 1 << 14
"""Runs of capitalised words whose parts are kept: an article names the same few again and again."""


class _Parts(NamedTuple):
    """What the capitalised words of one run are."""

    skipped: int
    """Words before the name: titles and nationalities."""
    title: str
    words: tuple[str, ...]
    possessive: bool


def names_of(lines: Sequence[Line]) -> list[Name]:
    """Every name outside the marks, in order."""
    found: list[Name] = []
    sentence = 0
    for line in lines:
        if line.capitals:
            found += _names_in(line, sentence)
            sentence += len(line.sentences)
    return found


def _names_in(line: Line, sentences_before: int) -> Iterator[Name]:
    """The names of one line."""
    tags, words, first_order = line.tags, line.words, line.order(0)
    office = (-1, -1)
    for at, begin, end in _runs(line):
        start, behind = line.sentences[at]
        if tags[end - 1] & _OFFICE and _is_office(line, begin, end, start):
            office = (begin, end)
            continue
        run, nickname = tuple(words[begin:end]), ""
        if QUOTE in run:
            nickname = _in_marks(line, begin + run.index(QUOTE))
            run = tuple(word for word in run if word != QUOTE)
        parts = _parts(run)
        if parts is None:
            continue
        skipped, title, name, possessive = parts
        role = ""
        if begin > start and tags[begin - 1] & Tag.ROLE:
            role = _role_before(line, begin, start)
        elif office[0] >= start and _is_apposed(line, office[1], begin):
            role = " ".join(words[slice(*office)])
        elif end + 1 < behind and words[end] == ",":
            role = _role_after(line, end, behind)
        order, sentence = first_order + begin + skipped, sentences_before + at + 1
        yield Name(name, title, role, possessive, order, sentence, line, begin, end, start, behind, nickname)


def _is_office(line: Line, begin: int, end: int, start: int) -> bool:
    """True for "the Market Queen" and "the board's Chairman": an office, not a name."""
    if begin == start:
        return False
    before = line.lower[begin - 1]
    owned = before in ARTICLES or before.endswith(("'s", "s'"))
    return owned and not any(is_given_name(word) for word in line.words[begin:end])


def _is_apposed(line: Line, end: int, begin: int) -> bool:
    """True if a name at `begin` stands behind an office that ends at `end`: "the Mayor of Northgate, Ines Calder,"."""
    between = line.lower[end:begin]
    return between[-1:] == [","] and (len(between) == 1 or (between[0] in GOVERNING and len(between) < 9))


def _runs(line: Line) -> Iterator[tuple[int, int, int]]:
    """Capitalised words in a row, with particles between them: the number of their sentence, first token, last + 1."""
    tags = line.tags
    at = stop = 0
    start, end = line.sentences[0]
    for i in line.capitals:
        if i < stop:
            continue
        while i >= end:
            at += 1
            start, end = line.sentences[at]
        if (tags[i] & _NO_NAME and not _is_shouted(line, i, start)) or (tags[i] & Tag.ING and i == start):
            continue
        stop = i + 1
        while stop < end and not tags[stop - 1] & Tag.POSSESSIVE:
            tag = tags[stop]
            if tag & Tag.CAPITAL and (not tag & _NO_NAME or tag & Tag.ADVERB or _is_shouted(line, stop, start)):
                stop += 1
                continue
            if tag & Tag.QUOTE and _is_nickname(line, stop, end):
                stop += 2
                continue
            behind = _past_particles(line, stop, end)
            if behind == stop or behind >= end or not tags[behind] & Tag.CAPITAL:
                break
            stop = behind + 1
        yield at, i, stop


def _is_nickname(line: Line, i: int, end: int) -> bool:
    """True for the “Red” of Colin “Red” Lopez."""
    if i + 1 == end or not line.tags[i + 1] & Tag.CAPITAL or line.tags[i + 1] & _NO_NAME:
        return False
    inside = _in_marks(line, i)
    return 1 < len(inside) < 16 and inside[0].isupper() and inside.replace(" ", "").isalpha()


def _in_marks(line: Line, token: int) -> str:
    """The words of a marked stretch."""
    return line.plain[slice(*line.places[token])].strip(_MARKS)


def _past_particles(line: Line, i: int, end: int) -> int:
    """Past the "van der" of a name."""
    particles = words_of("name_particles")
    while i < end and line.lower[i] in particles:
        i += 1
    return i


def _is_shouted(line: Line, i: int, start: int) -> bool:
    """True for the "IS" of "the IS", which is no small word here; not for the first word of a sentence."""
    return i > start and not line.tags[i] & Tag.DAY and len(line.words[i]) > 1 and line.words[i].isupper()


@lru_cache(maxsize=_REMEMBERED)
def _parts(run: tuple[str, ...]) -> _Parts | None:
    """The name among the capitalised words `run`, if titles and nationalities leave one."""
    skipped = _titles_before(run)
    *first, last = _without_letters_behind(run[skipped:]) or ("",)
    name = last.removesuffix("'s")
    if not name or (len(name) == 1 and not first):
        return None
    titles = [word for word in run[:skipped] if not _is_before_titles(word) and not tag_of(word) & Tag.CLOSED]
    return _Parts(skipped, " ".join(titles), (*first, name), run[-1].endswith(("'s", "s'")))


def _without_letters_behind(run: tuple[str, ...]) -> tuple[str, ...]:
    """A full name without the "MP" behind it."""
    letters = words_of("letters_behind_names")
    while len(run) > 2 and run[-1].removesuffix("'s").lower() in letters and not run[-1][1:].islower():
        run = run[:-1]
    return run


def _titles_before(run: tuple[str, ...]) -> int:
    """How many words stand before the name in "House Speaker Ines Calder" and "Chinese President Xu Wenlan"."""
    tags = [tag_of(word) for word in run]
    first = next((i for i, word in enumerate(run) if not _is_before_titles(word)), len(run))
    organisations = words_of("organisation_nouns")
    for i in range(len(run) - 2, first - 1, -1):
        if run[i + 1].lower() in organisations:
            break
        full_name_follows = len(run) > i + 2  # "Skipper Ann Lopez"; but "Earl Lopez" and "Baker Lopez" are names
        title = tags[i] & Tag.TITLE and (full_name_follows or not is_given_name(run[i]))
        if title or (tags[i] & Tag.ROLE and full_name_follows and not is_given_name(run[i])):
            return i + 1
    only_office = len(run) - first == 1 and tags[first] & Tag.TITLE
    return len(run) if only_office else first


def _is_before_titles(word: str) -> bool:
    """True for "Chinese", and for the "There" of "There Dr. Lopez waited"."""
    return tag_of(word) & Tag.GROUP != 0 or word.lower() in words_of("sentence_openers")


def _role_before(line: Line, a: int, start: int) -> str:
    """ "foreign ministry spokeswoman" before Mao Ning."""
    i = a - 1
    while i > start and not line.tags[i - 1] & (Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB) and a - i < 6:
        if line.lower[i - 1].endswith(("'s", "'")):
            break
        i -= 1
    return " ".join(line.words[i:a])


def _role_after(line: Line, b: int, end: int) -> str:
    """The head of ", a spokeswoman for the ministry," behind a name."""
    i = b + 1
    begin = i + 1 if line.lower[i] in ("a", "an", "the") else i
    for i in range(begin, min(begin + 7, end)):
        if line.tags[i] & _NO_ROLE:
            break
        if line.tags[i] & Tag.ROLE and (i + 1 == end or not line.tags[i + 1] & Tag.CAPITAL):
            return " ".join(line.words[begin : i + 1])
    return ""
