"""Paragraphs as tokens: words, punctuation, and one token for each marked stretch; sentences as ranges of tokens.

Prose and its marked stretches in, one `Line` per paragraph out.  Why: what stands inside the marks must not be read
as if it were the reporter's own sentence, and rules over tokens are shorter and faster than rules over characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.quotations.lexicon import Tag, lines_of, tags, words_of
from reader.quotations.marks import Stretch
from reader.quotations.prose import Paragraph, Prose

QUOTE = "“”"
"""The word that stands for a marked stretch."""

_ABBREVIATED = "|".join(rf"(?<=\b{re.escape(word)})" for line in lines_of("abbreviations") for word in line.split())
_WORD = r"\w++(?:[-'&/.,:+]\w++)*+"
_TOKEN = re.compile(
    r"[A-Za-z][a-z]*+(?=,? )|"  # most words, without looking any further
    + _WORD
    + rf"(?:(?=['.%])(?:'(?=\s)|%|(?:(?<=\.[^\W\d_])|(?<=\b[A-Z])|{_ABBREVIATED})\.))?"  # James'  5%  U.S.  J.  Sen.
    rf"|[@#$£€]{_WORD}%?|\.\.\.+|--|\S"
)
_REMEMBERED = 1 << 16
"""Words whose tags are kept."""
_LONGEST_HEADLINE = 40
_LONGEST = 120
"""Tokens of the longest sentence; what runs on is cut, so that no text can make a rule look back for ever."""
_ENDS = frozenset(".?!…")
_MAY_END = frozenset({".", "?", "!", "…", "...", ")", "]"})
_PUNCTUATION = frozenset(",;:.?!…()[]{}—–―-•|/\\\"“”‘’'«»*_~") | {"--", "..."}
_OPENERS = frozenset("([•—–―-@#$£")
_SMALL = Tag.VERB | Tag.ADVERB | Tag.AUXILIARY | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.DETERMINER
NOTED = Tag.CASED | Tag.STOP | Tag.QUOTE | Tag.SAYING | Tag.THINKING | Tag.ACCORDING


@dataclass(slots=True)
class Line:
    """One paragraph: parallel lists over its tokens, and its sentences as half-open ranges of them.

    `lower` and `tags` hold one more, for a token that is nothing: rules look one past either end without asking.
    """

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
    noted: list[int] = field(default_factory=list)
    """The tokens that rules begin with: capitals, marks that end sentences, stretches, words that report speech."""
    capitals: list[int] = field(default_factory=list)
    """The tokens with a capital that means something."""
    _starts: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def start(self, token: int) -> int:
        """Where `token` begins in the prose; found on first use, because most tokens are never asked."""
        if len(self._starts) <= token:
            self._locate(token)
        return self._starts[token]

    def end(self, token: int) -> int:
        """Where `token` ends in the prose."""
        return self.places[token][1] if token in self.places else self.start(token) + len(self.words[token])

    def order(self, token: int) -> int:
        """A number that grows with the place in the article, for comparing places without finding offsets."""
        return self.begin + token

    def token_at(self, offset: int) -> int:
        """The token that stands at `offset`, which is the place of one."""
        token = bisect_right(self._starts, offset) - 1
        if token < 0 or offset >= self.end(token):
            self.start(len(self.words) - 1)
            token = bisect_right(self._starts, offset) - 1
        return token

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The sentence that holds `token`."""
        at = bisect_right(self.sentences, (token, len(self.words) + 1)) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.words))

    def _locate(self, token: int) -> None:
        """Find where the tokens up to `token` begin."""
        starts, words, places = self._starts, self.words, self.places
        known = len(starts)
        at = self.end(known - 1) if known else self.begin
        for next_one in range(known, token + 1):
            if next_one in places:
                start, at = places[next_one]
            else:
                start = self.plain.index(words[next_one], at)
                at = start + len(words[next_one])
            starts.append(start)


