"""The cast of one article: names as they stand in, one entry per person or organisation out.

Why: "Lopez", "Ms. Lopez" and "Maria Lopez" are one person, and what is known of her (title, role, gender) is spread
over all the places where she is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.quotations.lexicon import words_of
from reader.quotations.name import Name
from reader.quotations.person_names import family_name, fold, gender_of, given_agree, kind_of
from reader.quotations.quotation import SpeakerKind

_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.", "miss"})


@dataclass(slots=True, eq=False)
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


class Cast:
    """All that speak or are named in one article."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.entries: list[Entry] = []
        self.by_family: dict[str, list[Entry]] = {}
        self.entry_of: dict[int, Entry] = {}
        """Order of a name's first token to its entry."""
        self._by_words: dict[tuple[str, ...], Entry] = {}
        self._by_given: dict[str, list[Entry]] = {}
        """Given names and nicknames, folded."""
        for name in names:
            if len(name.words) > 1:
                self._enter(name)
        for entry in self.entries:
            self._note_given_names(entry)
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

    def _note_given_names(self, entry: Entry) -> None:
        """Whom "Ann" and "Red" mean where Ann Lopez and Colin “Red” Lopez have been named."""
        if entry.kind is SpeakerKind.PERSON:
            family = family_name(entry.words)
            given = {fold(word) for word in (entry.words[0], entry.words[-1])} - {family}
            nicknames = {fold(name.nickname) for name in entry.places if name.nickname}
            for word in given | nicknames if nicknames else given:
                self._by_given.setdefault(word, []).append(entry)

    def _enter_single(self, name: Name) -> None:
        entry = self.choose(name.words[0], name.order, name.title) or self._by_given_name(name) or self._new(name)
        self._note(entry, name)

    def _by_given_name(self, name: Name) -> Entry | None:
        """The person with this given name who was named in full last."""
        word = name.words[0]
        if name.title or word.lower() in words_of("place_names"):
            return None
        known = [entry for entry in self._by_given.get(fold(word), ()) if entry.full[0] < name.order]
        return max(known, key=lambda entry: _nearness(entry.full, name.order), default=None)

    def _note(self, entry: Entry, name: Name) -> None:
        entry.places.append(name)
        self.entry_of[name.order] = entry
        if len(name.words) > 1:
            entry.full.append(name.order)
            if len(name.words) > len(entry.words) and entry.kind is SpeakerKind.PERSON:
                entry.words = name.words
        if name.title or name.role:
            _honour(entry, name)
        elif not entry.gender and (len(name.words) > 1 or (name.heads and not name.after_of)):
            entry.gender = gender_of(name.words)

    def choose(self, word: str, order: int, title: str = "") -> Entry | None:
        """The entry that a family name alone means at `order`: whoever has the title that stands with it, then the
        nearest one named before it."""
        candidates = self.by_family.get(fold(word))
        if not candidates or (len(candidates) == 1 and not title):
            return candidates[0] if candidates else None
        gender, office = gender_of((), title), title.lower().split()
        fitting = [entry for entry in candidates if not gender or entry.gender in ("", gender)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return max(fitting, key=lambda entry: (not entry.offices.isdisjoint(office), _nearness(entry.full, order)))


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
