"""Relatives who are introduced by a given name alone: where one is named in, the family name shared out.

A relative's family name is given when it differs: "Maria Lopez and her husband, Simon," are both called Lopez.
"""

from __future__ import annotations

from reader.quotations.cast import Entry
from reader.quotations.chain import Chain
from reader.quotations.lexicon import words_of
from reader.quotations.name import KIN, OWNING, Name
from reader.quotations.person_names import family_name, fold
from reader.quotations.quotation import SpeakerKind

_OWNERS = {"his": "m", "her": "f", "their": ""}
_PARTICLES = words_of("name_particles") | {"mac", "ní", "o'", "ó", "st"}
_FARTHEST = 5
"""Words between an owner and the relative: "his own late younger brother"."""


def surname_shared(entry: Entry, chain: Chain) -> tuple[str, ...]:
    """The family name of whose relative `entry`, known by one word, is introduced as; () if that is not told."""
    name = entry.places[0]
    noun = _kin_noun(name)
    owner = _owner(name, noun, chain) if noun >= 0 else None
    if owner is None or owner is entry or owner.kind is not SpeakerKind.PERSON:
        return ()
    if len(owner.words) < 2 or entry.words[0] in owner.words:
        return ()
    if family_name(owner.words) != fold(owner.words[-1]):
        return ()
    first = len(owner.words) - 1
    while first > 1 and owner.words[first - 1].lower() in _PARTICLES:
        first -= 1
    return owner.words[first:]


def _kin_noun(name: Name) -> int:
    """Where the "daughter" stands of "Lopez's daughter, Ann,"; -1 if none does."""
    if name.possessive or name.title:
        return -1
    line, at = name.line, name.begin - 1
    if at > name.sentence_begin and line.words[at] == ",":
        at -= 1
    return at if at >= name.sentence_begin and line.lower[at] in KIN else -1


def _owner(name: Name, noun: int, chain: Chain) -> Entry | None:
    """Whose relative it is: "Lopez's daughter", "her daughter", "Maria Lopez and daughter Ann"."""
    line = name.line
    for i in range(noun - 1, max(name.sentence_begin, noun - _FARTHEST) - 1, -1):
        word, order = line.lower[i], line.order(i)
        if word in _OWNERS:
            return _full_name_before(order, _OWNERS[word], chain)
        if word.endswith(OWNING):
            return next((entry for owner, entry in chain.before(order + 1) if owner.last == order), None)
    alone = noun + 1 == name.begin and line.lower[noun - 1] not in ("the", "a")
    return _full_name_before(line.order(noun), "", chain) if alone else None


def _full_name_before(order: int, gender: str, chain: Chain) -> Entry | None:
    """The nearest person of `gender` who leads a sentence before `order`, else the nearest of all."""
    fitting = [
        (chain.leads(name), entry)
        for name, entry in chain.before(order)
        if entry.personal and len(entry.words) > 1 and (not gender or entry.gender in ("", gender))
    ]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None
