"""One entry per person across a folder: the analyses of many articles in, speakers with all their quotations out."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.quotations.lexicon import Tag, words_of
from reader.quotations.namesakes import GivenNames
from reader.quotations.person_names import family_name, fold, gender_of, is_given_name
from reader.quotations.quotation import Analysis, Person, Quotation, Speaker, SpeakerKind
from reader.quotations.tagging import tag_of

UNATTRIBUTED = "No speaker found"
"""The name of the group of quotations that nobody is known to have said."""
_LABELS = Tag.ROLE | Tag.GROUP | Tag.TITLE | Tag.ING
"""What capitalised words before a surname can be without being a given name."""
_POINTING = frozenset({"i", "you", "he", "she", "it", "we", "they"})
"""Pronouns that point at somebody, unlike "someone" and "many", who are sources without a name."""
_CLEARLY = 3
"""How many times as often as the next one somebody must be quoted for a surname alone to mean them."""


def gather(analyses: Iterable[Analysis]) -> tuple[Speaker, ...]:
    """Every speaker of `analyses`, most quoted first, then by name."""
    in_order = sorted(analyses, key=lambda analysis: analysis.article_id)
    heard = [one for analysis in in_order for one in _heard(analysis)]
    crowd = _Crowd()
    for one in sorted(heard, key=lambda one: one.is_surname):  # last, when everybody who may be meant is known
        crowd.take(one)
    return tuple(
        sorted(crowd.speakers(), key=lambda s: (s.kind is SpeakerKind.UNATTRIBUTED, -len(s.quotations), s.name))
    )


class _Heard(NamedTuple):
    """What one person says in one article."""

    person: Person
    words: tuple[str, ...]
    """Of the name."""
    article_id: str
    quotations: Sequence[Quotation]

    @property
    def is_surname(self) -> bool:
        """True for a person of whom the article gives one name only: "Lopez", "Journalist Lopez"."""
        given = self.words[:-1]
        return self.person.kind is SpeakerKind.PERSON and all(tag_of(word) & _LABELS for word in given)


def _heard(analysis: Analysis) -> Iterator[_Heard]:
    """Who speaks in an article, in order of appearance."""
    people = {person.name: person for person in analysis.people}
    said: dict[str, list[Quotation]] = {}
    for quotation in analysis.quotations:
        said.setdefault(_name(quotation), []).append(quotation)
    for name, quotations in said.items():
        unknown = SpeakerKind.UNNAMED if name else SpeakerKind.UNATTRIBUTED
        person = people.get(name) or Person(name, unknown)
        yield _Heard(person, _words(name), analysis.article_id, quotations)


def _name(quotation: Quotation) -> str:
    """Whom it belongs to: a pronoun of which nobody knows whom it means is nobody's name."""
    return "" if quotation.resolved.lower() in _POINTING else quotation.resolved


class _Crowd:
    """Everybody who speaks in a folder, as far as they have been told apart."""

    def __init__(self) -> None:
        self._groups: dict[str, _Group] = {}
        self._families: defaultdict[str, _Family] = defaultdict(_Family)

    def take(self, one: _Heard) -> None:
        """Add to whom it belongs."""
        self._group(one).add(one)

    def speakers(self) -> list[Speaker]:
        return [group.speaker(key) for key, group in self._groups.items()]

    def _group(self, one: _Heard) -> _Group:
        person, folded = one.person, " ".join(fold(word) for word in one.words)
        if person.kind is not SpeakerKind.PERSON or not one.words:
            everywhere = "" if _is_known_everywhere(person) else f" {one.article_id}"
            return self._called(f"{person.kind} {folded.removeprefix('the ')}{everywhere}", person.kind)
        family = self._families[family_name(one.words)]
        if one.is_surname:
            return family.clearly_meant(person) or self._called(fold(one.words[-1]), person.kind)
        group = family.called(one.words) or self._called(folded, person.kind)
        family.add(one.words, group)
        return group

    def _called(self, key: str, kind: SpeakerKind) -> _Group:
        return self._groups.setdefault(key, _Group(kind))


