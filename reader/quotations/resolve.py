"""Whom a mention means in its article: "He", "Lopez", "the spokeswoman" in, an entry of the cast or nobody out.

Pronouns follow the chain of subjects: whoever led the last sentences or spoke last, in the right gender.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from reader.quotations.cast import Cast, Entry
from reader.quotations.leading import leading
from reader.quotations.lexicon import lines_of, words_of
from reader.quotations.names import Name
from reader.quotations.quotation import SpeakerKind
from reader.quotations.tokens import Line

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_DEFINITE = ("the ", "his ", "her ", "their ", "that ", "this ")
_WINDOW = 30
"""Names that a pronoun may reach back over."""


class Resolver:
    """Answers in document order, because it remembers who was meant last."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast = cast
        self._lines = lines
        self._begins = [line.begin for line in lines]
        self._orders = [name.order for name in cast.names]
        self._leads = leading(cast)
        self._last: Entry | None = None
        """Who spoke last."""
        self._heard_until = -1
        """The order of the mention that said so."""
        self._known: dict[tuple[int, int], Entry | None] = {}

    def entry(self, words: str, start: int, end: int) -> Entry | None:
        """The member of the cast that the mention `words` at `[start, end)` means; None if nobody is known."""
        if (start, end) not in self._known:
            self._known[start, end] = self._find(words, self._order(start), self._order(end - 1))
        found = self._known[start, end]
        if found and found.kind is SpeakerKind.PERSON:
            self._last, self._heard_until = found, self._order(start)
        return found

    def _order(self, offset: int) -> int:
        line = self._lines[bisect_right(self._begins, offset) - 1]
        return line.order(line.token_at(offset))

    def _find(self, words: str, first: int, last: int) -> Entry | None:
        """Whom `words` mean; `first` and `last` are the orders of their first and last token."""
        lower = words.lower()
        if lower in _GENDER:
            return self._by_chain(_GENDER[lower], first)
        if lower in ("who", "which", "that"):
            name, entry = next(self._before(first), (None, None))
            return entry if name and name.heads else None
        return self._named(first, last) or self._by_role(lower, first)

    def _named(self, first: int, last: int) -> Entry | None:
        """The name that the mention ends with, or that it begins with before "of", a comma or a parenthesis."""
        inside = self._cast.names[bisect_left(self._orders, first) : bisect_right(self._orders, last)]
        if not inside:
            return None
        if inside[-1].last >= last and not inside[-1].after_of:
            return self._cast.entry_of.get(inside[-1].order)
        if inside[0].after_of or not inside[0].heads:
            return None
        return self._cast.entry_of.get(inside[0].order)

    def _before(self, order: int) -> Iterator[tuple[Name, Entry]]:
        """Names before `order`, nearest first, with their entries."""
        i = bisect_left(self._orders, order)
        for name in reversed(self._cast.names[max(0, i - _WINDOW) : i]):
            entry = self._cast.entry_of.get(name.order)
            if entry:
                yield name, entry

    def _by_chain(self, gender: str, order: int) -> Entry | None:
        """The likeliest person of `gender` before `order`."""
        scores: dict[int, tuple[float, Entry]] = {}
        nearest = None
        still_speaking = 1.3
        for steps, (name, entry) in enumerate(self._before(order)):
            if not entry.personal or (gender and entry.gender not in ("", gender)):
                continue
            nearest = name.sentence if nearest is None else nearest
            leads = name.order in self._leads
            if leads and name.order > self._heard_until and entry is not self._last:
                still_speaking = 0.3  # the reporter has turned to somebody else since
            distance = min(nearest - name.sentence, 6)
            score = 1.6 * leads - 0.5 * distance - 0.1 * steps - 0.7 * name.possessive
            score += 0.8 * (bool(gender) and entry.gender == gender) + still_speaking * (entry is self._last)
            if id(entry) not in scores or scores[id(entry)][0] < score:
                scores[id(entry)] = (score, entry)
        if not scores:
            return None
        best = max(scores.values(), key=lambda scored: scored[0])[1]
        best.gender = best.gender or gender
        return best

    def _by_role(self, lower: str, order: int) -> Entry | None:
        """ "the congresswoman": the nearest person before it who was given that title or role."""
        if not lower.startswith(_DEFINITE):
            return None
        head = next((word for word in reversed(lower.split()) if word in words_of("role_nouns")), "")
        if not head or lower.split()[-1] != head:
            return None
        alike = _synonyms().get(head, frozenset((head,)))
        for _, entry in self._before(order):
            if entry.personal and not alike.isdisjoint(entry.offices):
                return entry
        named_later = next((entry for entry in self._cast.entries if not alike.isdisjoint(entry.offices)), None)
        if named_later or head not in words_of("person_titles") or head.startswith("spokes"):
            return named_later
        return self._by_chain("", order)


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in lines_of("title_synonyms"):
        group = frozenset(line.split())
        for word in group:
            table[word] = table.get(word, frozenset()) | group
    return table
