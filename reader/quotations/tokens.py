"""Paragraphs as tokens: words, punctuation, and one token for each marked stretch; sentences as ranges of tokens.

Prose and its marked stretches in, one `Line` per paragraph out.  Why: what stands inside the marks must not be read
as if it were the reporter's own sentence, and rules over tokens are shorter and faster than rules over characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.quotations.lexicon import Tag, lines_of, tags
from reader.quotations.marks import Stretch
from reader.quotations.prose import Prose

QUOTE = "“”"
"""The word that stands for a marked stretch."""

_ABBREVIATIONS = "|".join(re.escape(word) for line in lines_of("abbreviations") for word in line.split())
_TOKEN = re.compile(
    rf"""
    (?:{_ABBREVIATIONS})\.(?!\w)            # Sen.
    | (?:[^\W\d_]\.)+[^\W\d_]\.?(?!\w)      # U.S.  J.D.  e.g.
    | [A-Z]\.(?=[\s-][A-Z“"])               # the J. of J. Smith
    | [@\#$£€]?\w+(?:[-'&/.,:+]\w+)*(?:'(?=\s))?[%]?
    | \.\.\.+ | -- | \S
    """,
    re.VERBOSE,
)
_ENDS = frozenset(".?!…")
_PUNCTUATION = frozenset(",;:.?!…()[]{}—–―-•|/\\\"“”‘’'«»*_") | {"--", "..."}


@dataclass(slots=True)
class Line:
    """One paragraph: parallel lists over its tokens, and its sentences as half-open ranges of them."""

    paragraph: int
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, int] = field(default_factory=dict)
    """Token index to index of the stretch that it stands for."""
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The sentence that holds `token`."""
        for start, end in self.sentences:
            if start <= token < end:
                return start, end
        return 0, len(self.words)


def lines_of_prose(prose: Prose, stretches: Sequence[Stretch]) -> list[Line]:
    """One line for each paragraph of `prose`."""
    lines = []
    upcoming = 0
    for index, paragraph in enumerate(prose.paragraphs):
        line = Line(index)
        at = paragraph.start
        while upcoming < len(stretches) and stretches[upcoming].paragraph == index:
            stretch = stretches[upcoming]
            _add_words(line, prose.plain, at, stretch.start)
            _add_quote(line, stretch, upcoming)
            at = stretch.end
            upcoming += 1
        _add_words(line, prose.plain, at, paragraph.end)
        _lower_headline(line)
        line.sentences = _sentences(line, prose.text, stretches)
        lines.append(line)
    return lines


def _add_words(line: Line, plain: str, start: int, end: int) -> None:
    table = tags()
    for match in _TOKEN.finditer(plain, start, end):
        word = match.group()
        lower = word.lower()
        line.words.append(word)
        line.lower.append(lower)
        line.tags.append(_tag(word, lower, table))
        line.starts.append(match.start())
        line.ends.append(match.end())


def _lower_headline(line: Line) -> None:
    """In a Line That Capitalises Every Word, a capital says nothing: verbs and small words lose it."""
    words = [tag for tag, word in zip(line.tags, line.words, strict=True) if word[0].isalpha()]
    capitals = sum(tag & Tag.CAPITAL != 0 for tag in words)
    if len(words) < 4 or capitals < 0.75 * len(words):
        return
    lowered = Tag.VERB | Tag.AUXILIARY | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.DETERMINER
    line.tags = [tag & ~Tag.CAPITAL if tag & lowered else tag for tag in line.tags]


def _add_quote(line: Line, stretch: Stretch, index: int) -> None:
    line.quotes[len(line.words)] = index
    line.words.append(QUOTE)
    line.lower.append(QUOTE)
    line.tags.append(Tag.QUOTE)
    line.starts.append(stretch.start)
    line.ends.append(stretch.end)


def _tag(word: str, lower: str, table: dict[str, int]) -> int:
    tag = table.get(lower, 0)
    first = word[0]
    if first.isupper():
        return tag | Tag.CAPITAL
    if tag:
        return tag
    if word in _PUNCTUATION:
        return Tag.PUNCTUATION
    if first.isdigit() or first in "$£€":
        return Tag.NUMBER
    if lower.endswith("ly") and len(lower) > 4:
        return Tag.ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return Tag.ING
    if lower.endswith("ed") and len(lower) > 4:
        return Tag.PARTICIPLE
    return 0


def _sentences(line: Line, text: str, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Cut at full stops, also at those that stand inside the closing mark of a stretch."""
    found = []
    start = 0
    last = len(line.words) - 1
    for i, word in enumerate(line.words):
        if i == last or (_is_end(line, i, word, text, stretches) and _may_begin(line, i + 1)):
            found.append((start, i + 1))
            start = i + 1
    return found


def _is_end(line: Line, i: int, word: str, text: str, stretches: Sequence[Stretch]) -> bool:
    if word in _ENDS or word == "...":
        return True
    if word == QUOTE:
        stretch = stretches[line.quotes[i]]
        return text[stretch.inner_start : stretch.inner_end].rstrip(" '’")[-1:] in _ENDS
    return word in (")", "]") and i > 0 and line.words[i - 1] in _ENDS


def _may_begin(line: Line, i: int) -> bool:
    word = line.words[i]
    return word == QUOTE or word[0].isupper() or word[0].isdigit() or word[0] in "([•—–―@#$£" or word in ("--", "-")
