"""Tags and the codebook that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reader.annotations.annotation import DEFAULT_COLOR, nothing


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
    merged_into: str = ""
    """Id of the tag that took its place; passages keep the old id and mean the new one."""
    created: str = ""
    modified: str = ""
    deleted: str | None = None
    rev: int = 1
    extra: Mapping[str, Any] = field(default_factory=nothing)

    @property
    def letter(self) -> str:
        """What stands in the gutter: a sign of the tag that needs no colour."""
        leaf = self.name.rpartition("/")[2].strip()
        return leaf[:1].upper() or "?"


def levels(name: str) -> tuple[str, ...]:
    """A tag's name level by level, as it is written: " Economy / rates" → ("Economy", "rates")."""
    return tuple(level for level in (level.strip() for level in name.split("/")) if level)


def path(name: str) -> tuple[str, ...]:
    """The same for comparing: upper and lower case alike."""
    return levels(name.casefold())


@dataclass(frozen=True)
class Codebook:
    """All tags of a library by id."""

    tags: Mapping[str, Tag] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Tag]:
        """Tags in use, by name; each stands before those below it."""
        return iter(self._in_use)

    @cached_property
    def _in_use(self) -> tuple[Tag, ...]:
        return tuple(sorted((t for t in self.tags.values() if not t.deleted), key=lambda t: (path(t.name), t.id)))

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, ...], Tag]:
        return {path(tag.name): tag for tag in reversed(self._in_use)}

    def named(self, name: str) -> Tag | None:
        """The tag of that name, upper and lower case alike."""
        return self._by_path.get(path(name))

    def below(self, name: str) -> tuple[Tag, ...]:
        """The tags of that name and under it: economy, economy/rates, economy/rates/fixed."""
        wanted = path(name)
        return tuple(tag for tag in self if path(tag.name)[: len(wanted)] == wanted)

    def pinned(self, key: int) -> Tag | None:
        """The tag on key `key` (1–9)."""
        return next((tag for tag in self if tag.key == key), None)

    def of(self, ids: Iterable[str]) -> tuple[Tag, ...]:
        """The tags that `ids` mean today: merged ones followed, deleted and unknown ones left out, none twice."""
        found = (self.tags.get(self.meant(i)) for i in ids)
        return tuple({tag.id: tag for tag in found if tag is not None and not tag.deleted}.values())

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names for `ids` in their order, as `of` says; an id that the codebook does not know stands for itself."""
        names = (tag.name if (tag := self.tags.get(self.meant(i))) else i for i in ids if not self._gone(i))
        return tuple(dict.fromkeys(names))

    def meant(self, tag_id: str) -> str:
        """The id that took the place of `tag_id` in merges, however many; `tag_id` itself where there were none."""
        seen = {tag_id}
        while (tag := self.tags.get(tag_id)) and tag.merged_into and tag.merged_into not in seen:
            tag_id = tag.merged_into
            seen.add(tag_id)
        return tag_id

    def meaning(self, tag_id: str) -> tuple[str, ...]:
        """The ids that mean the tag `tag_id` today: its own, and those of the tags that were merged into it."""
        return self._meaning.get(tag_id, (tag_id,))

    @cached_property
    def _meaning(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for tag_id in self.tags:
            meant = self.meant(tag_id)
            found[meant] = (*found.get(meant, ()), tag_id)
        return found

    def color(self, ids: Iterable[str]) -> str:
        """The colour that highlights with those tags have: that of the first one with a colour."""
        return next((tag.color for tag in self.of(ids) if tag.color), DEFAULT_COLOR)

    def gives(self, ids: tuple[str, ...], color: str) -> bool:
        """Is `color` due to the tags `ids`, also as they were before mergers?  If not, somebody chose it by itself."""
        own = self.tags.get(ids[0]) if ids else None
        return color == self.color(ids) or (own is not None and color == own.color)

    def _gone(self, tag_id: str) -> bool:
        tag = self.tags.get(self.meant(tag_id))
        return tag is not None and tag.deleted is not None
