"""One name where it stands: what the words around it say about it, found when somebody asks."""

from __future__ import annotations

from typing import NamedTuple

from reader.quotations.lexicon import Tag
from reader.quotations.tagging import QUOTE
from reader.quotations.tokens import Line

ARTICLES = frozenset({"the", "a", "an"})
GOVERNING = frozenset({"of", "for", "at", "in", "from", "on"})
"""Prepositions that make a name an addition to another noun."""
OWNING = ("'s", "s'")
"""How a word ends that owns what follows it."""
KIN = frozenset(
    {"brother", "dad", "daughter", "father", "husband", "mam", "mom", "mother", "mum", "sister", "son", "twin", "widow"}
    | {"widower", "wife"}
)
"""Relatives who as a rule have one family name."""
_MARKS = "\"'“”‘’«»„‚"
_OPENING = Tag.PREPOSITION | Tag.PARTICIPLE | Tag.ING
_NO_NOUN = Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB | Tag.PARTICIPLE | Tag.ING | Tag.DAY
_BEFORE_ROLES = Tag.CLOSED | Tag.PUNCTUATION | Tag.QUOTE | Tag.VERB
_NO_ROLE = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.QUOTE | Tag.RELATIVE | Tag.CONJUNCTION | Tag.AUXILIARY


class Name(NamedTuple):
    """One name in one place; a tuple, because an article has hundreds, and few of them are asked anything."""

    words: tuple[str, ...]
    """Without titles, nationalities and possessive endings."""
    title: str
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
    office: str = ""
    """The "Mayor" of "Northgate's Mayor, Ines Calder,": capitals before its comma that are no name."""

    @property
    def last(self) -> int:
        """The order of its last token."""
        return self.line.order(self.end - 1)

    @property
    def possessive(self) -> bool:
        return self.line.words[self.end - 1].endswith(OWNING)

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
        before, start, lower = self.begin - 1, self.sentence_begin, self.line.lower
        if before > start and lower[before] in ARTICLES:
            before -= 1
        return before >= start and lower[before] in GOVERNING

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

    @property
    def nickname(self) -> str:
        """The "Red" of Colin “Red” Lopez."""
        if len(self.words) == self.end - self.begin:
            return ""
        inside = self.line.words[self.begin : self.end]
        return in_marks(self.line, self.begin + inside.index(QUOTE)) if QUOTE in inside else ""

    @property
    def role(self) -> str:
        """What the words beside it say that its bearer is: the "nurse" of "Maria Lopez, a nurse,"."""
        line, begin, end = self.line, self.begin, self.end
        if begin > self.sentence_begin and line.tags[begin - 1] & Tag.ROLE:
            return self._role_before()
        if self.office:
            return self.office
        if begin > self.sentence_begin + 1 and line.words[begin - 1] == "," and line.lower[begin - 2] in KIN:
            return line.lower[begin - 2]
        return self._role_after() if end + 1 < self.sentence_end and line.words[end] == "," else ""

    @property
    def offices(self) -> list[str]:
        """Every word of its title and role, in lower case."""
        return f"{self.title} {self.role}".lower().split()

    def _role_before(self) -> str:
        """ "foreign ministry spokeswoman" before Mao Ning."""
        tags, lower, end = self.line.tags, self.line.lower, self.begin
        i = end - 1
        while i > self.sentence_begin and end - i < 6 and not tags[i - 1] & _BEFORE_ROLES:
            if lower[i - 1].endswith(("'s", "'")):
                break
            i -= 1
        return " ".join(self.line.words[i:end])

    def _role_after(self) -> str:
        """The head of ", a spokeswoman for the ministry," behind it."""
        tags, words, begin = self.line.tags, self.line.words, self.end + 1
        if words[begin].isdecimal() and begin + 2 < self.sentence_end and words[begin + 1] == ",":
            begin += 2  # "Maria Lopez, 44, a nurse,"
        if self.line.lower[begin] in ARTICLES:
            begin += 1
        for i in range(begin, min(begin + 7, self.sentence_end)):
            if tags[i] & _NO_ROLE:
                break
            if tags[i] & Tag.ROLE and (i + 1 == self.sentence_end or not tags[i + 1] & Tag.CAPITAL):
                return " ".join(words[begin : i + 1])
        return ""


def in_marks(line: Line, token: int) -> str:
    """The words of the marked stretch that `token` stands for."""
    return line.plain[slice(*line.places[token])].strip(_MARKS)
