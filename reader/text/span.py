"""The one currency: half-open ranges of code-point offsets into `Article.text`.

text     C l o s e   r e a d i n g
offset   0 1 2 3 4 5 6 7 ...
Span(6, 10).of(text) == "read"
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points; `start == end` is an empty place between two characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    @property
    def length(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def has(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if they share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def clipped(self, within: Span) -> Span | None:
        """The part inside `within`, or None where they share no character."""
        if not self.overlaps(within):
            return None
        return Span(max(self.start, within.start), min(self.end, within.end))


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection as it is made: it stays at `anchor` while `head` (the caret) moves, in either direction."""

    anchor: int
    head: int

    @property
    def span(self) -> Span:
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))

    @property
    def backwards(self) -> bool:
        return self.head < self.anchor

    def swapped(self) -> Selection:
        return Selection(self.head, self.anchor)

    def extended(self, head: int) -> Selection:
        return Selection(self.anchor, head)
