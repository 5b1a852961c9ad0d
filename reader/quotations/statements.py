"""The same statement in several articles: speakers in, groups of quotations that report one statement out.

Reports print a sentence whole, shortened, or in another translation.  What is nearly the same in words is one statement
wherever it stands.  Two articles that share one tell one story; in those, the clear best match of a quotation counts
even if little more than "add … to the fire" is common to both, as two translations share no more.  Who is said to have
said it may differ: that is worth knowing, too.

Wordings are compared once, and only with those that share two telling words close together, so that a folder that grows
costs what is new in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.quotations.likenesses import COMMON, Voice
from reader.quotations.quotation import Quotation, QuotationKind, Speaker, SpeakerKind
from reader.quotations.retellings import retold
from reader.quotations.wordings import Pair, Wording, wording
from reader.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Quotations from two articles or more that report one statement."""

    id: str
    """Stable while its central wording stays: `w-` and 10 hex digits."""
    quotations: tuple[Quotation, ...]
    """In order of article and place."""
    likeness: float
    """0-1, of the least alike wording and the central one: 1 is word for word, or shortened."""


def same_statements(speakers: Iterable[Speaker]) -> tuple[Statement, ...]:
    """What more than one article reports, in order of first appearance."""
    return Statements().among(speakers)


class Statements:
    """Finds the statements of a folder; what was compared once is remembered, so ask again when it has grown."""

    def __init__(self) -> None:
        self._wordings: dict[str, Wording] = {}
        """By the words that it was made of."""
        self._lines: dict[str, Wording] = {}
        self._having: dict[bool, dict[Pair, tuple[str, ...]]] = {True: {}, False: {}}
        """Lines with a pair of words, as long as they are few: of what is in marks, and of reported speech."""
        self._compared: set[tuple[str, bool]] = set()
        self._alike: dict[tuple[str, str], None] = {}

    def among(self, speakers: Iterable[Speaker]) -> tuple[Statement, ...]:
        """What more than one article reports, in order of first appearance; the same whatever was asked before."""
        speakers = tuple(speakers)
        if len({quotation.article_id for speaker in speakers for quotation in speaker.quotations}) < 2:
            return ()  # and nothing to remember: a book has tens of thousands of wordings
        voices: dict[tuple[str, bool, str], Voice] = {}
        for speaker in speakers:
            known = "" if speaker.kind is SpeakerKind.UNATTRIBUTED else speaker.id
            named = speaker.kind is SpeakerKind.PERSON
            for quotation in speaker.quotations:
                marked = quotation.kind is not QuotationKind.REPORTED
                said = self._wording(quotation.words, marked)
                # Those in marks come first: whatever has the same words is compared with the first of them.
                voice = voices.setdefault((said.line, not marked, known), Voice(said, known, named, marked))
                voice.quotations.append(quotation)
        everybody = [voices[key] for key in sorted(voices)]
        found = [_statement(everybody, star) for star in retold(everybody, self._alike)]
        return tuple(sorted(found, key=lambda statement: _place(statement.quotations[0])))

    @property
    def compared(self) -> int:
        """How many pairs of wordings were found worth a look so far: the work that was done."""
        return len(self._alike)

    def _wording(self, words: str, marked: bool) -> Wording:
        if words not in self._wordings:
            made = wording(words)
            self._wordings[words] = self._lines.setdefault(made.line, made)
        known = self._wordings[words]
        if (known.line, marked) not in self._compared:
            self._compared.add((known.line, marked))
            self._compare(known, marked)
        return known

    def _compare(self, made: Wording, marked: bool) -> None:
        """Take down which of the wordings so far share something with a new one."""
        near: dict[str, None] = {}
        for pair in made.pairs:
            for having in self._having.values():
                lines = having.get(pair, ())
                if len(lines) <= COMMON:
                    near.update(dict.fromkeys(lines))
            lines = self._having[marked].get(pair, ())
            if len(lines) <= COMMON:
                self._having[marked][pair] = (*lines, made.line)
        self._alike.update({(min(line, made.line), max(line, made.line)): None for line in near if line != made.line})


def _statement(voices: Sequence[Voice], star: Sequence[tuple[int, float]]) -> Statement:
    central = voices[star[0][0]]
    digest = hashlib.sha256(f"{central.wording.line}{central.speaker}".encode("utf-8", "surrogatepass")).hexdigest()
    quotations = (quotation for number, _ in star for quotation in voices[number].quotations)
    return Statement("w-" + digest[:10], tuple(sorted(quotations, key=_place)), min(likeness for _, likeness in star))


def _place(quotation: Quotation) -> tuple[str, Span]:
    return quotation.article_id, quotation.span
