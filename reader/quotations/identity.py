"""One entry per person across a folder: the analyses of many articles in, speakers with all their quotations out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from reader.quotations.cast import family_name, fold, given_agree
from reader.quotations.lexicon import words_of
from reader.quotations.quotation import Analysis, Person, Quotation, Speaker, SpeakerKind

UNATTRIBUTED = "No speaker found"
"""The name of the group of quotations that nobody is known to have said."""


def gather(analyses: Iterable[Analysis]) -> tuple[Speaker, ...]:
    """Every speaker of `analyses`, most quoted first, then by name."""
    groups: dict[str, _Group] = {}
    by_family: dict[str, list[str]] = {}
    for analysis in sorted(analyses, key=lambda analysis: analysis.article_id):
        people = {person.name: person for person in analysis.people}
        for quotation in analysis.quotations:
            person = people.get(quotation.resolved) or Person(
                quotation.resolved, SpeakerKind.UNNAMED if quotation.resolved else SpeakerKind.UNATTRIBUTED
            )
            key = _key(person, analysis.article_id, groups, by_family)
            groups.setdefault(key, _Group(person.kind)).add(person, quotation)
    speakers = [group.speaker(key) for key, group in groups.items()]
    return tuple(sorted(speakers, key=lambda s: (s.kind is SpeakerKind.UNATTRIBUTED, -len(s.quotations), s.name)))


class _Group:
    """What has been met of one speaker so far."""

    def __init__(self, kind: SpeakerKind) -> None:
        self.kind = kind
        self.names: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.aliases: dict[str, None] = {}
        self.quotations: list[Quotation] = []

    def add(self, person: Person, quotation: Quotation) -> None:
        self.names[person.name] += 1
        if not set(person.role.lower().split()) <= words_of("forms_of_address"):
            self.roles[person.role] += 1
        self.aliases.update(dict.fromkeys(person.aliases))
        self.quotations.append(quotation)

    def speaker(self, key: str) -> Speaker:
        name = max(self.names, key=lambda name: (len(name.split()), self.names[name], name))
        aliases = tuple(alias for alias in dict.fromkeys([*self.names, *self.aliases]) if alias != name)
        role = self.roles.most_common(1)[0][0] if self.roles else ""
        quotations = tuple(sorted(self.quotations, key=lambda q: (q.article_id, q.span)))
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        return Speaker("s-" + digest, name or UNATTRIBUTED, self.kind, role, aliases, quotations)


def _key(person: Person, article_id: str, groups: dict[str, _Group], by_family: dict[str, list[str]]) -> str:
    """The group that `person` of an article belongs to; a new one is named by the folded name."""
    words = tuple(person.name.split())
    folded = " ".join(fold(word) for word in words)
    if person.kind is not SpeakerKind.PERSON or not words:
        folded = folded.removeprefix("the ")
        return f"{person.kind} {folded}" + ("" if _is_known_everywhere(person) else f" {article_id}")
    family = family_name(words)
    for key in by_family.get(family, ()):
        if any(given_agree(tuple(name.split()), words) for name in groups[key].names):
            return key
    by_family.setdefault(family, []).append(folded)
    return folded


def _is_known_everywhere(person: Person) -> bool:
    """False for "the report" and "a senior official", who are somebody else in the next article."""
    if person.kind is SpeakerKind.UNATTRIBUTED:
        return True
    named = any(word[:1].isupper() for word in person.name.split()[1:] or [person.name])
    return person.kind is SpeakerKind.ORGANISATION and named
