"""An edit as a difference of fields: two versions of a record in, the fields that differ out, and on to any third.

Because only what was changed is written, two people (or windows) can edit one record at once and both keep their work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reader.annotations import Edit, now, to_record
from reader.annotations.records import Fields

_OWN = ("id", "schema", "rev", "modified")
"""Fields that follow from an edit and are no part of it."""


@dataclass(frozen=True, slots=True)
class Patch:
    """The fields of one record before and after; a patch that makes a record has all of its fields, `id` too."""

    id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    at: str = field(default_factory=now)
    """When the edit was made."""
    derived: bool = False
    """True for what the program worked out by itself (anchors): no new revision, and no step of the history."""

    @property
    def makes(self) -> bool:
        """Does it make a record, rather than change one?"""
        return "id" in self.after

    def inverse(self, at: str) -> Patch:
        """The patch that takes this one back at the time `at`; a record that was made stays as a tombstone."""
        if self.makes:
            return Patch(self.id, {"deleted": None}, {"deleted": at}, at)
        return Patch(self.id, self.after, self.before, at)

    def again(self, at: str) -> Patch:
        return replace(self, at=at)


def patch_of(edit: Edit) -> Patch:
    """The difference that `edit` makes; a record that is removed stays as a tombstone."""
    if edit.after is None:
        time = now()
        return Patch(edit.record.id, {"deleted": None}, {"deleted": time}, time)
    after = to_record(edit.after)
    if edit.before is None:
        return Patch(edit.after.id, {}, after, edit.after.modified)
    before = to_record(edit.before)
    changed = [key for key in after if key not in _OWN and after[key] != before.get(key)]
    old, new = ({key: record.get(key) for key in changed} for record in (before, after))
    return Patch(edit.after.id, old, new, edit.after.modified)


def patched(record: Fields | None, patch: Patch) -> Fields | None:
    """`record` (None: there is none) with `patch` made to it; None where there is nothing to make it to."""
    if record is None:
        return dict(patch.after) if patch.makes else None
    fields = {key: _agreed(key, patch.before.get(key), value, record.get(key)) for key, value in patch.after.items()}
    if patch.derived:
        return {**record, **fields}
    revision = max(int(record.get("rev", 0)) + 1, int(patch.after.get("rev", 0)))
    # Whoever edits a record that somebody else deleted meanwhile still has use for it.
    return {**record, "deleted": None, **fields, "rev": revision, "modified": patch.at}


def joined_notes(one: str, other: str) -> str:
    """Both notes, unless one of them says what the other says: nothing typed is lost."""
    if one in other:
        return other
    return one if other in one else f"{one}\n\n{other}"


def _agreed(key: str, before: Any, ours: Any, theirs: Any) -> Any:
    """The value of a field that we changed from `before` to `ours` and that is now `theirs`."""
    if theirs in (before, ours) or before is None:
        return ours
    if key == "tags":
        kept = [tag for tag in theirs if tag in ours or tag not in before]
        return kept + [tag for tag in ours if tag not in before and tag not in theirs]
    return joined_notes(theirs, ours) if key == "note" else ours
