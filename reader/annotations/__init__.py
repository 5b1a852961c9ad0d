"""Annotations: records of what a person marked, where it stands now, and every change to them as a value.

Pure: no files here.  The store (library/) keeps records, this room says what they mean.
"""

from reader.annotations.anchoring import Anchoring, Texts
from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.change import Change, Edit
from reader.annotations.comparison import Version
from reader.annotations.identity import new_id, now
from reader.annotations.records import RecordError, from_record, tag_from_record, to_record
from reader.annotations.selector import describe, trimmed
from reader.annotations.tag import Codebook, Tag

__all__ = [
    "Anchor",
    "AnchorState",
    "Anchoring",
    "Annotation",
    "Change",
    "Codebook",
    "Edit",
    "RecordError",
    "Tag",
    "Target",
    "Texts",
    "Version",
    "describe",
    "from_record",
    "new_id",
    "now",
    "tag_from_record",
    "to_record",
    "trimmed",
]
