"""The words of a quotation folded into rows, those marked that another version does not have.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from reader.layout.wrap import wrap
from reader.quotations import Quotation, QuotationKind
from reader.text import Span
from reader.ui.panes.deck import Line
from reader.ui.pieces import Piece, Roles, clipped, total

LEAST = 4


def folded_words(quotation: Quotation, differing: Sequence[Span], width: int, most: int) -> list[Line]:
    """At most `most` rows of `width` cells, an ellipsis where more follows; `differing`: spans of `quotation.words`."""
    reported = quotation.kind is QuotationKind.REPORTED
    roles: Roles = ("quotation", "em") if reported else ("quotation",)
    text = quotation.words if reported else f"“{quotation.words}”"
    marks = differing if reported else [span.moved(1) for span in differing]
    lines = wrap(text, max(LEAST, width))
    rows = [_pieces(text, line, marks, roles) for line in lines[:most]]
    if len(lines) > most:
        last = rows[-1][-1]
        room = width - total(rows[-1][:-1])
        rows[-1][-1] = Piece(clipped(last.text + " " * (room + 1), room), last.roles)
    return rows


def _pieces(text: str, line: Span, marks: Sequence[Span], roles: Roles) -> Line:
    """A row of `text`, cut where marked words begin and end."""
    pieces: Line = []
    at = line.start
    for mark in marks:
        if part := mark.clipped(line):
            pieces += [Piece(text[at : part.start], roles), Piece(part.of(text), (*roles, "differs"))]
            at = part.end
    pieces.append(Piece(text[at : line.end].rstrip(), roles))
    return [piece for piece in pieces if piece.text] or [Piece("", roles)]
