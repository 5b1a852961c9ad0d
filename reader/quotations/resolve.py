"""Whom a mention means in its article: "He", "Lopez", "the spokeswoman" in, an entry of the cast or plain words out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reader.quotations.cast import Cast, Entry
from reader.quotations.lexicon import words_of
from reader.quotations.names import Name
from reader.quotations.quotation import SpeakerKind
from reader.quotations.tokens import Line

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "herself", "hers"})


class Resolver:
    """Answers in document order; it remembers who spoke last."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast = cast
        self._lines = lines
        self._starts = [name.start for name in cast.names]
        self._last: Entry | None = None
        self._last_at = -1
        self._known: dict[tuple[int, int], Entry | None] = {}

    def entry(self, words: str, start: int, end: int) -> Entry | None:
        """The member of the cast that the mention `words` at `[start, end)` means; None if nobody is known."""
        if (start, end) not in self._known:
            self._known[start, end] = self._find(words, start, end)
        found = self._known[start, end]
        if found:
            self._last, self._last_at = found, start
        return found

    def _find(self, words: str, start: int, end: int) -> Entry | None:
        lower = words.lower()
        if lower in _HE:
            return self._pronoun("m", start)
        if lower in _SHE:
            return self._pronoun("f", start)
        inside = self._names_within(start, end)
        if inside:
            return self._named(inside)
        return self._by_role(lower, start)

    def _names_within(self, start: int, end: int) -> list[Name]:
        i = bisect_left(self._starts, start)
        found = []
        while i < len(self._starts) and self._starts[i] < end:
            found.append(self._cast.names[i])
            i += 1
        return found

    def _named(self, inside: Sequence[Name]) -> Entry | None:
        """The last name that is no possessor: "Kyiv's spokesman Ivan Bilyk" is Bilyk."""
        return self._cast.entry_of.get(inside[-1].start)

    def _pronoun(self, gender: str, offset: int) -> Entry | None:
        best: tuple[float, Entry] | None = None
        i = bisect_left(self._starts, offset)
        for steps, name in enumerate(reversed(self._cast.names[max(0, i - 25) : i])):
            entry = self._cast.entry_of.get(name.start)
            if entry is None or entry.kind is not SpeakerKind.PERSON or entry.gender not in ("", gender):
                continue
            score = 2.0 * name.leads - 0.35 * steps + 0.5 * (entry.gender == gender) + 1.5 * (entry is self._last)
            if best is None or score > best[0]:
                best = (score, entry)
        if best is None:
            return None
        best[1].gender = best[1].gender or gender
        return best[1]

    def _by_role(self, lower: str, offset: int) -> Entry | None:
        heads = [word for word in lower.replace(",", " ").split() if word in words_of("role_nouns")]
        if not heads or not lower.startswith(("the ", "his ", "her ", "their ")):
            return None
        best: Entry | None = None
        for name in self._cast.names:
            if name.start > offset and best:
                break
            said = (name.title + " " + name.role).lower().split()
            if heads[0] in said:
                best = self._cast.entry_of.get(name.start, best)
        return best
