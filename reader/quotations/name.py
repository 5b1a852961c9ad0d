"""One name where it stands: what the words around it say about it, found when somebody asks."""

from __future__ import annotations

from typing import NamedTuple

from reader.quotations.lexicon import Tag
from reader.quotations.tokens import Line

ARTICLES = frozenset({"the", "a", "an"})
GOVERNING = frozenset({"of", "for", "at", "in", "from", "on"})
"""Prepositions that make a name an addition to another noun."""
_OPENING = Tag.PREPOSITION | Tag.PARTICIPLE | Tag.ING
_NO_NOUN = Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB | Tag.PARTICIPLE | Tag.ING | Tag.DAY


class Name(NamedTuple):
    """One name in one place; a tuple, because an article has hundreds, and few of them are asked anything."""

    words: tuple[str, ...]
    """Without titles, nationalities and possessive endings."""
    title: str
    role: str
    possessive: bool
    order: int
    """Its first token as `Line.order` counts: cheaper than an offset."""
    sentence: int
    """Counted over the article."""
    line: Line
    begin: int
    end: int
    """The tokens of the line that it stands on, its titles included."""
    sentence_begin: int
    sentence_end: int
    nickname: str = ""
    """The "Red" of Colin “Red” Lopez."""

    @property
    def last(self) -> int:
        """The order of its last token."""
        return self.line.order(self.end - 1)

    @property
    def opens(self) -> bool:
        """True if the sentence begins with it, so that its capital says little."""
        return self.begin == self.sentence_begin

    @property
    def fronted(self) -> bool:
        """True for the "News" of "Asked by News, Lopez said", which is over before the subject comes."""
        line, start = self.line, self.sentence_begin
        if self.opens or not line.tags[start] & _OPENING or "," in line.words[start : self.begin]:
            return False
        return self.begin - start < 3 or "," in line.words[self.end : min(self.end + 6, self.sentence_end)]

    @property
    def heads(self) -> bool:
        """True if what follows leaves it the head of its phrase: "Lopez of Iowa", but not "Lopez campaign"."""
        return not self.possessive and (self.end >= self.sentence_end or self.line.tags[self.end] & _NO_NOUN != 0)

    @property
    def after_of(self) -> bool:
        """True behind "of" or "at the": the "Iowa" of "Lopez of Iowa"."""
        before = self.begin - 1
        if before > self.sentence_begin and self.line.lower[before] in ARTICLES:
            before -= 1
        return not self.opens and self.line.lower[before] in GOVERNING

    @property
    def apposed(self) -> bool:
        """True behind a comma: "the mayor of Northgate, Ines Calder"."""
        return not self.opens and self.line.words[self.begin - 1] == ","

    @property
    def age(self) -> str:
        """The "74" of "Ines Calder, 74,"."""
        words, end = self.line.words, self.end
        followed = end + 1 < self.sentence_end and words[end] == "," and words[end + 1].isdecimal()
        return words[end + 1] if followed else ""
