"""The codebook as a table: a row for each tag, for appendices and for other programs for qualitative analysis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.annotations import Codebook
from reader.export.cells import table
from reader.reading import Reading

_COLUMNS = ("name", "description", "highlights", "color", "key", "created", "modified", "id")


def codebook_to_csv(readings: Sequence[Reading]) -> str:
    """Tags in the codebook's order, with the number of highlights in `readings`; "/" in names makes the hierarchy."""
    codebook = readings[0].codebook if readings else Codebook()
    used = Counter(tag.id for reading in readings for a in reading.annotations for tag in codebook.of(a.tags))
    rows = [
        (tag.name, tag.description, used[tag.id], tag.color, tag.key or "", tag.created, tag.modified, tag.id)
        for tag in codebook
    ]
    return table(_COLUMNS, rows)
