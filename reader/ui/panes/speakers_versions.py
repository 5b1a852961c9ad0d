"""Statements that several articles report, as the speakers panel shows them: versions beside each other.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from reader.quotations import Quotation, Speaker

if TYPE_CHECKING:
    from reader.quotations.statements import Statement
    from reader.quotations.versions import Version

Key: TypeAlias = tuple[str, str]
"""A quotation: its article and its id."""
KEPT = 200
"""Statements whose versions stay compared: more than a screen shows."""


def key(quotation: Quotation) -> Key:
    return quotation.article_id, quotation.id


@dataclass(frozen=True, slots=True)
class Told:
    """One version of a statement in its place among the others."""

    quotations: tuple[Quotation, ...]
    """All versions, oldest article first."""
    place: int
    """Of this one among them."""
    other_speaker: str = ""
    """Who said it according to this version, if not the speaker below whom it is shown."""

    @property
    def quotation(self) -> Quotation:
        return self.quotations[self.place]

    @property
    def leads(self) -> bool:
        return self.place == 0

    @property
    def articles(self) -> int:
        """How many print the statement."""
        return len({quotation.article_id for quotation in self.quotations})

    @property
    def version(self) -> Version:
        """How its words differ: found out when it is first shown, because comparing takes its time."""
        return _compared(self.quotations)[self.place]

    @property
    def sign(self) -> str:
        """What tells the manner without a colour."""
        return {"same words": "=", "shortened": "…", "other words": "≈"}.get(self.version.manner.value, " ")


@dataclass(frozen=True)
class Retold:
    """Every statement that more than one article reports, by its quotations."""

    statements: Mapping[Key, Statement] = field(default_factory=dict)
    speakers: Mapping[Key, Speaker] = field(default_factory=dict)
    """Who said the quotations of these statements."""

    def told(
        self, quotation: Quotation, below: Speaker, dates: Mapping[str, date | None]
    ) -> list[tuple[Speaker, Told]]:
        """The versions of the statement of `quotation`, oldest article first, each with whoever says it there."""
        statement = self.statements[key(quotation)]
        in_order = sorted(statement.quotations, key=lambda q: (_undated(dates.get(q.article_id)), q.article_id, q.span))
        found = []
        for place, version in enumerate(in_order):
            speaker = self.speakers[key(version)]
            other = "" if speaker.id == below.id else speaker.name
            found.append((speaker, Told(tuple(in_order), place, other)))
        return found

    def elsewhere(self, quotation: Quotation) -> int:
        """In how many other articles the statement of `quotation` stands."""
        statement = self.statements.get(key(quotation))
        return len({q.article_id for q in statement.quotations}) - 1 if statement else 0


def retold(statements: Iterable[Statement], speakers: Iterable[Speaker]) -> Retold:
    """`statements` made ready to be looked up."""
    found = {key(quotation): statement for statement in statements for quotation in statement.quotations}
    said = {
        key(quotation): speaker for speaker in speakers for quotation in speaker.quotations if key(quotation) in found
    }
    return Retold({one: statement for one, statement in found.items() if one in said}, said)


@lru_cache(maxsize=KEPT)
def _compared(quotations: tuple[Quotation, ...]) -> tuple[Version, ...]:
    from reader.quotations.versions import versions

    return versions(quotations)


def _undated(published: date | None) -> tuple[bool, str]:
    return published is None, published.isoformat() if published else ""
