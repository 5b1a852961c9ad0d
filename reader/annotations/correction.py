"""Corrections: what a reader knows better than the program about who said what.

Kept beside the analysis and laid over it each time, so a better analysis cannot undo them.  Speakers are meant by
name, quotations by their words and what stands around them, because both outlive a new analysis and an edited text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reader.annotations.annotation import Target, nothing


class Action(StrEnum):
    """What a correction says: the first three of one quotation, the others of a speaker."""

    REASSIGN = "reassign"
    """The quotation is `speaker`'s."""
    REJECT = "reject"
    """These words are no quotation."""
    CONFIRM = "confirm"
    """The program is right about the quotation."""
    MERGE = "merge"
    """Whoever is called `name` is one with `speaker`."""
    RENAME = "rename"
    """Whoever is called `name` shall be called `speaker`."""
    SPLIT = "split"
    """Whoever is called `name` is, in the article `article_id`, somebody else: `speaker`."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction.  Later ones (by id) are laid over earlier ones."""

    id: str
    """UUIDv7."""
    action: Action
    created: str
    """ISO 8601 with milliseconds, UTC."""
    modified: str
    article_id: str = ""
    """Of the quotation, or of the article where a speaker is somebody else; "" for the whole library."""
    target: Target | None = None
    """The quotation's words, marks included; None for corrections of speakers."""
    name: str = ""
    """The speaker's name before; for a quotation, whom the program took for its speaker."""
    speaker: str = ""
    """The name that is right."""
    deleted: str | None = None
    rev: int = 1
    extra: Mapping[str, Any] = field(default_factory=nothing)
    """Keys of the stored record that this version does not know; written back as they were."""