def lines_of_prose(prose: Prose, stretches: Sequence[Stretch]) -> list[Line]:
    """One line for each paragraph of `prose`."""
    plain = prose.plain
    lines = []
    upcoming = 0
    for index, paragraph in enumerate(prose.paragraphs):
        first = upcoming
        while upcoming < len(stretches) and stretches[upcoming].paragraph == index:
            upcoming += 1
        line = Line(index, plain, paragraph.start, [], [], [], {}, {})
        if first == upcoming:
            _add_words(line, paragraph.start, paragraph.end)
        else:
            _add_all(line, paragraph, first, stretches[first:upcoming])
        _note(line)
        line.sentences = _sentences(line, stretches)
        lines.append(line)
    return lines


def _add_words(line: Line, start: int, end: int) -> None:
    words = _TOKEN.findall(line.plain, start, end)
    line.words += words
    line.tags += map(_TAGS.__getitem__, words)


def _add_all(line: Line, paragraph: Paragraph, first: int, inside: Sequence[Stretch]) -> None:
    """Add a paragraph that holds the stretches `inside`, the article's stretch number `first` and those behind it."""
    at = paragraph.start
    for number, stretch in enumerate(inside, first):
        _add_words(line, at, stretch.start)
        token = len(line.words)
        line.quotes[token] = number
        line.places[token] = (stretch.start, stretch.end)
        line.words.append(QUOTE)
        line.tags.append(Tag.QUOTE)
        at = stretch.end
    _add_words(line, at, paragraph.end)


def _note(line: Line) -> None:
    """Fill in what follows from words and tags alone.

    In a Line That Capitalises Every Word, a capital says nothing: verbs and small words lose it.
    """
    tags, words = line.tags, line.words
    line.noted = [i for i, tag in enumerate(tags) if tag & NOTED]
    line.lower = lower = words.copy()
    for i in line.noted:
        if tags[i] & Tag.CASED:
            lower[i] = words[i].lower()
            if tags[i] & Tag.CAPITAL:
                line.capitals.append(i)
    if _is_headline(line):
        line.tags = [tag & ~Tag.CAPITAL if tag & _SMALL else tag for tag in line.tags]
        line.capitals = [i for i in line.capitals if line.tags[i] & Tag.CAPITAL]
    line.lower.append("")
    line.tags.append(0)


def _is_headline(line: Line) -> bool:
    capitals, length = len(line.capitals), len(line.words)
    if length > _LONGEST_HEADLINE or capitals < 3 or capitals < 0.6 * length:
        return False
    words = sum(1 for word in line.words if word[0].isalpha())
    return words >= 3 and capitals >= 0.75 * words


class _Tags(dict[str, int]):
    """Word to tags, found once for each word: articles are made of the same few thousand."""

    def __missing__(self, word: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        lower = word.lower()
        spelling = (Tag.CASED if word != lower else 0) | (Tag.POSSESSIVE if lower.endswith("'s") else 0)
        tag = self[word] = _tag(word, lower) | spelling
        return tag


def tag_of(word: str) -> int:
    """What `word` can be, standing alone: see `Tag`."""
    return _TAGS[word]


def _tag(word: str, lower: str) -> int:
    tag = tags().get(lower, 0)
    first = word[0]
    if first.isupper():
        return tag | Tag.CAPITAL
    if tag:
        return tag
    if word in _PUNCTUATION:
        return Tag.PUNCTUATION | (Tag.STOP if word in _MAY_END else 0)
    if first.isdigit() or first in "$£€":
        return Tag.NUMBER if not word[-1].isalpha() else 0
    if lower.endswith("ly") and len(lower) > 4 and lower not in words_of("no_adverbs"):
        return Tag.ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return Tag.ING
    if lower.endswith("ed") and len(lower) > 4:
        return Tag.PARTICIPLE
    return 0


def _sentences(line: Line, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Cut at full stops, also at those that stand inside the closing mark of a stretch."""
    found = []
    start = 0
    tags, words = line.tags, line.words
    last = len(words) - 1
    for i in line.noted:
        if tags[i] & (Tag.STOP | Tag.QUOTE) and i < last and _is_end(line, i, stretches) and _may_begin(words[i + 1]):
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
