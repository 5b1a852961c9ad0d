"""Tags and the codebook that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.annotations.annotation import NOTHING


@dataclass(frozen=True, slots=True)
class Tag:
    """A code that a person gives to passages.  Annotations hold its id, so renaming it is one write."""

    id: str
    """`t_` and a UUIDv7."""
    name: str
    """Hierarchical by `/`: "economy/inflation"."""
    color: str = ""
    description: str = ""
    key: int | None = None
    """Pinned key 1–9."""
    created: str = ""
    modified: str = ""
    deleted: str | None = None
    rev: int = 1
    extra: Mapping[str, Any] = field(default=NOTHING)

    @property
    def letter(self) -> str:
        """What stands in the gutter: a sign of the tag that needs no colour."""
        leaf = self.name.rpartition("/")[2].strip()
        return leaf[:1].upper() or "?"


@dataclass(frozen=True)
class Codebook:
    """All tags of a library by id."""

    tags: Mapping[str, Tag] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Tag]:
        """Tags in use, by name."""
        return iter(sorted((t for t in self.tags.values() if not t.deleted), key=lambda t: (t.name.casefold(), t.id)))

    def named(self, name: str) -> Tag | None:
        """The tag of that name, upper and lower case alike."""
        wanted = name.strip().casefold()
        return next((tag for tag in self if tag.name.casefold() == wanted), None)

    def pinned(self, key: int) -> Tag | None:
        """The tag on key `key` (1–9)."""
        return next((tag for tag in self if tag.key == key), None)

    def names(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Names for `ids` in their order; an id that the codebook does not know stands for itself."""
        return tuple(self.tags[i].name if i in self.tags else i for i in ids)
