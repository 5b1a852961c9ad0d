"""Paragraphs as tokens: words, punctuation, and one token for each marked stretch; sentences as ranges of tokens.

Prose and its marked stretches in, one `Line` per paragraph out.  Why: what stands inside the marks must not be read
as if it were the reporter's own sentence, and rules over tokens are shorter and faster than rules over characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.quotations.lexicon import Tag, lines_of, tags
from reader.quotations.marks import Stretch
from reader.quotations.prose import Prose

QUOTE = "“”"
"""The word that stands for a marked stretch."""

_ABBREVIATED = "|".join(rf"(?<=\b{re.escape(word)})" for line in lines_of("abbreviations") for word in line.split())
_WORD = r"\w++(?:[-'&/.,:+]\w++)*+"
_TOKEN = re.compile(
    _WORD
    + rf"(?:(?=['.%])(?:'(?=\s)|%|(?:(?<=\.[^\W\d_])|(?<=\b[A-Z])|{_ABBREVIATED})\.))?"  # James'  5%  U.S.  J.  Sen.
    rf"|[@#$£€]{_WORD}%?|\.\.\.+|--|\S"
)
_REMEMBERED = 1 << 16
"""Words whose tags are kept."""
_LONGEST_HEADLINE = 40
_LONGEST = 120
"""Tokens of the longest sentence; what runs on is cut, so that no text can make a rule look back for ever."""
_ENDS = frozenset(".?!…")
_MAY_END = frozenset({".", "?", "!", "…", "...", QUOTE, ")", "]"})
_PUNCTUATION = frozenset(",;:.?!…()[]{}—–―-•|/\\\"“”‘’'«»*_~") | {"--", "..."}
_OPENERS = frozenset("([•—–―-@#$£")


@dataclass(slots=True)
class Line:
    """One paragraph: parallel lists over its tokens, and its sentences as half-open ranges of them."""

    paragraph: int
    plain: str
    begin: int
    """Where the paragraph begins in `plain`."""
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    quotes: dict[int, int] = field(default_factory=dict)
    """Token index to index of the stretch that it stands for."""
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Token index of a stretch to its place in the prose."""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def start(self, token: int) -> int:
        """Where `token` begins in the prose; found on first use, because most tokens are never asked."""
        if len(self._starts) < len(self.words):
            self._starts = self._located()
        return self._starts[token]

    def end(self, token: int) -> int:
        """Where `token` ends in the prose."""
        return self.places[token][1] if token in self.places else self.start(token) + len(self.words[token])

    def order(self, token: int) -> int:
        """A number that grows with the place in the article, for comparing places without finding offsets."""
        return self.begin + token

    def order_at(self, offset: int) -> int:
        """The order of the token that stands at `offset`."""
        self.start(0)
        return self.order(bisect_right(self._starts, offset) - 1)

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The sentence that holds `token`."""
        at = bisect_right(self.sentences, (token, len(self.words) + 1)) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.words))

    def _located(self) -> list[int]:
        starts = []
        at = self.begin
        for token, word in enumerate(self.words):
            if token in self.places:
                start, at = self.places[token]
            else:
                start = self.plain.index(word, at)
                at = start + len(word)
            starts.append(start)
        return starts


def lines_of_prose(prose: Prose, stretches: Sequence[Stretch]) -> list[Line]:
    """One line for each paragraph of `prose`."""
    lines = []
    upcoming = 0
    for index, paragraph in enumerate(prose.paragraphs):
        line = Line(index, prose.plain, paragraph.start)
        at = paragraph.start
        while upcoming < len(stretches) and stretches[upcoming].paragraph == index:
            stretch = stretches[upcoming]
            _add_words(line, at, stretch.start)
            _add_quote(line, stretch, upcoming)
            at = stretch.end
            upcoming += 1
        _add_words(line, at, paragraph.end)
        _lower_headline(line)
        line.sentences = _sentences(line, stretches)
        lines.append(line)
    return lines


def _add_words(line: Line, start: int, end: int) -> None:
    words = _TOKEN.findall(line.plain, start, end)
    line.words += words
    line.lower += map(str.lower, words)
    line.tags += map(_TAGS.__getitem__, words)


def _add_quote(line: Line, stretch: Stretch, index: int) -> None:
    token = len(line.words)
    line.quotes[token] = index
    line.places[token] = (stretch.start, stretch.end)
    line.words.append(QUOTE)
    line.lower.append(QUOTE)
    line.tags.append(Tag.QUOTE)


class _Tags(dict[str, int]):
    """Word to tags, found once for each word: articles are made of the same few thousand."""

    def __missing__(self, word: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        tag = self[word] = _tag(word, word.lower())
        return tag


def _tag(word: str, lower: str) -> int:
    tag = tags().get(lower, 0)
    first = word[0]
    if first.isupper():
        return tag | Tag.CAPITAL
    if tag:
        return tag
    if word in _PUNCTUATION:
        return Tag.PUNCTUATION
    if first.isdigit() or first in "$£€":
        return Tag.NUMBER if not word[-1].isalpha() else 0
    if lower.endswith("ly") and len(lower) > 4:
        return Tag.ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return Tag.ING
    if lower.endswith("ed") and len(lower) > 4:
        return Tag.PARTICIPLE
    return 0


def _lower_headline(line: Line) -> None:
    """In a Line That Capitalises Every Word, a capital says nothing: verbs and small words lose it."""
    if len(line) > _LONGEST_HEADLINE:
        return
    capitals = sum(1 for tag in line.tags if tag & Tag.CAPITAL)
    if capitals < 3 or capitals < 0.6 * len(line):
        return
    words = sum(1 for word in line.words if word[0].isalpha())
    if words < 3 or capitals < 0.75 * words:
        return
    lowered = Tag.VERB | Tag.AUXILIARY | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.DETERMINER
    line.tags = [tag & ~Tag.CAPITAL if tag & lowered else tag for tag in line.tags]


def _sentences(line: Line, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Cut at full stops, also at those that stand inside the closing mark of a stretch."""
    found = []
    start = 0
    last = len(line.words) - 1
    for i in [i for i, word in enumerate(line.words) if word in _MAY_END]:
        if i < last and _is_end(line, i, stretches) and _may_begin(line.words[i + 1]):
            found.append((start, i + 1))
            start = i + 1
    if start <= last:
        found.append((start, last + 1))
    if last < _LONGEST:
        return found
    return [(a, min(a + _LONGEST, end)) for start, end in found for a in range(start, end, _LONGEST)]


def _is_end(line: Line, i: int, stretches: Sequence[Stretch]) -> bool:
    word = line.words[i]
    if word == QUOTE:
        stretch = stretches[line.quotes[i]]
        return line.plain[stretch.inner_start : stretch.inner_end].rstrip(" '")[-1:] in _ENDS
    return word not in (")", "]") or (i > 0 and line.words[i - 1] in _ENDS)


def _may_begin(word: str) -> bool:
    return word in (QUOTE, "--") or word[0].isupper() or word[0].isdigit() or word[0] in _OPENERS


_TAGS = _Tags()
