"""What the cards of the highlights panel look like: an annotation and what is known of it in, rows out.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


GONE = "its article is not in the folder any more"


@dataclass(frozen=True, slots=True)
class About:
    """What a card says beside the highlight itself."""

    paragraph: int
    """Where it stands now; 0 for titles and bylines."""
    tags: Sequence[str] = ()
    speaker: str = ""
    """Who says the words."""
    source: str = ""
    """The article's title, where it has to be named."""
    gone: bool = False
    """True where there is no such article any more."""


def highlight_rows(annotation: Annotation, about: About, width: int, *, marked: bool = False) -> list[Line]:
    """The words beside a bar of their colour, what belongs to them, and at the end a blank row.

    `marked` says that it is chosen for a command.
    """
    bar = Piece("▎ ", (annotation_role(annotation.color),))
    first = Piece("✓ ", ("key",)) if marked else bar
    inner = width - INDENT
    words = folded(annotation.passage.exact, inner, QUOTE_ROWS)
    rows: list[Line] = [[bar if n else first, Piece(row)] for n, row in enumerate(words)]
    rows.append([Piece(" " * INDENT), *_facts(annotation, about, inner)])
    rows += [
        [Piece("  ✎ " if n == 0 else "    ", ("key",)), Piece(row, ("em",))]
        for n, row in enumerate(folded(annotation.note, inner - 2, NOTE_ROWS) if annotation.note else ())
    ]
    if state := GONE if about.gone else STATES[annotation.anchor.state]:
        rows.append([Piece(" " * INDENT), Piece(clipped(f"⚠ {state}", inner), ("error",))])
    if about.source:
        rows.append([Piece(" " * INDENT), Piece(clipped(about.source, inner), ("muted",))])
    return [*rows, []]


def _facts(annotation: Annotation, about: About, width: int) -> Line:
    important = [Piece("! ", ("pending",))] if annotation.important else []
    place = [f"¶{about.paragraph}"] if about.paragraph else []
    said = [f"— {about.speaker}"] if about.speaker else []
    words = "  ".join([*place, *said, *(f"#{name}" for name in about.tags)])
    return [*important, Piece(clipped(words, width - 2 * len(important)), ("number",))]


def heading_rows(heading: Heading, width: int) -> list[Line]:
    """What stands above the first card of a group: its name, and at the right its size."""
    count = str(heading.count)
    name = clipped(heading.name, width - 1 - cells(count))
    gap = " " * (width - cells(name + count))
    return [[Piece(name, ("title",)), Piece(gap), Piece(count, ("number",))]]
