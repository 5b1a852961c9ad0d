"""Capitalised names in running text: lines of tokens in, every name with its title out.

"Chinese President Xi Jinping" is the name Xi Jinping with the title President; what the words around a name tell of it
is left to the `Name` (name.py), which few are asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.name import ARTICLES, GOVERNING, OWNING, Name, in_marks
from reader.quotations.person_names import is_given_name
from reader.quotations.tagging import QUOTE, tag_of
from reader.quotations.tokens import Line

_NO_NAME = Tag.DAY | Tag.CLOSED
_UNLIKELY = _NO_NAME | Tag.ING
_GOES_ON = Tag.CAPITAL | Tag.QUOTE
_OFFICE = Tag.TITLE | Tag.ROLE
_BEFORE_NAMES = _OFFICE | Tag.GROUP
_CAPITAL = Tag.CAPITAL
_POSSESSIVE = Tag.POSSESSIVE
_PARTICLES = words_of("name_particles")
_OPENERS = words_of("sentence_openers")
_LETTERS = words_of("letters_behind_names")
_ORGANISATIONS = words_of("organisation_nouns")
_REMEMBERED = 1 << 14
"""Runs of capitalised words whose parts are kept: an article names the same few again and again."""


def names_of(lines: Sequence[Line]) -> list[Name]:
    """Every name outside the marks, in order."""
    found: list[Name] = []
    sentence = 0
    for line in lines:
        if line.capitals:
            _add_names(found, line, sentence)
            sentence += len(line.sentences)
    return found


def _add_names(found: list[Name], line: Line, sentence: int) -> None:
    """Add the names of one line, before whose first sentence the article has `sentence` others."""
    tags, words, lower = line.tags, line.words, line.lower
    sentences = iter(line.sentences)
    office = None
    start = end = stop = 0
    for i in line.capitals:
        if i < stop:
            continue
        while i >= end:
            start, end = next(sentences)
            sentence += 1
        tag = tags[i]
        if tag & _UNLIKELY and (i == start or (tag & _NO_NAME and not _is_shouted(line, i))):
            continue
        if i == start and lower[i + 1] == "," and _is_adverb(words[i]):
            continue
        stop = i + 1
        run: tuple[str, ...] = (words[i],)
        if stop < end and (tags[stop] & _GOES_ON or lower[stop] in _PARTICLES):
            stop = _end_of_run(line, stop, end)
            run = tuple(words[i:stop])
        if tags[stop - 1] & _OFFICE and _is_office(line, i, stop, start):
            office = i, stop
        elif parts := _parts(run):
            name, title, skipped = parts
            if len(name) > 3 and lower[i - 1] in GOVERNING and _ends_with_person(name):
                i, name, skipped = stop - 2, name[-2:], 0
            beside = _apposed(line, office, i, start) if office else ""
            found.append(Name(name, title, line.begin + i + skipped, sentence, line, i, stop, start, end, beside))


def _is_adverb(word: str) -> bool:
    """True for the "Privately" of "Privately, an executive said", but not for Kelly and Healy."""
    return len(word) > 6 and word.endswith("ly") and not word.endswith("lly") and not is_given_name(word)


def _ends_with_person(words: tuple[str, ...]) -> bool:
    """True for "Northern Economies Ann Lopez", behind "the director of the Institute for"."""
    *before, given, last = words
    return is_given_name(given) and last.lower() not in _ORGANISATIONS and not any(map(is_given_name, before))


def _is_office(line: Line, begin: int, end: int, start: int) -> bool:
    """True for "the Market Queen" and "the board's Chairman": an office, not a name."""
    if begin == start:
        return False
    before = line.lower[begin - 1]
    owned = before in ARTICLES or before.endswith(OWNING)
    return owned and not any(is_given_name(word) for word in line.words[begin:end])


def _apposed(line: Line, office: tuple[int, int], begin: int, start: int) -> str:
    """The Mayor of "the Mayor of Northgate, Ines Calder,": the `office` behind which a name at `begin` stands."""
    between = line.lower[office[1] : begin]
    apposed = between[-1:] == [","] and (len(between) == 1 or (between[0] in GOVERNING and len(between) < 9))
    return " ".join(line.words[slice(*office)]) if apposed and office[0] >= start else ""


def _end_of_run(line: Line, stop: int, end: int) -> int:
    """Where the capitalised words end that go on until `stop` at least, with particles between them."""
    tags, lower = line.tags, line.lower
    while stop < end and not tags[stop - 1] & _POSSESSIVE:
        tag = tags[stop]
        if tag & _CAPITAL and (not tag & _NO_NAME or tag & Tag.ADVERB or _is_shouted(line, stop)):
            stop += 1
        elif tag & Tag.QUOTE and _is_nickname(line, stop, end):
            stop += 2
        elif lower[stop] in _PARTICLES:
            behind = next((i for i in range(stop, end) if lower[i] not in _PARTICLES), end)
            if behind == end or not tags[behind] & _CAPITAL:
                break
            stop = behind + 1
        else:
            break
    return stop


def _is_nickname(line: Line, i: int, end: int) -> bool:
    """True for the “Red” of Colin “Red” Lopez."""
    if i + 1 == end or not line.tags[i + 1] & Tag.CAPITAL or line.tags[i + 1] & _NO_NAME:
        return False
    inside = in_marks(line, i)
    return 1 < len(inside) < 16 and inside[0].isupper() and inside.replace(" ", "").isalpha()


def _is_shouted(line: Line, i: int) -> bool:
    """True for the "IS" of "the IS", which is no small word here."""
    return not line.tags[i] & Tag.DAY and len(line.words[i]) > 1 and line.words[i].isupper()


@lru_cache(maxsize=_REMEMBERED)
def _parts(run: tuple[str, ...]) -> tuple[tuple[str, ...], str, int] | None:
    """What the capitalised words `run` are: a name, its title, and how many of the words stand before it; None if
    titles and nationalities leave no name."""
    if QUOTE in run:
        run = tuple(word for word in run if word != QUOTE)
    skipped, title = _titles_before(run), ""
    if skipped:
        titles = [word for word in run[:skipped] if not _is_before_titles(word) and not tag_of(word) & Tag.CLOSED]
        run, title = run[skipped:], " ".join(titles)
    if len(run) > 2:
        run = _without_letters_behind(run)
    last = run[-1] if run else ""
    name = last.removesuffix("'s")
    if not name or (len(name) == 1 and len(run) == 1):
        return None
    return run if name == last else (*run[:-1], name), title, skipped


def _without_letters_behind(run: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the "MP" behind it."""
    while len(run) > 2 and run[-1].removesuffix("'s").lower() in _LETTERS and not run[-1][1:].islower():
        run = run[:-1]
    return run


def _titles_before(run: tuple[str, ...]) -> int:
    """How many words stand before the name in "House Speaker Ines Calder" and "Chinese President Xu Wenlan"."""
    known = 0
    for word in run:
        known |= tag_of(word)
    if not known & _BEFORE_NAMES and run[0].lower() not in _OPENERS:
        return 0
    length, first = len(run), 0
    while first < length and _is_before_titles(run[first]):
        first += 1
    for i in range(length - 2, first - 1, -1):
        if run[i + 1].lower() in _ORGANISATIONS:
            break
        full_name_follows = length > i + 2  # "Skipper Ann Lopez"; but "Earl Lopez" and "Baker Lopez" are names
        is_office = tag_of(run[i]) & (_OFFICE if full_name_follows else Tag.TITLE)
        if is_office and (not is_given_name(run[i]) or (full_name_follows and tag_of(run[i]) & Tag.TITLE)):
            return i + 1
    is_only_office = length - first == 1 and tag_of(run[first]) & Tag.TITLE
    return length if is_only_office else first


def _is_before_titles(word: str) -> bool:
    """True for "Chinese", and for the "There" of "There Dr. Lopez waited"."""
    return tag_of(word) & Tag.GROUP != 0 or word.lower() in _OPENERS
