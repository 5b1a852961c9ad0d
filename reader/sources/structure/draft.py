"""A block while it is being judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.article import Kind
from reader.sources.wording import is_prose, size

_PARAGRAPH = Kind.PARAGRAPH
"""Named once: reaching a member of an enumeration takes longer than all the rest of asking whether a draft is open."""


@dataclass(slots=True)
class Draft:
    """One block of a text; its place is known, and the rules of this room settle what it is.

    Drafts change while they are judged; nobody outside this room sees them.
    """

    pieces: list[tuple[int, int]]
    """Start and end of its source lines, without a list marker."""
    blanks: int
    """Blank lines before it."""
    text: str
    """Its words on one line."""
    kind: Kind = _PARAGRAPH
    marker: tuple[int, int] | None = None
    rule: str = ""
    """For chrome: what said so."""
    size: int = field(init=False)
    is_prose: bool = field(init=False)

    def __post_init__(self) -> None:
        self.size = size(self.text)
        self.is_prose = is_prose(self.text, self.size)

    @property
    def start(self) -> int:
        return self.marker[0] if self.marker else self.pieces[0][0]

    @property
    def is_item(self) -> bool:
        return self.marker is not None

    @property
    def is_open(self) -> bool:
        """Nothing has been said about it yet."""
        return self.kind is _PARAGRAPH and self.marker is None

    @property
    def is_text(self) -> bool:
        """A paragraph of running text, as far as is known."""
        return self.is_prose and self.kind is _PARAGRAPH

    def become_item(self, source: str, marker: tuple[int, int], start: int) -> None:
        """Make it a list item: `marker` is taken out of its words, which begin at `start`."""
        self.marker = marker
        self.pieces[0] = (start, self.pieces[0][1])
        self.text = " ".join([source[start:end] for start, end in self.pieces])

    def become_chrome(self, rule: str) -> None:
        """Make it site furniture, its list marker one of its words again."""
        if self.marker:
            self.pieces[0] = (self.marker[0], self.pieces[0][1])
            self.marker = None
        self.kind, self.rule = Kind.CHROME, rule
