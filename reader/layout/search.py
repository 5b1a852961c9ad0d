"""Finding in an article: on the words that a reader sees, so that neither markup nor the end of a row hides a match.

Block by block, from where one is to the end and then from the start, so that the nearest match is known first and
whoever asks can do something else between two blocks.  To see a block's words its inline markup must be parsed, which
is the slow part (seconds for 10 MB); so its source is searched first for the longest word of the query, with room for
markup between its letters, and only a block that has it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.article import Article, Block, Format, Kind
from reader.article.displayed import Displayed
from reader.article.inline import displayed
from reader.layout.hits import Hits
from reader.layout.query import Query, matches_in
from reader.text import Span

_PLAIN = re.compile(r"[^\s*_~`\\\[\]()<>!#&|+-]+")
"""Characters that stand in the source as they are shown."""
_BETWEEN_LETTERS = r"(?:[*_~`\\\[\]]|\]\((?:[^()\n]|\([^()\n]*\)){0,500}\)|\]\[[^\[\]]{0,100}\]){0,6}"
_ENTITY = re.compile(r"&[#\w]")


class Search:
    """A search that goes on for as long as somebody takes steps.  Raises BadQuery when it is made."""

    def __init__(self, article: Article, query: Query, begin: int = 0) -> None:
        """The first step looks at the block with source offset `begin`."""
        self.query = query
        self.hits = Hits()
        self.done = not query
        self.hits.searched = float(self.done)
        self._pattern = query.pattern()
        self._length = max(1, len(article.text))
        self._begin = begin
        self._blocks = _from(article, begin)
        self._article = article
        self._in_source = _source_pattern(query, article.format)

    def step(self) -> None:
        """Look at one block more."""
        shown = self.next_words()
        if shown is not None:
            self.take(shown, matches_in(shown.text, self._pattern))

    def next_words(self) -> Displayed | None:
        """The words of the next block; None if they cannot hold a match, or if this was the last block (`done`).

        For whoever has them matched elsewhere; what was found goes to `take`.
        """
        block = None if self.done else next(self._blocks, None)
        if block is None:
            self.done, self.hits.searched = True, 1.0
            return None
        self.hits.searched = (block.span.start - self._begin) % self._length / self._length
        return displayed(self._article, block) if self._may_match(block) else None

    def take(self, shown: Displayed, found: Iterable[Span]) -> None:
        """Keep matches in the words of one block that have a place in the source."""
        spans = (shown.source_span(span) for span in found)
        self.hits.add(span for span in spans if span.length)

    def _may_match(self, block: Block) -> bool:
        if block.kind is Kind.RULE:
            return False
        text, start, end = self._article.text, block.span.start, block.span.end
        if self._in_source is None or self._in_source.search(text, start, end):
            return True
        # an entity could stand for anything
        return self._article.format is Format.MARKDOWN and _ENTITY.search(text, start, end) is not None


def find(article: Article, wanted: str, *, regex: bool = False) -> list[Span]:
    """Every match of `wanted` in source offsets, in order, however long it takes.  Raises BadQuery."""
    search = Search(article, Query(wanted, regex))
    while not search.done:
        search.step()
    return list(search.hits)


def _from(article: Article, begin: int) -> Iterator[Block]:
    """Every block once: from the one at `begin` to the last, then from the first."""
    blocks = article.blocks
    blocks.reach(begin)
    first = number = blocks.index_at(begin)
    while blocks.has(number):
        yield blocks[number]
        number += 1
    for number in range(min(first, len(blocks))):
        yield blocks[number]


def _source_pattern(query: Query, form: Format) -> re.Pattern[str] | None:
    """The longest plain word of `query` as it may stand in the source; None if there is none to rely on."""
    word = "" if query.regex else max(_PLAIN.findall(query.words), key=len, default="")
    if not word:
        return None
    letters = []
    for character in word:
        # classes of both cases are several times faster than IGNORECASE
        cases = {character.lower(), character.upper()} if query.ignores_case else {character}
        if any(len(case) != 1 for case in cases):
            return None
        letters.append("[" + "".join(re.escape(case) for case in sorted(cases)) + "]")
    return re.compile((_BETWEEN_LETTERS if form is Format.MARKDOWN else "").join(letters))
