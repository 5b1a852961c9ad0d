"""A block while it is being judged."""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import Kind
from reader.sources.wording import is_prose, size
from reader.text import Span


@dataclass(slots=True)
class Draft:
    """One block of a text; its place is known, and the rules of this room settle what it is.

    Drafts change while they are judged; nobody outside this room sees them.
    """

    pieces: list[Span]
    """Its source lines, without a list marker."""
    blanks: int
    """Blank lines before it."""
    text: str
    """Its words on one line."""
    marker: Span | None = None
    kind: Kind = Kind.PARAGRAPH
    rule: str = ""
    """For chrome: what said so."""
    size: int = 0
    is_prose: bool = False

    def __post_init__(self) -> None:
        self.size = size(self.text)
        self.is_prose = is_prose(self.text, self.size)

    @property
    def start(self) -> int:
        return self.marker.start if self.marker else self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def is_item(self) -> bool:
        return self.marker is not None

    @property
    def is_open(self) -> bool:
        """Nothing has been said about it yet."""
        return self.kind is Kind.PARAGRAPH and not self.is_item

    @property
    def is_text(self) -> bool:
        """A paragraph of running text, as far as is known."""
        return self.is_prose and self.kind is Kind.PARAGRAPH

    def become_item(self, source: str, marker: Span, start: int) -> None:
        """Make it a list item: `marker` is taken out of its words, which begin at `start`."""
        self.marker = marker
        self.pieces[0] = Span(start, self.pieces[0].end)
        self.text = " ".join(piece.of(source) for piece in self.pieces)

    def become_chrome(self, rule: str) -> None:
        """Make it site furniture, its list marker one of its words again."""
        if self.marker:
            self.pieces[0] = Span(self.marker.start, self.pieces[0].end)
            self.marker = None
        self.kind, self.rule = Kind.CHROME, rule
