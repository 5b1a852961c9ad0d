"""The article: normalised source text, what is known about it, and its blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from reader.article.blocks import Blocks


class Format(StrEnum):
    """All that anything downstream has to know: every other format is converted to one of these once."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True)
class Article:
    """One text as read from one file.

    `text` is the normalised source: no byte order mark, newlines as `\\n`, unsafe characters replaced one for one, and
    nothing else; it never changes when we get cleverer, so offsets into it can be stored.
    """

    id: str
    """Path relative to the library, with `/`, safe to show and to print."""
    text: str
    format: Format
    blocks: Blocks = field(repr=False, compare=False)
    title: str = ""
    """As the article or its metadata gives it; else derived from the first words or the file's name."""
    title_derived: bool = False
    byline: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""
    replaced: Mapping[int, str] = field(default_factory=dict, repr=False, compare=False)
    """What stood in the file where `text` has a sign for a character that no terminal may be given, by offset."""
    notices: tuple[str, ...] = ()
    """What the reader must know about how it was read: "first 8 MB shown", "decoded as windows-1252 (a guess)"."""

    @cached_property
    def sha256(self) -> str:
        """Hex digest of `text` in UTF-8; names the version that offsets count in."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """Number of words, roughly: for reading times."""
        return sum(len(line.split()) for line in self.text.splitlines())
