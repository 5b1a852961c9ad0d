"""The subject chain of an article: where a pronoun stands in, whom it most likely means out.

A pronoun goes on with the subject of the sentence before, or with whoever is speaking.  What tells the candidates
apart is weighed in `_Weights`; the weights were found on articles, not felt.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reader.quotations.cast import Cast, Entry
from reader.quotations.leading import leading
from reader.quotations.lexicon import words_of
from reader.quotations.name import Name
from reader.quotations.person_names import is_given_name
from reader.quotations.quotation import SpeakerKind

_WINDOW = 30
"""Names that a pronoun may reach back over."""
_ORDER = attrgetter("order")
_COMMON = words_of("organisation_nouns") | words_of("place_names")
_FARTHEST = 6
"""Sentences beyond which distance says nothing more."""


class _Weights:
    """What speaks for a candidate, in units of nothing in particular."""

    LEADS = 1.6
    SPEAKING = 1.3
    SPOKE = 0.0
    """Instead of SPEAKING, where another person has led a sentence since."""
    GENDER = 0.5
    SENTENCE = -0.5
    """For each sentence between a name and the nearest one."""
    NAME = -0.1
    """For each name between."""
    OWNER = -0.7
    DOUBTFUL = -1.2
    """For capitalised words of which nothing says that they are a person's name."""
    MOST = LEADS + SPEAKING + GENDER + 0.05
    """What speaks for nobody more than this: who is too far away for it need not be looked at."""


class Chain:
    """The names of an article in their order, and who has spoken so far."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._orders = [*map(_ORDER, cast.names)]
        self._leading: dict[int, frozenset[int]] = {}
        """By number of a sentence, which names lead it, as far as somebody has asked."""
        self._speaking: Entry | None = None
        self._heard_until = -1

    def spoke(self, entry: Entry | None, order: int) -> None:
        """Note who is speaking at `order`; None for somebody whom the cast does not know."""
        self._speaking, self._heard_until = entry, order

    def between(self, first: int, last: int) -> Sequence[Name]:
        """The names that begin in `[first, last]`."""
        return self._cast.names[bisect_left(self._orders, first) : bisect_left(self._orders, last + 1)]

    def before(self, order: int) -> Iterator[tuple[Name, Entry]]:
        """Names before `order`, nearest first, with their entries."""
        names, entry_of = self._cast.names, self._cast.entry_of
        i = bisect_left(self._orders, order)
        for name in reversed(names[max(0, i - _WINDOW) : i]):
            yield name, entry_of[name.order]

    def named(self, first: int, until: int) -> Iterator[tuple[Name, Entry]]:
        """Names that begin in `[first, until)`, with their entries."""
        for name in self.between(first, until - 1):
            yield name, self._cast.entry_of[name.order]

    def heard(self, first: int, until: int) -> Entry | None:
        """Who spoke last, if that was in `[first, until)` and nobody without a name has spoken since."""
        return self._speaking if first <= self._heard_until < until else None

    def named_since(self, order: int, until: int) -> bool:
        """True if a person is named in `(order, until)`, and not only as an owner."""
        names = self.between(order + 1, until - 1)
        return any(self._cast.entry_of[name.order].personal and not name.possessive for name in names)

    def led_since(self, order: int, until: int, whom: Entry | None = None) -> bool:
        """True if a person (this one, if `whom` is given) leads a sentence in `[order, until)`."""
        leading = (self._cast.entry_of[name.order] for name in self.between(order, until - 1) if self.leads(name))
        return any(entry is whom if whom else entry.personal for entry in leading)

    def leads(self, name: Name) -> bool:
        """True if `name` leads its sentence."""
        found = self._leading.get(name.sentence)
        if found is None:
            begin, end = name.line.order(name.sentence_begin), name.line.order(name.sentence_end)
            found = self._leading[name.sentence] = leading(self.between(begin, end - 1), self._cast.entry_of)
        return name.order in found

    def person(self, gender: str, order: int) -> Entry | None:
        """The likeliest person of `gender` ("f", "m" or "" for any) before `order`."""
        scores: dict[Entry, float] = {}
        best = -math.inf
        nearest = None
        speaking = _Weights.SPEAKING
        for steps, (name, entry) in enumerate(self.before(order)):
            if not entry.personal or (gender and entry.gender not in ("", gender)):
                continue
            nearest = name.sentence if nearest is None else nearest
            leads = self.leads(name)
            if leads and name.order > self._heard_until and entry is not self._speaking:
                speaking = _Weights.SPOKE
            distance = min(nearest - name.sentence, _FARTHEST)
            far = _Weights.SENTENCE * distance + _Weights.NAME * steps
            if best > far + _Weights.MOST:
                break
            score = _Weights.LEADS * leads + far
            score += _Weights.OWNER * name.possessive + _Weights.DOUBTFUL * is_doubtful(entry)
            score += _Weights.GENDER * (gender != "" and entry.gender == gender)
            score += speaking * (entry is self._speaking)
            if entry not in scores or scores[entry] < score:
                scores[entry] = score
                best = max(best, score)
        return max(scores, key=scores.__getitem__, default=None)

    def organisation(self, order: int) -> Entry | None:
        """The organisation that "it" means at `order`: the one that led the sentence before, or is speaking."""
        nearest = None
        for name, entry in self.before(order):
            nearest = name.sentence if nearest is None else nearest
            if nearest - name.sentence > 1:
                break
            if _speaks_for_many(entry) and (self.leads(name) or entry is self._speaking):
                return entry
        return None


def _speaks_for_many(entry: Entry) -> bool:
    """True for an organisation with a name: not for the "State" of "the State", nor for a place."""
    word = entry.words[-1].lower()
    common = len(entry.words) == 1 and (word in _COMMON)
    return entry.kind is SpeakerKind.ORGANISATION and not common


def is_doubtful(entry: Entry) -> bool:
    """True for the "Quill Fen" of which nothing is known but its capitals."""
    if entry.titled or entry.gender or is_given_name(entry.words[0]):
        return False
    return len(entry.places[-1].words) > 1  # nowhere by the family name alone
