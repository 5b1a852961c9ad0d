"""Where the content of parsed lines stands in the source.

The parser tells line numbers and content without markers; here the content is found again in its line, exactly: a
container strips only what stands before it, so content is the end of its line.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from reader.text import Span

LARGEST = 20_000
"""Code points of one block; longer ones are cut between lines or words, so that no single block delays a screen."""


class Lines:
    """The lines of `part`, which starts at source offset `base`.  Answers are source spans."""

    def __init__(self, part: str, base: int) -> None:
        self._part = part
        self._base = base
        self._starts = [0, *accumulate(len(line) + 1 for line in part.split("\n"))]

    def start(self, line: int) -> int:
        """The source offset of a line's first character; of the line behind the last, the end."""
        return self._base + min(self._starts[line], len(self._part))

    def span(self, first: int, behind: int) -> Span:
        """The lines from `first` up to `behind`, without blank lines at their end and without the last newline."""
        while behind > first + 1 and not self.text(behind - 1).strip():
            behind -= 1
        return Span(self.start(first), self.start(behind - 1) + len(self.text(behind - 1)))

    def piece(self, line: int, content: str) -> Span:
        """Where `content` ends its line; blanks that the parser made from tabs are left out."""
        start, end = self._starts[line], min(self._starts[line + 1], len(self._part))
        for text in (content, content.lstrip(" \t")):
            at = self._part.rfind(text, start, end) if text.strip() else -1
            if at >= 0:
                return Span(self._base + at, self._base + at + len(text))
        at = self.start(line) + len(self.text(line))
        return Span(at, at)

    def behind(self, line: int, sign: str, content: str) -> Span:
        """The first `content` behind the first `sign` of a line: the words of "## words ##"."""
        at = self._part.find(sign, self._starts[line]) + len(sign)
        return self._found(content, at)

    def cut(self, line: int, skipped: int) -> Span:
        """A line without its first `skipped` characters, its newline and the blanks at both ends."""
        start, end = self._starts[line] + skipped, min(self._starts[line + 1], len(self._part))
        return self._found(self._part[start:end].strip(), start)

    def text(self, line: int) -> str:
        return self._part[self._starts[line] : self._starts[line + 1]].rstrip("\n")

    def _found(self, content: str, at: int) -> Span:
        start = self._base + self._part.find(content, at)
        return Span(start, start + len(content))


def portions(pieces: tuple[Span, ...], text: str, base: int) -> Iterable[tuple[Span, ...]]:
    """The pieces in groups of at most about LARGEST code points; a longer piece is cut behind a space."""
    if not pieces or pieces[-1].end - pieces[0].start <= LARGEST:
        yield pieces
        return
    group: list[Span] = []
    for piece in pieces:
        start = piece.start
        while piece.end - start > LARGEST:
            if group:
                yield tuple(group)
                group = []
            space = text.rfind(" ", start - base + 1, start - base + LARGEST)
            cut = base + space + 1 if space >= 0 else start + LARGEST
            yield (Span(start, cut),)
            start = cut
        if group and piece.end - group[0].start > LARGEST:
            yield tuple(group)
            group = []
        group.append(piece if start == piece.start else Span(start, piece.end))
    yield tuple(group)
