"""Blocks: what each stretch of the source is.  Leaves in source order, with the containers that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
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


class Blocks:
    """The blocks of one article, found batch by batch so that a first screen never waits for the last page.

    `grow()` takes one batch more; everything else answers for what is known so far.  `complete()` takes all.
    """

    def __init__(self, batches: Iterable[list[Block]]) -> None:
        self._batches: Iterator[list[Block]] = iter(batches)
        self._known: list[Block] = []
        self._starts: list[int] = []
        self.done = False

    def __len__(self) -> int:
        return len(self._known)

    def __getitem__(self, index: int) -> Block:
        return self._known[index]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._known)

    def grow(self) -> bool:
        """Take one batch more; True when every block is known."""
        if not self.done:
            batch = next(self._batches, None)
            if batch is None:
                self.done = True
            else:
                self._known += batch
                self._starts += [block.span.start for block in batch]
        return self.done

    def complete(self) -> Blocks:
        """All blocks, however long it takes."""
        while not self.grow():
            pass
        return self

    def reach(self, offset: int) -> None:
        """Grow until the block that holds `offset` is known."""
        while not self.done and (not self._known or self._known[-1].span.end <= offset):
            self.grow()

    def has(self, index: int) -> bool:
        """Whether there is a block `index`; grows until that is known."""
        while len(self._known) <= index and not self.grow():
            pass
        return index < len(self._known)

    def index_at(self, offset: int) -> int:
        """The known block that holds `offset`, or else the last one that starts before it; 0 for none."""
        return max(0, bisect_right(self._starts, offset) - 1)
