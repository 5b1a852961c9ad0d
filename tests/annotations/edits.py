"""Edits of articles whose outcome is known: every word carries a name, so it can be found again wherever it went.

A manuscript is paragraphs of sentences of words.  Edits move words, drop them, and put in new ones (copies are new
ones too); afterwards the words that survived of a passage say where it stands.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from reader.text import Span

_numbers = count(1)


@dataclass(frozen=True)
class Word:
    text: str
    name: int = field(default_factory=lambda: next(_numbers))
    original: int = 0
    """Name of the word that this one is a copy of, 0 for none."""

    def copy(self) -> Word:
        return Word(self.text, original=self.original or self.name)


Sentence = list[Word]
Paragraph = list[Sentence]
Manuscript = list[Paragraph]
Edit = Callable[[Manuscript, "Writer"], None]


def manuscript_of(text: str) -> Manuscript:
    """A text cut at blank lines, sentence ends and spaces."""
    paragraphs = (re.split(r"(?<=[.!?”])\s+", line) for line in text.split("\n") if line.strip())
    return [[[Word(word) for word in one.split()] for one in paragraph if one.split()] for paragraph in paragraphs]


@dataclass(frozen=True)
class Printed:
    """A manuscript as text, and where each word stands in it."""

    text: str
    places: dict[int, Span]

    def hull(self, names: list[int]) -> Span | None:
        """From the first to the last of the words that are there."""
        spans = [self.places[name] for name in names if name in self.places]
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def printed(
    manuscript: Manuscript, space: str = " ", gap: str = "\n\n", retype: dict[int, str] | None = None
) -> Printed:
    """The text of a manuscript; `retype` replaces characters by others as typographers do."""
    parts: list[str] = []
    places: dict[int, Span] = {}
    at = 0
    for paragraph in manuscript:
        for sentence in paragraph:
            for word in sentence:
                shown = word.text.translate(retype or {})
                places[word.name] = Span(at, at + len(shown))
                parts += (shown, space)
                at += len(shown) + len(space)
        if paragraph:
            parts.append(gap)
            at += len(gap)
    return Printed("".join(parts), places)


@dataclass
class Writer:
    """Who edits: chance, other people's words, and the passage that edits aim at."""

    chance: random.Random
    vocabulary: list[str]
    other: Manuscript
    """Sentences of another article."""
    aim: tuple[int, int]
    """Paragraph and sentence near which edits are made."""

    def words(self, number: int) -> list[Word]:
        return [Word(self.chance.choice(self.vocabulary)) for _ in range(number)]

    def sentence(self) -> Sentence:
        return [word.copy() for word in self.chance.choice(self.chance.choice(self.other))]

    def paragraph(self) -> Paragraph:
        return [[word.copy() for word in sentence] for sentence in self.chance.choice(self.other)]

    def place(self, manuscript: Manuscript) -> tuple[int, int]:
        """A sentence: half of the time the one aimed at or one beside it, else any."""
        if self.chance.random() < 0.5:
            paragraph = max(0, min(len(manuscript) - 1, self.aim[0] + self.chance.choice((-1, 0, 0, 0, 1))))
            sentence = self.aim[1] + self.chance.choice((-1, 0, 0, 1))
        else:
            paragraph = self.chance.randrange(len(manuscript))
            sentence = self.chance.randrange(1000)
        return paragraph, max(0, min(len(manuscript[paragraph]) - 1, sentence))


