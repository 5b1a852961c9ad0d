"""What an article's marks say and what was found in it in, how much of that is right out.

The measure is the usual one for this task, so that a rule that helps one kind of article and harms another shows: a
quotation of three words or more is found when it and the answer share at least half of what they cover together, and
right when the speaker as written has the answer's head word, or when both have no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.quotations import Quotation, QuotationKind
from tests.quotations.golden import Answer

_OUTER = "\"“”„‘’'`«».,;:!?…—–- \n"
_PARAGRAPHS = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\w[\w’'-]*")
_BEHIND_HEAD = re.compile(r"\(|\s(?:who|which|that|whose|for|of|at|in|with|from|on|to|by|about|as)\s")
_POSSESSIVE = re.compile(r"[’']s$")


@dataclass(frozen=True)
class Score:
    """Counts over quotations; they add up."""

    marked: int = 0
    """Quotations that the article marks."""
    found: int = 0
    """Quotations that the engine names."""
    right: int = 0
    """Found, with the speaker that is marked."""
    known: int = 0
    """Marked quotations that say whom their speaker means."""
    meant: int = 0
    """Of these, found with that person."""

    def __add__(self, other: Score) -> Score:
        return Score(
            self.marked + other.marked,
            self.found + other.found,
            self.right + other.right,
            self.known + other.known,
            self.meant + other.meant,
        )

    @property
    def f1(self) -> float:
        """Quotations found with the right speaker, in per cent: precision and recall in one."""
        return 200 * self.right / ((self.marked + self.found) or 1)

    @property
    def persons(self) -> float:
        """Quotations given to the person who is meant, in per cent of those whose person is known."""
        return 100 * self.meant / (self.known or 1)


@dataclass(frozen=True)
class _Piece:
    """One paragraph's part of a quotation, without marks and outer punctuation."""

    start: int
    end: int
    speaker: str
    resolved: str

    def shared(self, other: _Piece) -> float:
        common = min(self.end, other.end) - max(self.start, other.start)
        return common / (max(self.end, other.end) - min(self.start, other.start))


def score(text: str, answers: Iterable[Answer], found: Iterable[Quotation]) -> Score:
    """One article's counts."""
    wanted = [piece for a in answers for piece in _pieces(text, a.start, a.words, a.speaker, a.resolved)]
    marked = [q for q in found if q.kind is not QuotationKind.REPORTED]
    got = [p for q in marked for p in _pieces(text, q.span.start, q.text, _written(q), q.resolved)]
    pairs = [(piece, _match(piece, got)) for piece in wanted]
    return Score(
        marked=len(wanted),
        found=len(got),
        right=sum(other is not None and same_head(piece.speaker, other.speaker) for piece, other in pairs),
        known=sum(bool(piece.resolved) for piece, _ in pairs),
        meant=sum(bool(p.resolved) and o is not None and same_head(p.resolved, o.resolved) for p, o in pairs),
    )


def same_head(one: str, other: str) -> bool:
    """Have the two mentions, or parts of them between commas, the same last word before any preposition?"""
    return one == other or bool(_heads(one) & _heads(other))


def _written(quotation: Quotation) -> str:
    return quotation.speaker.text if quotation.speaker else ""


def _pieces(text: str, start: int, words: str, speaker: str, resolved: str) -> Iterable[_Piece]:
    at = start
    for part in _PARAGRAPHS.split(words):
        at = text.index(part, at)
        inner = part.strip(_OUTER)
        if len(_WORD.findall(inner)) >= 3:
            first = text.index(inner, at)
            yield _Piece(first, first + len(inner), speaker, resolved)


def _match(piece: _Piece, others: list[_Piece]) -> _Piece | None:
    best = max(others, key=piece.shared, default=None)
    return best if best and piece.shared(best) >= 0.5 else None


def _heads(mention: str) -> set[str]:
    parts = (_WORD.findall(_BEHIND_HEAD.split(part, maxsplit=1)[0]) for part in " ".join(mention.split()).split(","))
    return {_POSSESSIVE.sub("", words[-1].casefold()) for words in parts if words}
