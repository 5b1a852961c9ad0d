"""Which names lead a sentence: its names in their order in, the places of those that are likely subjects out.

A pronoun means whoever led the last sentence more often than anybody else.  English puts its subject first, so it is
the first name that could be one: no possessor, no place behind a preposition, no word that is only capitalised because
the sentence begins with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.quotations.cast import Entry
from reader.quotations.name import Name
from reader.quotations.quotation import SpeakerKind


def leading(names: Iterable[Name], entry_of: Mapping[int, Entry]) -> frozenset[int]:
    """The orders of the names that lead one sentence: one, or with what stands for it two."""
    found = set()
    claimed: Name | None = None
    for name in names:
        if (claimed and not _stands_for(name, claimed)) or name.fronted or _is_common(name, entry_of[name.order]):
            continue
        claimed = name
        if not (name.possessive or name.after_of):
            found.add(name.order)
    return frozenset(found)


def _stands_for(name: Name, claimed: Name) -> bool:
    """True for the Calder of "the mayor of Northgate, Ines Calder," and "Northgate's mayor Ines Calder"."""
    if not (claimed.possessive or claimed.after_of):
        return False
    return name.apposed or (claimed.possessive and bool(name.title or name.role) and name.order - claimed.last < 7)


def _is_common(name: Name, entry: Entry) -> bool:
    """True for a word that is capitalised only where a sentence begins: "Petition organiser Ann Lopez"."""
    once = name.opens and len(entry.places) == 1 and len(name.words) == 1
    return once and entry.kind is SpeakerKind.PERSON and not entry.personal
