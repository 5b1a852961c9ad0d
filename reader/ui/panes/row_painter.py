"""One row of an article with its marks and gutter in, pieces with roles out.

cells   0…        left            left + GUTTER              width - 1
        margin    !✎bT▎ (gutter)  prefix and words           scroll bar (the pane's)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article import Kind
from reader.layout.marks import Mark, paint_runs
from reader.layout.row import Row
from reader.text import Span
from reader.ui.looks import annotation_role
from reader.ui.panes.gutter import gutter
from reader.ui.panes.marking import LIFTED
from reader.ui.pieces import Piece, Roles, slid

if TYPE_CHECKING:
    from reader.annotations import Annotation, Codebook
    from reader.layout.viewport import Window
    from reader.ui.panes.marking import Marking

KIND_ROLES: dict[Kind, Roles] = {
    Kind.TITLE: ("title",),
    Kind.HEADING: ("heading",),
    Kind.BYLINE: ("byline",),
    Kind.DATE: ("date",),
    Kind.CODE: ("code-block",),
    Kind.HTML: ("html",),
    Kind.HASHTAGS: ("hashtags",),
    Kind.CHROME: ("chrome",),
    Kind.FRONT_MATTER: ("front-matter",),
    Kind.RULE: ("rule",),
}
PREFIX_ROLES = {"quote": "quote-bar", "indent": "dim", "continuation": "dim", "fold": "chrome", "footnote": "number"}


@dataclass(frozen=True, slots=True)
class Moment:
    """What changes from key to key and is painted over everything else."""

    focus: Span | None = None
    selection: Span | None = None
    caret: int | None = None
    lifted: Annotation | None = None
    """The highlight that commands mean, where it could be another."""


def plain_code(row: Row) -> Sequence[Mark]:
    """No colours: what code has until somebody has found out which."""
    return ()


class RowPainter:
    """Says what stands in a row and which roles it plays; a palette gives them their look."""

    def __init__(self) -> None:
        self.code_marks: Callable[[Row], Sequence[Mark]] = plain_code
        """What looks different in a row of code."""

    def pieces(
        self,
        row: Row,
        marking: Marking,
        moment: Moment,
        codebook: Codebook | None,
        left: int,
        window: Window | None = None,
    ) -> list[Piece]:
        """The row from the left; the words begin at `left + GUTTER`.  `window`: what is seen of a row too wide."""
        own = KIND_ROLES.get(row.block.kind, ())
        if row.block.kind is Kind.HEADING and row.block.level > 2:
            own = ("subheading",)
        words = [Piece(part.text, (PREFIX_ROLES.get(part.role, part.role),)) for part in row.prefix]
        words += self._words(row, marking, moment, own)
        if window is not None and not row.is_blank:
            words = slid(words, window.shift, window.room, window.fixed)
        focused = moment.focus is not None and row.span.overlaps(moment.focus)
        return [Piece(" " * left), *gutter(row, marking, focused, moment.lifted, codebook), *words]

    def _words(self, row: Row, marking: Marking, moment: Moment, own: Roles) -> list[Piece]:
        marks = marking.lying_over(row.span) if row.span.length else []
        if row.block.kind is Kind.CODE:
            marks = [*self.code_marks(row), *marks]
        if moment.lifted is not None and moment.lifted.span.overlaps(row.span):
            marks = [*marks, Mark(moment.lifted.span, f"lifted {annotation_role(moment.lifted.color)}", LIFTED, "")]
        if moment.selection is not None and moment.selection.overlaps(row.span):
            marks = [*marks, Mark(moment.selection, "selection", 8, "")]
        at = moment.caret
        end_of_row = False
        here = at is not None and (row.span.start <= at < row.span.end or at == row.end)
        if at is not None and here:
            index = row.index_of(at)
            end_of_row = index >= len(row.text)
            marks = [*marks, Mark(Span(at, at + 1), "caret", 9, "")]
        pieces = [
            Piece(row.painted(start, end), (*own, *self._blended(roles)))
            for start, end, roles in paint_runs(row, marks)
        ]
        if end_of_row:
            return [*pieces, Piece(" ", ("caret",))]
        return pieces if here or row.end is not None else _without_last_blank(pieces)

    @staticmethod
    def _blended(roles: Roles) -> Roles:
        """The innermost highlight colours the words; that others lie there too is shown by a line under them.

        One that is lifted colours them before any other, and they are bold.
        """
        colors = [role for role in roles if role.startswith(("annotation-", "lifted "))]
        if len(colors) < 2:
            return roles
        lifted = colors[-1].startswith("lifted ")
        overlap = len(colors) > (2 if lifted else 1)  # the lifted one lies there twice
        look = (colors[-1].removeprefix("lifted "), *(["lifted"] if lifted else []), *(["overlap"] if overlap else []))
        first = roles.index(colors[0])
        return (*roles[:first], *look, *(role for role in roles[first:] if role not in colors))


def _without_last_blank(pieces: list[Piece]) -> list[Piece]:
    """A line is broken at a blank: painted with a mark's colour, it would fray the right edge."""
    if not pieces:
        return pieces
    *before, last = pieces
    return [*before, Piece(last.text.rstrip(" "), last.roles)]
