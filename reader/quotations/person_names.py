"""What the words of a name tell, without its article: family name, gender, kind, and whether two names can be one.

Words of one name in, an answer out; each is remembered, because articles name the same people again and again.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from reader.quotations.lexicon import lines_of, words_of
from reader.quotations.quotation import SpeakerKind

_ENDINGS = re.compile(r"(?:iy|yy|ij|ii|yj|y)$")
_FEMALE = words_of("given_names_female")
_MALE = words_of("given_names_male")
_FEMININE = words_of("feminine_nouns")
_MASCULINE = words_of("masculine_nouns") - {"spokesman", "chairman", "congressman", "actor"}
"""Nouns for men alone: of either sex are these said, too."""
_ORGANISATIONS = words_of("organisation_nouns")
_PLACES = words_of("place_names")
_PLACE_OPENERS = words_of("place_openers")
_FAMILY_NAMES_FIRST = words_of("family_name_first")
_PARTICLES = words_of("name_particles") - {"van", "al", "el", "san"}
"""Without those that are given names as well."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "esq", "esq.", "md", "phd"})


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """A word without accents, case and the ending in which spellings differ: Zelenskyy, Zelenskiy -> zelenski."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word.replace("’", "'")) if not unicodedata.combining(c))
    plain = word.casefold().strip(".'")
    return _ENDINGS.sub("i", plain) if plain.endswith(("i", "j", "y")) else plain


@lru_cache(maxsize=1 << 14)
def family_name(words: tuple[str, ...]) -> str:
    """The family name, folded: the last word but for "Jr.", the first where the family name comes first."""
    lower = [word.lower() for word in words]
    if not _SUFFIXES.isdisjoint(lower):
        words = tuple(word for word in words if word.lower() not in _SUFFIXES) or words
        lower = [word.lower() for word in words]
    comes_first = lower[0] in _FAMILY_NAMES_FIRST and 1 < len(words) < 4
    if comes_first and lower[-1] not in _MALE and lower[-1] not in _FEMALE:
        return fold(words[0])
    return fold(words[-1])


@lru_cache(maxsize=1 << 14)
def gender_of(words: tuple[str, ...], title: str = "", role: str = "") -> str:
    """ "f", "m" or "": by title and role, else by the given name."""
    for word in [*title.lower().split(), *role.lower().split()[-1:]]:
        if word in _FEMININE:
            return "f"
        if word in _MASCULINE:
            return "m"
    given = words[0].lower() if words else ""
    female, male = given in _FEMALE, given in _MALE
    return "" if female == male else "f" if female else "m"


@lru_cache(maxsize=1 << 14)
def kind_of(words: tuple[str, ...], title: str = "") -> SpeakerKind:
    """Person or organisation, by the words of the name alone."""
    if title:
        return SpeakerKind.PERSON
    lower = [word.lower() for word in words]
    if not _ORGANISATIONS.isdisjoint(lower) or lower[-1] in _PLACES:
        return SpeakerKind.ORGANISATION
    if lower[0] in _PLACE_OPENERS and len(words) == 2:
        return SpeakerKind.ORGANISATION
    if any(map(str.isupper, words)) and any(_is_acronym(word, 2 if len(words) == 1 else 3) for word in words):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON


def _is_acronym(word: str, shortest: int) -> bool:
    """True for "WHO" and, in a longer name where initials may stand too, "CIA", but not for "III"."""
    return word.isupper() and word.isalpha() and shortest <= len(word) < 5 and word.lower() not in _SUFFIXES


def given_names(words: tuple[str, ...]) -> list[str]:
    """What is left of a name without its family name, folded."""
    family = family_name(words)
    return [folded for folded in map(fold, words) if folded != family and folded not in _PARTICLES]


def is_given_name(word: str) -> bool:
    """True for a given name that the lists know."""
    lower = word.lower()
    return lower in _FEMALE or lower in _MALE or fold(word) in _variants()


def variants_of(given: str) -> frozenset[str]:
    """The other forms of a folded given name: "bob" is short for "robert"."""
    return _variants().get(given, frozenset())


@cache
def _variants() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in lines_of("given_name_variants"):
        group = frozenset(fold(word) for word in line.split())
        for word in group:
            table[word] = table.get(word, frozenset()) | group
    return table
