"""The cast of one article: names as they stand in, one entry per person or organisation out.

Why: "Lopez", "Ms. Lopez" and "Maria Lopez" are one person, and what is known of her (title, role, gender) is spread
over all the places where she is named.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reader.quotations.lexicon import lines_of, words_of
from reader.quotations.names import Name
from reader.quotations.quotation import SpeakerKind

_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.", "miss"})
_ENDINGS = re.compile(r"(?:iy|yy|ij|ii|yj|y)$")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "esq", "esq.", "md", "phd"})


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """A word without accents, case and the ending in which spellings differ: Zelenskyy, Zelenskiy -> zelenski."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    plain = word.casefold().strip(".'")
    return _ENDINGS.sub("i", plain) if plain.endswith(("i", "j", "y")) else plain


@dataclass(slots=True)
class Entry:
    """One member of the cast while it is being put together."""

    words: tuple[str, ...]
    kind: SpeakerKind
    gender: str = ""
    role: str = ""
    places: list[Name] = field(default_factory=list)
    full: list[int] = field(default_factory=list)
    """Orders of its full name, ascending."""
    offices: frozenset[str] = frozenset()
    """Every word of the titles and roles met, in lower case."""
    titled: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def personal(self) -> bool:
        """True if something besides a capital says that this is a person."""
        return self.kind is SpeakerKind.PERSON and (len(self.words) > 1 or self.titled or self.gender != "")


@lru_cache(maxsize=1 << 14)
def family_name(words: tuple[str, ...]) -> str:
    """The family name, folded: the last word but for "Jr.", the first where the family name comes first."""
    kept = [word for word in words if word.lower() not in _SUFFIXES] or list(words)
    if len(kept) in (2, 3) and kept[0].lower() in words_of("family_name_first"):
        last = kept[-1].lower()
        if last not in words_of("given_names_male") and last not in words_of("given_names_female"):
            return fold(kept[0])
    return fold(kept[-1])


@lru_cache(maxsize=1 << 14)
def gender_of(words: tuple[str, ...], title: str = "", role: str = "") -> str:
    """ "f", "m" or "": by title and role, else by the given name."""
    for word in [*title.lower().split(), *role.lower().split()[-1:]]:
        if word in words_of("feminine_nouns"):
            return "f"
        if word in words_of("masculine_nouns") and word not in ("spokesman", "chairman", "congressman", "actor"):
            return "m"
    if len(words) > 1:
        given = words[0].lower()
        female, male = given in words_of("given_names_female"), given in words_of("given_names_male")
        if female != male:
            return "f" if female else "m"
    return ""


@lru_cache(maxsize=1 << 14)
def kind_of(words: tuple[str, ...], title: str = "") -> SpeakerKind:
    """Person or organisation, by the words of the name alone."""
    if title:
        return SpeakerKind.PERSON
    lower = [word.lower() for word in words]
    if not words_of("organisation_nouns").isdisjoint(lower) or lower[-1] in words_of("place_names"):
        return SpeakerKind.ORGANISATION
    if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < 5:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON


class Cast:
    """All that speak or are named in one article."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.entries: list[Entry] = []
        self.by_family: dict[str, list[Entry]] = {}
        self.entry_of: dict[int, Entry] = {}
        """Order of a name's first token to its entry."""
        self._by_words: dict[tuple[str, ...], Entry] = {}
        for name in names:
            if len(name.words) > 1:
                self._enter(name)
        for name in names:
            if len(name.words) == 1:
                self._enter_single(name)

    def _enter(self, name: Name) -> None:
        entry = self._by_words.get(name.words) or self._same(name) or self._new(name)
        self._by_words[name.words] = entry
        self._note(entry, name)

    def _same(self, name: Name) -> Entry | None:
        """An entry with the same family name and given names that agree."""
        for entry in self.by_family.get(family_name(name.words), ()):
            if len(entry.words) > 1 and given_agree(entry.words, name.words):
                return entry
        return None

    def _new(self, name: Name) -> Entry:
        entry = Entry(name.words, kind_of(name.words, name.title))
        self.entries.append(entry)
        if entry.kind is SpeakerKind.PERSON or len(name.words) == 1:
            self.by_family.setdefault(family_name(name.words), []).append(entry)
        return entry

    def _enter_single(self, name: Name) -> None:
        entry = self.choose(name.words[0], name.order, gender_of((), name.title)) or self._new(name)
        self._note(entry, name)

    def _note(self, entry: Entry, name: Name) -> None:
        entry.places.append(name)
        self.entry_of[name.order] = entry
        if len(name.words) > 1:
            entry.full.append(name.order)
            if len(name.words) > len(entry.words) and entry.kind is SpeakerKind.PERSON:
                entry.words = name.words
        if name.title or name.role:
            _honour(entry, name)
        elif not entry.gender and len(name.words) > 1:
            entry.gender = gender_of(name.words)

    def choose(self, word: str, order: int, gender: str = "") -> Entry | None:
        """The entry that a family name alone means at `order`: the nearest one named before it."""
        candidates = self.by_family.get(fold(word), ())
        if len(candidates) == 1 and (not gender or candidates[0].gender in ("", gender)):
            return candidates[0]
        fitting = [entry for entry in candidates if not gender or entry.gender in ("", gender)]
        return max(fitting, key=lambda entry: _nearness(entry.full, order), default=None)


def _honour(entry: Entry, name: Name) -> None:
    """Add to `entry` what the title or the role that stands with `name` says."""
    entry.gender = entry.gender or gender_of(name.words, name.title, name.role)
    office = "" if name.title.lower() in _HONORIFICS else name.title
    entry.role = entry.role or name.role or office
    entry.titled = True
    entry.offices |= frozenset(f"{name.title} {name.role}".lower().split())


def _nearness(places: Sequence[int], order: int) -> int:
    """Where the full name last stood before `order`; -1 if it only comes later."""
    at = bisect_left(places, order)
    return places[at - 1] if at else -1


@lru_cache(maxsize=1 << 14)
def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if two full names with one family name can be one person: "Bob", "Robert", "R." and "Robert J.".

    Syllables of a given name are written as one word, as two, or with a hyphen: "Jong Un", "Jong-un", "Jongun".
    """
    family = family_name(one)
    first = [fold(word) for word in one if fold(word) != family]
    second = [fold(word) for word in other if fold(word) != family]
    if not first or not second:
        return True
    a, b = first[0], second[0]
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    return b in _variants().get(a, frozenset()) or _run_together(first) == _run_together(second)


def is_given_name(word: str) -> bool:
    """True for a given name that the lists know."""
    lower = word.lower()
    listed = lower in words_of("given_names_female") or lower in words_of("given_names_male")
    return listed or fold(word) in _variants()


def _run_together(words: Sequence[str]) -> str:
    return "".join(words).replace("-", "")


@cache
def _variants() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in lines_of("given_name_variants"):
        group = frozenset(fold(word) for word in line.split())
        for word in group:
            table[word] = table.get(word, frozenset()) | group
    return table
