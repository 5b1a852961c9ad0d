"""Blocks: what each stretch of the source is.  Leaves in source order, with the containers that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from reader.text import Span


class Kind(StrEnum):
    """What a block is.  Lists and block quotes are containers; their paragraphs are paragraphs."""

    FRONT_MATTER = "front matter"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    HTML = "html"
    HASHTAGS = "hashtags"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Container:
    """A list item, block quote, footnote or definition around a block."""

    kind: Literal["item", "quote", "footnote", "definition"]
    marker: str = ""
    """What a reader should see before its first row: "•", "☑", "12.", "[1]"; empty for quotes."""
    opens: bool = False
    """True on the first block inside it: there the marker is shown, below it only its width."""
    checked: bool | None = None
    """For task-list items: done or not; None elsewhere."""


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the article: one kind, one span, and the pieces of it that hold words.

    `span` covers all of the block's source lines.  `pieces` are its content, a span for each source line, without
    markup at the line's start ("# ", "> ", "- "); they are in order and lie inside `span`.
    """

    kind: Kind
    span: Span
    pieces: tuple[Span, ...]
    level: int = 0
    """1–6 for headings, else 0."""
    containers: tuple[Container, ...] = ()
    """Outermost first."""
    gap: int = 1
    """Blank rows that belong before it (0 inside tight lists and between single-newline paragraphs kept tight)."""
    info: str = ""
    """For code its language; "term" for what a definition list explains; for chrome the rule that said so; for the
    second and further parts of a very long table the line of dashes below its head."""

    def __hash__(self) -> int:
        # the blocks of an article do not share a span, and hashing every piece takes time
        return hash(self.span)

    def raw(self, text: str) -> str:
        """The content lines joined by newlines: what inline parsing works on."""
        return "\n".join(piece.of(text) for piece in self.pieces)