class _Family:
    """Those with one family name of whom more than that is known, numbered as they are met."""

    def __init__(self) -> None:
        self._groups: list[_Group] = []
        self._numbers: dict[_Group, int] = {}
        self._given = GivenNames()
        self._names: dict[tuple[str, ...], int] = {}
        self._unfiled: list[tuple[str, ...]] = []
        self._endings: dict[tuple[str, ...], int] = {}
        """Names without the words before them: "Democrat Maria Lopez" is known as "Maria Lopez", too."""
        self._called: dict[tuple[str, ...], _Group | None] = {}
        """Whom a name has been found to mean since the last name came."""
        self._meant: dict[str, _Group | None] = {}
        """By gender, whom the surname alone means."""

    def add(self, words: tuple[str, ...], group: _Group) -> None:
        """Note that `words`, a name of this family, are one of the names of `group`."""
        if words not in self._names:
            number = self._names[words] = self._numbers.setdefault(group, len(self._groups))
            self._unfiled.append(words)
            if number == len(self._groups):
                self._groups.append(group)

    def called(self, words: tuple[str, ...]) -> _Group | None:
        """The first who may be meant by a full name with this family name, also behind "Democrat"."""
        if self._unfiled:
            self._file()
        if words not in self._called:
            self._called[words] = self._first(words) if self._groups else None
        return self._called[words]

    def _first(self, words: tuple[str, ...]) -> _Group | None:
        found = [self._given.first(words), self._endings.get(words), *map(self._names.get, _endings(words))]
        number = min((one for one in found if one is not None), default=None)
        return None if number is None else self._groups[number]

    def _file(self) -> None:
        """Make the names found that came since the last time; most families have one, and nobody asks."""
        for words in self._unfiled:
            number = self._names[words]
            self._given.add(words, number)
            for ending in _endings(words):
                self._endings[ending] = min(number, self._endings.get(ending, number))
        self._unfiled.clear()
        self._called.clear()

    def clearly_meant(self, person: Person) -> _Group | None:
        """Whom the surname alone means: the only one who has it, or who is quoted far more than the others."""
        # That Lee is a man's given name says nothing about somebody whose surname it is.
        gender = "" if person.gender == gender_of(_words(person.name)) else person.gender
        if gender not in self._meant:
            self._meant[gender] = self._most_quoted(gender)
        group = self._meant[gender]
        if group and person.gender and person.gender not in group.genders:
            self._meant.clear()  # it is known now, and may be whom the others do not mean
        return group

    def _most_quoted(self, gender: str) -> _Group | None:
        fitting = [group for group in self._groups if not gender or gender in (group.genders or {gender})]
        ranked = sorted(fitting, key=lambda group: -group.quoted_by_name)
        clear = all(ranked[0].quoted_by_name >= _CLEARLY * rival.quoted_by_name for rival in ranked[1:])
        return ranked[0] if ranked and clear else None


class _Group:
    """What has been met of one speaker so far."""

    def __init__(self, kind: SpeakerKind) -> None:
        self.kind = kind
        self.names: Counter[str] = Counter()
        """How often somebody is quoted under each."""
        self.genders: set[str] = set()
        self.quoted_by_name = 0
        """Times, in articles that give more than the surname."""
        self._roles: Counter[str] = Counter()
        self._aliases: dict[str, None] = {}
        self._quotations: list[Quotation] = []

    def add(self, one: _Heard) -> None:
        person, count = one.person, len(one.quotations)
        self.names[person.name] += count
        self.genders |= {person.gender} - {""}
        self.quoted_by_name += 0 if one.is_surname else count
        if not set(person.role.lower().split()) <= words_of("forms_of_address"):
            self._roles[person.role] += count
        self._aliases.update(dict.fromkeys(person.aliases))
        self._quotations += one.quotations

    def speaker(self, key: str) -> Speaker:
        name = max(self.names, key=self._rank)
        aliases = tuple(alias for alias in dict.fromkeys([*self.names, *self._aliases]) if alias != name)
        role = self._roles.most_common(1)[0][0] if self._roles else ""
        quotations = tuple(sorted(self._quotations, key=lambda q: (q.article_id, q.span)))
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        return Speaker("s-" + digest, name or UNATTRIBUTED, self.kind, role, aliases, quotations)

    def _rank(self, name: str) -> tuple[bool, bool, int, int, str]:
        """The name to show: a full one, rather without a title or an office, and of these the one printed most."""
        words = _words(name)
        return _is_full(words), is_given_name(words[0]) if words else False, self.names[name], len(words), name


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.split())


def _endings(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A name with fewer and fewer of the words before it, down to two."""
    return [words[first:] for first in range(len(words) - 1)]


def _is_full(words: Sequence[str]) -> bool:
    """True for a name with a given name that is more than a letter."""
    return len(words) > 1 and len(words[0].rstrip(".")) > 1


def _is_known_everywhere(person: Person) -> bool:
    """False for "the report" and "a senior official", who are somebody else in the next article."""
    if person.kind is SpeakerKind.UNATTRIBUTED:
        return True
    first, *others = person.name.split()
    owned = first[:1].isupper() and first.endswith(("'s", "’s"))
    named = owned or any(word[:1].isupper() for word in others or [first])
    return person.kind is SpeakerKind.ORGANISATION and named
