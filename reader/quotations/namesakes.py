"""People who share a name: which of them a full name can mean, and who of them was named last before a place.

They are told apart by numbers, the lower the earlier met.  Why: where thousands share a name, asking each of them for
each mention takes for ever.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from reader.quotations.person_names import given_names, variants_of

_ANYBODY, _BARE = "*", "-"
_FITTING = {"": ("", "f", "m"), "f": ("", "f"), "m": ("", "m")}
"""On whose shelves somebody of a gender stands: who may be a woman answers to "Ms."."""


class GivenNames:
    """Full names with one family name, found by the given names with which they agree.

    "Bob", "Robert", "R." and "Robert J." can be one person, and so can all of them and nobody in particular.  Syllables
    of a given name are written as one word, as two, or with a hyphen: "Jong Un", "Jong-un", "Jongun".
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, words: tuple[str, ...], number: int) -> None:
        for key in _answering(words):
            insort(self._numbers[key], number)

    def remove(self, words: tuple[str, ...], number: int) -> None:
        for key in _answering(words):
            numbers = self._numbers[key]
            del numbers[bisect_left(numbers, number)]

    def first(self, words: tuple[str, ...]) -> int | None:
        """The lowest number of those who can be called `words`."""
        found = [self._numbers[key][0] for key in _asking(words) if self._numbers.get(key)]
        return min(found, default=None)


def _answering(words: tuple[str, ...]) -> set[str]:
    """What a name answers to."""
    given = given_names(words)
    if not given:
        return {_ANYBODY, _BARE}
    first = given[0]
    initial = f".{first}" if len(first) == 1 else f"^{first[:1]}"
    return {_ANYBODY, f"={first}", initial, f"~{_run_together(given)}"}


def _asking(words: tuple[str, ...]) -> set[str]:
    """What to ask for in order to find every name that agrees with `words`."""
    given = given_names(words)
    if not given:
        return {_ANYBODY}
    first = given[0]
    initial = f"^{first}" if len(first) == 1 else f".{first[:1]}"
    return {_BARE, initial, f"~{_run_together(given)}", *(f"={word}" for word in {first, *variants_of(first)})}


def _run_together(words: Iterable[str]) -> str:
    return "".join(words).replace("-", "")


class Shelf:
    """People in the order in which an article names them in full."""

    def __init__(self) -> None:
        self._places: list[tuple[int, int]] = []
        self._numbers: list[int] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def put(self, number: int, places: Iterable[int]) -> None:
        """Put somebody here who is named in full at `places`."""
        insort(self._numbers, number)
        for place in places:
            insort(self._places, (place, number))

    def take(self, number: int, places: Iterable[int]) -> None:
        """Take somebody away who was put here with the same `places`."""
        del self._numbers[bisect_left(self._numbers, number)]
        for place in places:
            del self._places[bisect_left(self._places, (place, number))]

    def last_before(self, place: int) -> tuple[int, int]:
        """Where somebody was named last before `place`, and who; -1 and the first here if nobody was."""
        at = bisect_left(self._places, (place, -1))
        return self._places[at - 1] if at else (-1, self._numbers[0])


class Bearer(Protocol):
    """Somebody with a number."""

    number: int

    @property
    def full(self) -> list[int]:
        """Where the full name stands."""
        ...


class Bearers:
    """Those who share a family name, on shelves by gender and by the words of their offices."""

    def __init__(self) -> None:
        self._shelves: defaultdict[tuple[str, str], Shelf] = defaultdict(Shelf)
        self._genders: dict[int, str] = {}
        self._offices: defaultdict[int, set[str]] = defaultdict(set)

    def note(self, bearer: Bearer, gender: str, offices: Iterable[str]) -> None:
        """Note the gender of somebody and some words of offices that may be new."""
        number = bearer.number
        held = self._offices[number]
        if self._genders.setdefault(number, gender) != gender:
            self._genders[number] = gender
            places, other = bearer.full, "f" if gender == "m" else "m"
            for office in held:
                self._shelves[other, office].take(number, places)
        new = {"", *offices} - held
        if new:
            held |= new
            places = bearer.full
            for shelf in [self._shelves[fitting, office] for fitting in _FITTING[gender] for office in new]:
                shelf.put(number, places)

    def choose(self, place: int, gender: str, offices: Iterable[str]) -> int | None:
        """Who of `gender` ("" for any) is meant at `place`: whoever holds one of `offices`, if somebody does, and of
        several the one named in full last before it."""
        fitting = self._shelves[gender, ""]
        if not fitting:
            return None
        holding = [shelf for office in offices if (shelf := self._shelves[gender, office])]
        found = [shelf.last_before(place) for shelf in holding or [fitting]]
        return max(found, key=lambda last: (last[0], -last[1]))[1]
