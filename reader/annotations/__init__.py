"""Annotations: records of what a person marked, where it stands now, and every change to them as a value.

Pure: no files here.  The store (library/) keeps records, this room says what they mean.
"""

from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.change import Change, Edit
from reader.annotations.tag import Codebook, Tag

__all__ = ["Anchor", "AnchorState", "Annotation", "Change", "Codebook", "Edit", "Tag", "Target"]
