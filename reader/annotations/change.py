"""A change: what a command did, as a value that can be stored, undone and done again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from reader.annotations.annotation import Annotation
from reader.annotations.correction import Correction
from reader.annotations.tag import Tag

Record: TypeAlias = "Annotation | Tag | Correction"


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None before it is made and after it is removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Whichever side there is, the newer one first."""
        found = self.after or self.before
        if found is None:
            raise ValueError("an edit has a record on at least one side")
        return found

    @property
    def inverse(self) -> Edit:
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that one command did, undone by one key."""

    label: str
    """What the user did, for the toast: "Highlighted “…”"."""
    edits: tuple[Edit, ...]

    @property
    def inverse(self) -> Change:
        return Change(self.label, tuple(edit.inverse for edit in reversed(self.edits)))
