"""The cast of one article: names as they stand in, one entry per person or organisation out.

Why: "Lopez", "Ms. Lopez" and "Maria Lopez" are one person, and what is known of her (title, role, gender) is spread
over all the places where she is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from reader.quotations.lexicon import words_of
from reader.quotations.name import Name
from reader.quotations.namesakes import Bearers, GivenNames, Shelf
from reader.quotations.person_names import family_name, fold, gender_of, kind_of
from reader.quotations.quotation import SpeakerKind

_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.", "miss"})
_PLACES = words_of("place_names")


class Entry:
    """One member of the cast.  What its places tell is found when somebody asks: few entries are ever asked."""

    _kind: SpeakerKind | None = None
    _gender = ""
    _role = ""
    _titled = False
    _told = 0
    """How many places have told what they tell."""

    def __init__(self, first: Name, number: int) -> None:
        self.number = number
        self.words = first.words
        self.places = [first]
        """Full names first, then single ones, both in the order of the article."""
        self._offices: set[str] = set()

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def full(self) -> list[int]:
        """Orders of its full name, ascending."""
        return [name.order for name in takewhile(lambda name: len(name.words) > 1, self.places)]

    @property
    def kind(self) -> SpeakerKind:
        if self._kind is None:
            first = self.places[0]
            self._kind = kind_of(first.words, first.title)
        return self._kind

    @property
    def gender(self) -> str:
        """ "f", "m" or ""."""
        self._learn()
        return self._gender

    @property
    def role(self) -> str:
        """The first that stands with it."""
        self._learn()
        return self._role

    @property
    def offices(self) -> set[str]:
        """Every word of the titles and roles met, in lower case."""
        self._learn()
        return self._offices

    @property
    def titled(self) -> bool:
        self._learn()
        return self._titled

    @property
    def personal(self) -> bool:
        """True if something besides a capital says that this is a person."""
        return self.kind is SpeakerKind.PERSON and (len(self.words) > 1 or self.titled or self.gender != "")

    def take_for(self, gender: str) -> None:
        """Note that a pronoun of `gender` means this person."""
        self._gender = self.gender or gender

    def _learn(self) -> None:
        """Hear the places that have not told yet."""
        if self._told == len(self.places):
            return
        for name in self.places[self._told :]:
            role = name.role
            if name.title or role:
                self._honour(name, role)
            elif not self._gender and (len(name.words) > 1 or (name.heads and not name.after_of)):
                self._gender = gender_of(name.words)
        self._told = len(self.places)

    def _honour(self, name: Name, role: str) -> None:
        """Note what the title or the role that stands with `name` says."""
        self._gender = self._gender or gender_of(name.words, name.title, role)
        office = "" if name.title.lower() in _HONORIFICS else name.title
        self._role = self._role or role or office
        self._titled = True
        self._offices.update(name.offices)


class Cast:
    """All that speak or are named in one article."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.entries: list[Entry] = []
        self.entry_of: dict[int, Entry] = {}
        """Order of a name's first token to its entry."""
        self._by_family: dict[str, list[Entry]] = {}
        self._by_given: dict[str, list[Entry]] = {}
        """Given names and nicknames, folded."""
        self._namesakes: dict[str, GivenNames] = {}
        self._bearers: dict[str, Bearers] = {}
        """By family name, those of whom more than one has it."""
        self._shelves: dict[str, Shelf] = {}
        singles = self._enter_full_names(names)
        self._note_given_names()
        self._enter_singles(singles)

    def _enter_full_names(self, names: Iterable[Name]) -> list[Name]:
        """Enter the names of several words; the others are returned."""
        known: dict[tuple[str, ...], Entry] = {}
        singles = []
        for name in names:
            words = name.words
            if len(words) == 1:
                singles.append(name)
                continue
            entry = known.get(words)
            if entry is None:
                entry = known[words] = self._enter_full(name)
            else:
                entry.places.append(name)
            self.entry_of[name.order] = entry
        return singles

    def _enter_full(self, name: Name) -> Entry:
        """The entry of a full name in words that are met for the first time."""
        words, family = name.words, family_name(name.words)
        if family not in self._by_family:
            entry = self._new(name)
            if entry.kind is SpeakerKind.PERSON:  # no organisation is meant by the last word of its name
                self._by_family[family] = [entry]
            return entry
        namesakes = self._namesakes_of(family)
        number = namesakes.first(words)
        if number is None:
            entry = self._new(name)
            if entry.kind is SpeakerKind.PERSON:
                self._by_family[family].append(entry)
                namesakes.add(words, entry.number)
            return entry
        entry = self.entries[number]
        entry.places.append(name)
        if len(words) > len(entry.words):
            namesakes.remove(entry.words, number)
            namesakes.add(words, number)
            entry.words = words
        return entry

    def _namesakes_of(self, family: str) -> GivenNames:
        """The people who have been entered with this family name, the first of them with nobody else."""
        if family not in self._namesakes:
            (holder,) = self._by_family[family]
            self._namesakes[family] = GivenNames()
            self._namesakes[family].add(holder.words, holder.number)
        return self._namesakes[family]

    def _new(self, name: Name) -> Entry:
        entry = Entry(name, len(self.entries))
        self.entries.append(entry)
        return entry

    def _note_given_names(self) -> None:
        """Whom "Ann" and "Red" mean where Ann Lopez and Colin “Red” Lopez have been named."""
        for family, holders in self._by_family.items():
            for entry in holders:
                nicknames = [fold(nickname) for name in entry.places if (nickname := name.nickname)]
                for word in {*map(fold, entry.words), *nicknames}:
                    if word != family:
                        self._by_given.setdefault(word, []).append(entry)

    def _enter_singles(self, names: Iterable[Name]) -> None:
        """Enter the names of one word."""
        for name in names:
            word = fold(name.words[0])
            holders = self._by_family.get(word)
            if holders and len(holders) == 1 and not name.title:
                entry = holders[0]
                entry.places.append(name)
            elif holders or word in self._by_given:
                entry = self._enter_doubtful(name, word, holders or ())
            else:
                entry = self._new(name)
                self._by_family[word] = [entry]
            self.entry_of[name.order] = entry
            if self._bearers:
                self._tell_bearers(entry, name)

    def _enter_doubtful(self, name: Name, word: str, holders: Sequence[Entry]) -> Entry:
        """The entry of a name of one word that may have several."""
        entry = (self._choose(name, word, holders) if holders else None) or self._by_given_name(name, word)
        if entry is None:
            entry = self._new(name)
            self._by_family.setdefault(word, []).append(entry)
        else:
            entry.places.append(name)
        return entry

    def _choose(self, name: Name, family: str, holders: Sequence[Entry]) -> Entry | None:
        """Whom of `holders` a family name alone means: whoever has the title that stands with it, then the nearest one
        named before it."""
        gender = gender_of((), name.title)
        if len(holders) == 1:
            return holders[0] if not gender or holders[0].gender in ("", gender) else None
        bearers = self._bearers.get(family)
        if bearers is None:
            bearers = self._bearers[family] = Bearers()
            for entry in holders:
                bearers.note(entry, entry.gender, entry.offices)
        number = bearers.choose(name.order, gender, name.title.lower().split())
        return None if number is None else self.entries[number]

    def _tell_bearers(self, entry: Entry, name: Name) -> None:
        """Let those with the same family name know what one more place tells."""
        bearers = self._bearers.get(family_name(entry.words))
        if bearers:
            bearers.note(entry, entry.gender, name.offices)

    def _by_given_name(self, name: Name, word: str) -> Entry | None:
        """The person with this given name who was named in full last; where a title stands with it, somebody with one,
        as in "Sir Colin" and "Prof Goh"."""
        if word not in self._by_given or name.words[0].lower() in _PLACES:
            return None
        if word not in self._shelves:
            shelf = self._shelves[word] = Shelf()
            for entry in self._by_given[word]:
                shelf.put(entry.number, entry.full)
        place, number = self._shelves[word].last_before(name.order)
        if place < 0 or (name.title and not self._may_be_called(self.entries[number], name)):
            return None
        return self.entries[number]

    def _may_be_called(self, entry: Entry, name: Name) -> bool:
        """True if `entry` may be called `name`, which is a title with one of the names: the first only of somebody who
        has a title, as in "Sir Colin" and "Prof Goh"."""
        gender = gender_of((), name.title)
        known = entry.titled or name.words[0] != entry.words[0]
        return known and (not gender or entry.gender in ("", gender))
