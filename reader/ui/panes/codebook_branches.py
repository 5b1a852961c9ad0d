"""The codebook as a tree in rows: tags in, a row for each and one for each level that is no tag itself, out.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reader.annotations import Codebook, Tag
from reader.annotations.tag import levels, path


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag, or the beginning that the names of some tags share ("economy" of economy/rates)."""

    name: str
    tag: Tag | None

    @property
    def depth(self) -> int:
        return len(levels(self.name)) - 1

    @property
    def leaf(self) -> str:
        """The last level of the name."""
        return levels(self.name)[-1]


def branches(codebook: Codebook) -> tuple[Branch, ...]:
    """Every tag in use by name, below what it belongs to."""
    found: list[Branch] = []
    seen: set[tuple[str, ...]] = set()
    for tag in codebook:
        names = levels(tag.name)
        above = ("/".join(names[:depth]) for depth in range(1, len(names)))
        found += [Branch(name, None) for name in above if path(name) not in seen]
        seen |= {path(tag.name)[:depth] for depth in range(1, len(names) + 1)}
        found.append(Branch(tag.name, tag))
    return tuple(found)
