"""The gutter: highlights that touch a row in, GUTTER cells out that say without any colour what is marked there.

cells   !  ✎  b  C  ▎        important · a note · second lane · first lane · bar · blank

A lane has the letter of a highlight's tag where it begins, and further down a line where the bar does not say enough.
Of three that overlap, the third is a "+": the key that goes through them shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.row import Row
from reader.ui.panes.marking import LANES
from reader.ui.pieces import Piece

if TYPE_CHECKING:
    from reader.annotations import Annotation, Codebook
    from reader.ui.panes.marking import Marking

PLAIN = "·"
"""The letter of a highlight without a tag."""


def gutter(
    row: Row, marking: Marking, focused: bool, lifted: Annotation | None, codebook: Codebook | None
) -> list[Piece]:
    """The cells of one row; `focused`: the sentence in focus is in it; `lifted`: the highlight that commands mean."""
    over = marking.annotations_over(row.span) if row.span.length else []
    if not over:
        return [Piece("    "), Piece("▎" if focused else " ", ("focus",)), Piece(" ")]
    begun = [annotation for annotation in over if row.span.has(annotation.span.start)]
    important = "!" if any(annotation.important for annotation in begun) else " "
    noted = "✎" if any(annotation.note for annotation in begun) else " "
    lanes = [_lane(lane, over, begun, marking, lifted, codebook) for lane in reversed(range(LANES))]
    bar = Piece("▌", ("focus",)) if focused else Piece("┃" if len(over) > 1 else "▎", ("gutter",))
    return [Piece(important, ("key",)), Piece(noted, ("gutter",)), *lanes, bar, Piece(" ")]


def _lane(
    lane: int,
    over: list[Annotation],
    begun: list[Annotation],
    marking: Marking,
    lifted: Annotation | None,
    codebook: Codebook | None,
) -> Piece:
    last = lane == LANES - 1
    if last and any(marking.lanes[annotation.id] > lane for annotation in begun):
        return Piece("+", ("gutter",))
    first = min((a for a in begun if marking.lanes[a.id] == lane), key=lambda a: a.span.start, default=None)
    if first is not None:
        role = "key" if lifted is not None and first.id == lifted.id else "gutter"
        return Piece(_letter(first, codebook), (role,))
    goes_on = lane > 0 and any(marking.lanes[annotation.id] == lane for annotation in over)
    return Piece("╎" if goes_on else " ", ("gutter",))


def _letter(annotation: Annotation, codebook: Codebook | None) -> str:
    """A sign of the first tag."""
    tags = codebook.of(annotation.tags) if codebook else ()
    return tags[0].letter if tags else PLAIN
