"""The annotation: which words a person marked, what they thought, and where those words stand now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from reader.text import Span

DEFAULT_COLOR = "yellow"
"""Of a highlight whose tags give it no other."""


def nothing() -> Mapping[str, Any]:
    """No unknown keys."""
    return MappingProxyType({})


class AnchorState(StrEnum):
    EXACT = "exact"
    SHIFTED = "shifted"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Target:
    """The passage as the person marked it.  W3C text position and text quote selectors in one."""

    text_sha256: str
    span: Span
    exact: str
    """Displayed words of the passage."""
    prefix: str = ""
    suffix: str = ""
    """Up to 64 displayed characters on either side."""
    paragraph: int = 0
    extra: Mapping[str, Any] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the passage stands in one version of the text; rewritten when the text changes."""

    text_sha256: str
    span: Span
    state: AnchorState = AnchorState.EXACT
    method: str = "hash"
    score: float = 1.0
    confirmed: bool = False
    suggest: tuple[int, ...] = ()
    """For orphans: source offsets where the passage may have stood."""
    extra: Mapping[str, Any] = field(default_factory=nothing)

    @property
    def placed(self) -> bool:
        """True if the passage is known to stand at `span`."""
        return self.state not in (AnchorState.ORPHAN, AnchorState.AMBIGUOUS)

    @property
    def likely(self) -> int:
        """The offset where the passage stands, or may stand now."""
        return self.span.start if self.placed or not self.suggest else self.suggest[0]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight with what belongs to it.  `rev` grows with every change and decides when two versions meet."""

    id: str
    """UUIDv7, so ids sort by the time of their making."""
    article_id: str
    target: Target
    anchor: Anchor
    created: str
    """ISO 8601 with milliseconds, UTC."""
    modified: str
    tags: tuple[str, ...] = ()
    """Tag ids, in the order given."""
    color: str = DEFAULT_COLOR
    note: str = ""
    """Markdown as typed."""
    speaker: str = ""
    creator: str = ""
    important: bool = False
    deleted: str | None = None
    """When it was deleted; a tombstone stays so that merging cannot bring it back."""
    rev: int = 1
    accepted: Target | None = None
    """What the person last said it marks, where that was in a later text; `target` stays as it was made."""
    extra: Mapping[str, Any] = field(default_factory=nothing)
    """Keys of the stored record that this version does not know; written back as they were."""

    @property
    def passage(self) -> Target:
        """What it marks: as accepted last, else as it was made."""
        return self.accepted or self.target

    @property
    def span(self) -> Span:
        """Where it stands in the article's present text."""
        return self.anchor.span
