"""How wide the columns of a table want to be: its first part in, widths for all of its parts out.

A very long table comes in parts, and nobody waits for the last of them: what they want is told from the first part and
a sample of the lines behind it, once.  A rare cell that wants more is wrapped as any other is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.article import Article, Block
from reader.article.displayed import Displayed
from reader.article.inline import table_of
from reader.text import Span
from reader.text.scripts import is_unspaced
from reader.text.width import cells

LONGEST_WORD = 24
"""Cells of a word for whose sake a table is rather made wider than the page."""
_SPREAD = 100
"""Lines that are looked at, evenly spread over all that is behind the first part."""
_LONGEST = 20
"""And the longest lines of the beginning of it."""
_BEGINNING = 1 << 20
_LEAD = re.compile(r"[ \t>]*")


@dataclass(frozen=True, slots=True)
class Wants:
    """For each column, in cells."""

    natural: list[int]
    """Enough so that nothing in it is wrapped."""
    least: list[int]
    """Enough so that no word in it is torn; very long ones, such as addresses, may be."""
    body: list[int]
    """As `natural`, of all rows but the head."""

    def columns(self, number: int) -> Wants:
        """For so many columns: a part may have more or fewer of them than the others."""
        more = [1] * (number - len(self.natural))
        return Wants(*((wanted + more)[:number] for wanted in (self.natural, self.least, self.body)))

    def joined(self, other: Wants) -> Wants:
        number = max(len(self.natural), len(other.natural))
        one, two = self.columns(number), other.columns(number)
        pairs = ((one.natural, two.natural), (one.least, two.least), (one.body, two.body))
        return Wants(*([max(pair) for pair in zip(*both, strict=True)] for both in pairs))


def wants(article: Article, first: Block) -> Wants:
    """What the table wants whose first part is `first`."""
    known = wants_of(table_of(article, first).rows, has_head=True)
    sample = tuple(_sample(article.text, first.span.end))
    if not sample:
        return known
    dashes = first.pieces[1].of(article.text)
    rest = replace(first, span=Span(sample[0].start, sample[-1].end), pieces=sample, info=dashes)
    return known.joined(wants_of(table_of(article, rest).rows, has_head=False))


def wants_of(rows: Sequence[tuple[Displayed, ...]], *, has_head: bool) -> Wants:
    """What these rows want."""
    columns, body = list(zip(*rows, strict=True)), list(zip(*rows[has_head:], strict=True))
    return Wants(
        [_natural(column) for column in columns],
        [_least(column) for column in columns],
        [_natural(column) for column in body] or [1] * len(columns),
    )


def _sample(text: str, end: int) -> Iterator[Span]:
    """Some of the lines that go on with a table behind `end`, in order."""
    end += text.startswith("\n", end)
    blank = text.find("\n\n", max(0, end - 1))
    behind = blank if blank >= 0 else len(text)
    if behind <= end:
        return
    starts = {text.rfind("\n", 0, end + (behind - end) * n // _SPREAD) + 1 for n in range(_SPREAD)}
    longest = sorted(_lines(text, end, min(behind, end + _BEGINNING)), reverse=True)[:_LONGEST]
    starts |= {start for _, start in longest}
    for start in sorted(start for start in starts if end <= start < behind):
        found = _LEAD.match(text, start, behind)
        stop = text.find("\n", start, behind)
        row = Span(found.end() if found else start, stop if stop >= 0 else behind)
        if "|" in row.of(text):
            yield row


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Length and start of each line."""
    for line in text[start:end].split("\n"):
        yield len(line), start
        start += len(line) + 1


def _natural(column: Iterable[Displayed]) -> int:
    return max(1, *(cells(line) for cell in column for line in cell.text.split("\n")))


def _least(column: Iterable[Displayed]) -> int:
    words = {word for cell in column for word in cell.text.split()}
    return max((min(LONGEST_WORD, _unbreakable(word)) for word in words), default=1)


def _unbreakable(word: str) -> int:
    return 2 if any(map(is_unspaced, word)) else cells(word)
