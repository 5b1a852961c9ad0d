"""What the cards of the highlights panel look like: an annotation and what is known of it in, rows out.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from reader.annotations import Annotation
from reader.text.width import cells
from reader.ui.looks import annotation_role
from reader.ui.panes.annotations_order import STATES, Heading
from reader.ui.panes.deck import Line
from reader.ui.panes.folding import folded
from reader.ui.pieces import Piece, clipped

QUOTE_ROWS = 3
NOTE_ROWS = 3
INDENT = 2


def highlight_rows(
    annotation: Annotation,
    tags: Sequence[str],
    width: int,
    *,
    marked: bool = False,
    source: str = "",
    speaker: str = "",
) -> list[Line]:
    """The words beside a bar of their colour, what belongs to them, and at the end a blank row.

    `marked` says that it is chosen for a command; `source` is the article's title where it has to be named; `speaker`
    is the name of whoever says the words.
    """
    bar = Piece("▎ ", (annotation_role(annotation.color),))
    first = Piece("✓ ", ("key",)) if marked else bar
    inner = width - INDENT
    words = folded(annotation.target.exact, inner, QUOTE_ROWS)
    rows: list[Line] = [[bar if n else first, Piece(row)] for n, row in enumerate(words)]
    rows.append([Piece(" " * INDENT), *_about(annotation, tags, inner, speaker)])
    rows += [
        [Piece("  ✎ " if n == 0 else "    ", ("key",)), Piece(row, ("em",))]
        for n, row in enumerate(folded(annotation.note, inner - 2, NOTE_ROWS) if annotation.note else ())
    ]
    if state := STATES[annotation.anchor.state]:
        rows.append([Piece(" " * INDENT), Piece(clipped(f"⚠ {state}", inner), ("error",))])
    if source:
        rows.append([Piece(" " * INDENT), Piece(clipped(source, inner), ("muted",))])
    return [*rows, []]


def _about(annotation: Annotation, tags: Sequence[str], width: int, speaker: str) -> Line:
    important = [Piece("! ", ("pending",))] if annotation.important else []
    said = [f"— {speaker}"] if speaker else []
    words = "  ".join([f"¶{annotation.target.paragraph}", *said, *(f"#{name}" for name in tags)])
    return [*important, Piece(clipped(words, width - 2 * len(important)), ("number",))]


def heading_rows(heading: Heading, width: int) -> list[Line]:
    """What stands above the first card of a group: its name, and at the right its size."""
    count = str(heading.count)
    name = clipped(heading.name, width - 1 - cells(count))
    gap = " " * (width - cells(name + count))
    return [[Piece(name, ("title",)), Piece(gap), Piece(count, ("number",))]]
