"""What a command is, and the places where its keys count.  Plain data: importing this loads no Textual."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """What has the focus.  A place decides which commands a key can mean."""

    LIBRARY = "library"
    READING = "reading"
    CARET = "caret"
    SELECTION = "selection"
    SPEAKERS = "speakers"
    ANNOTATIONS = "annotations"
    CONTENTS = "contents"
    CODEBOOK = "codebook"


EVERYWHERE = frozenset(Place)
READING = frozenset({Place.READING})
CARET = frozenset({Place.CARET, Place.SELECTION})
TEXT = READING | CARET
FRESH_CARET = frozenset({Place.CARET})
SPEAKERS = frozenset({Place.SPEAKERS})
LIST = EVERYWHERE - TEXT
LISTED = frozenset({Place.ANNOTATIONS})
CODEBOOK = frozenset({Place.CODEBOOK})
PANELS = frozenset({Place.SPEAKERS, Place.ANNOTATIONS, Place.CONTENTS, Place.CODEBOOK})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the app can do.

    `action_<id>` (dashes as underscores) on the focused pane or else on the screen does it; commands of one family
    share `action_<does>`, which is told the id.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    group: str
    where: frozenset[Place] = EVERYWHERE
    help: str = ""
    hint: str = ""
    """A word for the footer; "" keeps it out."""
    does: str = ""
    takes_key: bool = False
    """True if the action is told which key was pressed (the last one of a chord)."""
    palette: bool = True

    @property
    def action(self) -> str:
        """Name of the method that does it."""
        return "action_" + (self.does or self.id).replace("-", "_")

    @property
    def arguments(self) -> int:
        """How many words the method is told: the command's id or the key, or nothing."""
        return int(bool(self.does) or self.takes_key)