def insert_words(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        at = writer.chance.randrange(len(manuscript[p][s]) + 1)
        manuscript[p][s][at:at] = writer.words(writer.chance.randint(1, 6))


def delete_words(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        at = writer.chance.randrange(max(1, len(manuscript[p][s])))
        del manuscript[p][s][at : at + writer.chance.randint(1, 5)]


def replace_words(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        at = writer.chance.randrange(max(1, len(manuscript[p][s])))
        number = writer.chance.randint(1, 4)
        manuscript[p][s][at : at + number] = writer.words(number)


def misspell(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p] and manuscript[p][s]:
        at = writer.chance.randrange(len(manuscript[p][s]))
        word = manuscript[p][s][at]
        if len(word.text) > 3:
            cut = writer.chance.randrange(1, len(word.text) - 1)
            manuscript[p][s][at] = Word(word.text[:cut] + word.text[cut + 1 :], word.name)


def insert_sentence(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    manuscript[p].insert(s + writer.chance.randint(0, 1), writer.sentence())


def delete_sentence(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        del manuscript[p][s]


def rewrite_sentence(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        manuscript[p][s] = writer.sentence()


def insert_paragraph(manuscript: Manuscript, writer: Writer) -> None:
    p, _ = writer.place(manuscript)
    manuscript.insert(p + writer.chance.randint(0, 1), writer.paragraph())


def delete_paragraph(manuscript: Manuscript, writer: Writer) -> None:
    if len(manuscript) > 2:
        del manuscript[writer.place(manuscript)[0]]


def move_paragraph(manuscript: Manuscript, writer: Writer) -> None:
    paragraph = manuscript.pop(writer.place(manuscript)[0])
    manuscript.insert(writer.chance.randint(0, len(manuscript)), paragraph)


def move_sentence(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        sentence = manuscript[p].pop(s)
        manuscript[writer.chance.randrange(len(manuscript))].append(sentence)


def duplicate_sentence(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    if manuscript[p]:
        copy = [word.copy() for word in manuscript[p][s]]
        if writer.chance.random() < 0.5:
            manuscript[p].insert(s + writer.chance.randint(0, 1), copy)
        else:
            manuscript[writer.chance.randrange(len(manuscript))].append(copy)


def duplicate_paragraph(manuscript: Manuscript, writer: Writer) -> None:
    copy = [[word.copy() for word in sentence] for sentence in manuscript[writer.place(manuscript)[0]]]
    manuscript.insert(writer.chance.randint(0, len(manuscript)), copy)


def split_paragraph(manuscript: Manuscript, writer: Writer) -> None:
    p, s = writer.place(manuscript)
    manuscript[p : p + 1] = [manuscript[p][:s], manuscript[p][s:]]


def join_paragraphs(manuscript: Manuscript, writer: Writer) -> None:
    p, _ = writer.place(manuscript)
    if p + 1 < len(manuscript):
        manuscript[p : p + 2] = [manuscript[p] + manuscript[p + 1]]


CHROME = (
    "We use cookies to improve your experience . Accept all",
    "Advertisement",
    "Share this article Facebook Twitter Email Copy link",
    "Read more : the ten stories that everybody talks about today",
    "Sign up for our newsletter and never miss the news",
    "Related : What we know so far",
    "© 2026 All rights reserved",
)


def other_chrome(manuscript: Manuscript, writer: Writer) -> None:
    """Furniture of a web page around and between paragraphs, as another saving leaves it."""
    for _ in range(writer.chance.randint(2, 6)):
        line = [Word(word) for word in writer.chance.choice(CHROME).split()]
        manuscript.insert(writer.chance.choice((0, len(manuscript), writer.chance.randint(0, len(manuscript)))), [line])


EDITS: tuple[Edit, ...] = (
    *(insert_words, delete_words, replace_words, misspell, insert_sentence, delete_sentence, rewrite_sentence),
    *(insert_paragraph, delete_paragraph, move_paragraph, move_sentence, duplicate_sentence, duplicate_paragraph),
    *(split_paragraph, join_paragraphs, other_chrome),
)

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "\u00a0": " "})
CURLY = str.maketrans({"'": "’", "-": "–"})
RETYPED: tuple[dict[int, str], ...] = ({}, {}, {}, STRAIGHT, CURLY)
SPACES = (" ", " ", " ", "  ", "\u00a0", "\n")
"""Words are put apart by one of these; a newline is what hard wrapping comes to."""
GAPS = ("\n\n", "\n\n", "\n", "\n\n\n", "\r\n".replace("\r", "")[:1] + " \n")
