"""Places marked with a letter: kept over restarts, and found again by their words when the text has been edited.

A place is described like a highlight, by the words from there to the end of its sentence and what stands around them,
so whatever finds highlights again finds places, too.  They are convenient and dispensable like all that is remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.annotations import Target, describe
from reader.article import Article
from reader.memory import Memory
from reader.text import Span

ENOUGH = 200
"""Characters that describe a place."""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One place.  A small letter can mean another place in each article, a capital means one in the whole library."""

    letter: str
    article_id: str
    target: Target

    def offset_in(self, article: Article) -> int | None:
        """Where it is in the present text; None if its words are gone.  Takes a while where the text has changed."""
        if self.target.text_sha256 == article.sha256:
            return self.target.span.start

        from reader.annotations import Anchor, Anchoring, Version
        from reader.article.words import displayed_text

        last = Anchor(self.target.text_sha256, self.target.span)
        anchoring = Anchoring(Version(article.text, article.sha256), shown=lambda: displayed_text(article))
        found = anchoring.anchor(self.target, last)
        return found.span.start if found.placed else next(iter(found.suggest), None)


def place_mark(letter: str, article: Article, words: Span) -> PlaceMark:
    """The mark for the start of `words`; ValueError where there are none."""
    return PlaceMark(letter, article.id, describe(article, Span(words.start, min(words.end, words.start + ENOUGH))))


class PlaceMarks:
    """The places of one library, latest first."""

    def __init__(self, library: Path, memory: Memory) -> None:
        self._library = library
        self._memory = memory
        kept = (_mark(record) for record in memory.place_marks(library))
        self._marks = [mark for mark in kept if mark]

    def set(self, mark: PlaceMark) -> None:
        """Keep a place; the one that had its letter is forgotten."""
        self._marks = [mark, *(known for known in self._marks if not _same_letter(known, mark))]
        self._memory.remember_place_marks(self._library, [_record(known) for known in self._marks])

    def find(self, letter: str, article_id: str) -> PlaceMark | None:
        """The place with that letter in the article, else the latest one elsewhere."""
        named = [mark for mark in self._marks if mark.letter == letter]
        return next((mark for mark in named if mark.article_id == article_id), next(iter(named), None))


def _same_letter(one: PlaceMark, other: PlaceMark) -> bool:
    return one.letter == other.letter and (one.letter.isupper() or one.article_id == other.article_id)


def _record(mark: PlaceMark) -> list[object]:
    target = mark.target
    where = [target.text_sha256, target.span.start, target.span.end]
    return [mark.letter, mark.article_id, *where, target.exact, target.prefix, target.suffix, target.paragraph]


def _mark(record: object) -> PlaceMark | None:
    match record:
        case [str(letter), str(article), *described]:
            target = _target(described)
            return None if target is None else PlaceMark(letter, article, target)
    return None


def _target(described: list[object]) -> Target | None:
    match described:
        case [str(sha), int(start), int(end), str(exact), str(prefix), str(suffix), int(paragraph)] if (
            0 <= start <= end
        ):
            return Target(sha, Span(start, end), exact, prefix, suffix, paragraph)
    return None
