"""Displayed words put together piece by piece, each with its place in the source.

Text with or without a place comes in, one `Displayed` goes out; neighbours in both texts become one run.
"""

from __future__ import annotations

from dataclasses import replace

from reader.article.displayed import Displayed, Emphasis, Run
from reader.text import Span


class Builder:
    """Collects displayed text from its start to its end."""

    def __init__(self) -> None:
        self.length = 0
        """Displayed characters so far."""
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._emphases: list[Emphasis] = []

    def add(self, text: str, source: int) -> None:
        """Show `text`, which stands in the source from offset `source` on, character for character."""
        self._run(source, len(text))
        self.put(text)

    def put(self, text: str) -> None:
        """Show `text` that has no place in the source."""
        self._parts.append(text)
        self.length += len(text)

    def stand_in(self, text: str, source: int, spelled: int) -> None:
        """Show `text` for the `spelled` source characters from `source` on: an entity, the end of a line."""
        self._runs.append(Run(self.length, source, 1, spelled))
        self.put(text)

    def mark(self, start: int, role: str, target: str = "") -> None:
        """What has been shown since `start` looks different."""
        if start < self.length:
            self._emphases.append(Emphasis(Span(start, self.length), role, target))

    def append(self, shown: Displayed) -> None:
        """Show what has been put together elsewhere."""
        at = self.length
        self._runs += [replace(run, displayed=at + run.displayed) for run in shown.runs]
        self._emphases += [Emphasis(e.span.moved(at), e.role, e.target) for e in shown.emphases]
        self.put(shown.text)

    def build(self) -> Displayed:
        emphases = sorted(self._emphases, key=lambda emphasis: (emphasis.span.start, -emphasis.span.end))
        return Displayed("".join(self._parts), tuple(self._runs), tuple(emphases))

    def _run(self, source: int, length: int) -> None:
        if not length:
            return
        if self._runs:
            last = self._runs[-1]
            if last.displayed + last.length == self.length and last.source_end == source and not last.spelled:
                self._runs[-1] = Run(last.displayed, last.source, last.length + length)
                return
        self._runs.append(Run(self.length, source, length))
