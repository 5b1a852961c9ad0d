"""Any change that a person can make: a library, an article in it and chance in, a change out."""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

import reader.annotations
from reader.annotations import Annotation, Change, Correction, Tag, Target, coding, correcting, describe, together
from reader.library import Library
from reader.quotations import Speaker, SpeakerKind
from reader.reading import Reading
from reader.text import Span

NAMES = ("economy", "economy/prices", "weather", "weather/floods", "who", "why")
COLORS = ("red", "green", "blue", "yellow")
PEOPLE = ("Ada Korn", "Ivo Sand", "the governor", "rangers")
KEYS = range(1, 10)

T = TypeVar("T")


@dataclass(frozen=True)
class Moment:
    """What there is when somebody decides on the next change; ValueError where that is too little."""

    library: Library
    reading: Reading
    chance: random.Random

    @cached_property
    def article_id(self) -> str:
        return self.reading.article.id

    @cached_property
    def span(self) -> Span:
        start = self.chance.randrange(len(self.reading.article.text) - 20)
        return Span(start, start + self.chance.randint(8, 20))

    @cached_property
    def target(self) -> Target:
        return describe(self.reading.article, self.span)

    @cached_property
    def tag(self) -> Tag:
        """One that there is, or a new one."""
        return self.reading.tag(self.one_of(NAMES))

    @cached_property
    def tags(self) -> list[Tag]:
        """Some that there are, at least two."""
        return self._some(list(self.reading.codebook), 2)

    @cached_property
    def annotations(self) -> list[Annotation]:
        """Some of the article."""
        return self._some(self.reading.annotations, 1)

    @property
    def annotation(self) -> Annotation:
        return self.annotations[0]

    @cached_property
    def everywhere(self) -> list[Annotation]:
        """Some of the whole library."""
        return self._some(sorted(self.library.annotations(), key=lambda one: one.id), 1)

    @cached_property
    def corrections(self) -> list[Correction]:
        return self._some(self.library.corrections.held, 1)

    @cached_property
    def words(self) -> str:
        return f"words {self.chance.random()}"

    def one_of(self, choices: Sequence[T]) -> T:
        return self.chance.choice(choices)

    def _some(self, known: Sequence[T], at_least: int) -> list[T]:
        if len(known) < at_least:
            raise ValueError("there are not enough of these yet")
        return self.chance.sample(known, self.chance.randint(at_least, min(len(known), at_least + 2)))


Wish = Callable[[Moment], Change]

OF_READINGS: dict[str, Wish] = {
    "annotate": lambda m: m.reading.annotate(m.span, [m.tag] if m.chance.random() < 0.5 else (), note=m.words),
    "attribute": lambda m: m.reading.attribute(m.span, Speaker("s-1", "Ada Korn", SpeakerKind.PERSON, "", (), ())),
    "toggle_tag": lambda m: m.reading.toggle_tag(m.annotation if m.chance.random() < 0.7 else m.span, m.tag),
    "set_tags": lambda m: m.reading.set_tags(m.annotation, [m.tag]),
    "set_note": lambda m: m.reading.set_note(m.annotation, m.words),
    "set_color": lambda m: m.reading.set_color(m.annotation, m.one_of(COLORS)),
    "set_important": lambda m: m.reading.set_important(m.annotation, not m.annotation.important),
    "resize": lambda m: m.reading.resize(m.annotation, m.span),
    "accept": lambda m: m.reading.accept(m.annotation),
    "remove": lambda m: m.reading.remove([annotation.id for annotation in m.annotations]),
    "new_tag": lambda m: m.reading.new_tag(m.words, m.one_of(KEYS)),
    "rename_tag": lambda m: m.reading.rename_tag(m.tags[0], m.words),
    "pin": lambda m: m.reading.pin(m.tags[0], m.one_of(KEYS)),
    "merge_tag": lambda m: m.reading.merge_tag(m.tags[0], m.tags[1]),
    "delete_tag": lambda m: m.reading.delete_tag(m.tags[0]),
}
OF_TAGS: dict[str, Wish] = {
    "renamed": lambda m: coding.renamed(m.reading.codebook, m.tags[0].name, m.words),
    "merged": lambda m: coding.merged(m.tags[0], m.tags[1], m.everywhere, m.reading.codebook),
    "deleted": lambda m: coding.deleted(m.tags[0]),
    "pinned": lambda m: coding.pinned(m.reading.codebook, m.tags[0], m.one_of((None, *KEYS))),
    "described": lambda m: coding.described(m.tags[0], m.words),
    "recolored": lambda m: coding.recolored(m.reading.codebook, m.tags[0], m.one_of(COLORS), m.everywhere),
}
OF_MANY: dict[str, Wish] = {
    "removed": lambda m: together.removed(m.everywhere),
    "flagged": lambda m: together.flagged(m.everywhere, m.chance.random() < 0.5),
    "accepted": lambda m: together.accepted([(m.reading.article, m.reading.annotations)]),
    "colored": lambda m: together.colored(m.everywhere, m.one_of(COLORS)),
    "toggled": lambda m: together.toggled(m.everywhere, m.reading.codebook, m.tag),
    "retagged": lambda m: together.retagged(m.everywhere, m.reading.codebook, [m.tag]),
}
OF_SPEAKERS: dict[str, Wish] = {
    "reassigned": lambda m: correcting.reassigned(m.article_id, m.target, m.one_of(PEOPLE), m.one_of(PEOPLE)),
    "rejected": lambda m: correcting.rejected(m.article_id, m.target),
    "confirmed": lambda m: correcting.confirmed(m.article_id, m.target, m.one_of(PEOPLE)),
    "merged_speakers": lambda m: correcting.merged_speakers(m.one_of(PEOPLE), m.one_of(PEOPLE)),
    "renamed_speaker": lambda m: correcting.renamed_speaker(m.one_of(PEOPLE), m.words),
    "split_speaker": lambda m: correcting.split_speaker(m.one_of(PEOPLE), m.article_id, m.words),
    "withdrawn": lambda m: correcting.withdrawn(m.corrections, "Withdrawn"),
}
EVERY: dict[str, Wish] = {
    f"{where}.{name}": wish
    for where, wishes in (
        ("Reading", OF_READINGS),
        ("coding", OF_TAGS),
        ("together", OF_MANY),
        ("correcting", OF_SPEAKERS),
    )
    for name, wish in wishes.items()
}


def changing() -> Iterator[str]:
    """The names of all functions of the program that make changes for people to undo."""
    yield from (f"Reading.{name}" for name in _changing(Reading, Reading.__module__))
    for found in iter_modules(reader.annotations.__path__, "reader.annotations."):
        module = found.name.rpartition(".")[2]
        yield from (f"{module}.{name}" for name in _changing(import_module(found.name), found.name))


def _changing(where: object, module: str) -> list[str]:
    functions = inspect.getmembers(where, inspect.isfunction)
    own = [(name, function) for name, function in functions if function.__module__ == module and name[0] != "_"]
    return [name for name, function in own if function.__annotations__.get("return") == "Change"]


def change_of(moment: Moment) -> Change | None:
    """Any change, by chance; None where there is nothing to make it to."""
    wish = moment.one_of(list(EVERY.values()))
    try:
        return wish(moment)
    except ValueError:
        return None
