"""What a list of articles says of each: made from the folder at once, completed as files are read and analysed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.library.catalogue import Entry

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019), rounded down for close reading."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One article of the library as it is listed."""

    entry: Entry
    title: str
    """The article's title; its file name until it has been read."""
    publisher: str = ""
    published: date | None = None
    words: int = 0
    highlights: int = 0
    quotations: int = 0
    """Direct and mixed ones."""
    reported: int = 0
    read: bool = False
    """Whether the rest is known already."""
    url: str = ""
    problem: str = ""
    """Why it cannot be shown, "" if it can."""

    @property
    def minutes(self) -> int:
        """Reading time, 0 while the length is unknown."""
        return -(-self.words // WORDS_A_MINUTE)
