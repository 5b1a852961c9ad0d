"""Annotations: records of what a person marked, where it stands now, and every change to them as a value.

Pure: no files here.  The store (library/) keeps records, this room says what they mean.  The values are at hand at
once; what anchors and stores them is imported when it is first asked for, so that a first screen never waits for it.
"""

from typing import TYPE_CHECKING

from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.change import Change, Edit
from reader.annotations.correction import Action, Correction
from reader.annotations.selector import describe, trimmed
from reader.annotations.tag import Codebook, Tag
from reader.later import imported_later

if TYPE_CHECKING:
    from reader.annotations.anchoring import Anchoring, Texts
    from reader.annotations.comparison import Version
    from reader.annotations.identity import new_id, now
    from reader.annotations.records import (
        RecordError,
        correction_from_record,
        from_record,
        tag_from_record,
        to_record,
    )

__all__ = [
    "Action",
    "Anchor",
    "AnchorState",
    "Anchoring",
    "Annotation",
    "Change",
    "Codebook",
    "Correction",
    "Edit",
    "RecordError",
    "Tag",
    "Target",
    "Texts",
    "Version",
    "correction_from_record",
    "describe",
    "from_record",
    "new_id",
    "now",
    "tag_from_record",
    "to_record",
    "trimmed",
]

__getattr__ = imported_later(
    __name__,
    {
        "Anchoring": "anchoring",
        "Texts": "anchoring",
        "Version": "comparison",
        "new_id": "identity",
        "now": "identity",
        "RecordError": "records",
        "correction_from_record": "records",
        "from_record": "records",
        "tag_from_record": "records",
        "to_record": "records",
    },
)
