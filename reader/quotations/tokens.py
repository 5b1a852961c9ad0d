"""Paragraphs as tokens: words, punctuation, and one token for each marked stretch; sentences as ranges of tokens.

Prose and its marked stretches in, one `Line` per paragraph out.  Why: what stands inside the marks must not be read
as if it were the reporter's own sentence, and rules over tokens are shorter and faster than rules over characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.quotations.lexicon import Tag
from reader.quotations.marks import Stretch
from reader.quotations.prose import Paragraph, Prose
from reader.quotations.tagging import MASK, QUOTE, pieces_of, tagged

_LONGEST_HEADLINE = 40
_LONGEST = 120
"""Tokens of the longest sentence; what runs on is cut, so that no text can make a rule look back for ever."""
_ENDS = frozenset(".?!…")
_OPENERS = frozenset("([•—–―-@#$£")
_SMALL = Tag.VERB | Tag.ADVERB | Tag.AUXILIARY | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.DETERMINER
_CASED, _CAPITAL, _ENDING = Tag.CASED, Tag.CAPITAL, Tag.STOP | Tag.QUOTE
_NOTED = Tag.CASED | Tag.STOP | Tag.QUOTE | Tag.SAYING | Tag.THINKING | Tag.ACCORDING


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
        starts, places, index = self._starts, self.places, self.plain.index
        known = len(starts)
        at = self.end(known - 1) if known else self.begin
        for next_one, word in enumerate(self.words[known : token + 1], known):
            if next_one in places:
                start, at = places[next_one]
                starts.append(start)
            else:
                at = index(word, at)
                starts.append(at)
                at += len(word)


def lines_of_prose(prose: Prose, stretches: Sequence[Stretch]) -> list[Line]:
    """One line for each paragraph of `prose`."""
    plain = prose.plain
    inside: dict[int, list[int]] = {}
    for number, stretch in enumerate(stretches):
        inside.setdefault(stretch.paragraph, []).append(number)
    lines = []
    for index, paragraph in enumerate(prose.paragraphs):
        numbers = inside.get(index, [])
        words, tags = tagged(_pieces(plain, paragraph, [stretches[number] for number in numbers]))
        line = Line(index, plain, paragraph.start, words, words.copy(), tags)
        ends = _note(line)
        if numbers:
            _place(line, ends, numbers, stretches)
        line.sentences = _sentences(line, ends, stretches)
        lines.append(line)
    return lines


def _pieces(plain: str, paragraph: Paragraph, stretches: Sequence[Stretch]) -> list[str]:
    """What stands between the spaces of `paragraph`, with one sign for each of its `stretches`."""
    if not stretches:
        return pieces_of(plain[paragraph.start : paragraph.end])
    pieces: list[str] = []
    at = paragraph.start
    for stretch in stretches:
        pieces += pieces_of(plain[at : stretch.start])
        pieces.append(MASK)
        at = stretch.end
    return pieces + pieces_of(plain[at : paragraph.end])


def _note(line: Line) -> list[int]:
    """Fill in what follows from words and tags alone; the tokens that may end a sentence.

    In a Line That Capitalises Every Word, a capital says nothing: verbs and small words lose it.
    """
    tags, words, lower, capitals, ends = line.tags, line.words, line.lower, line.capitals, []
    line.noted = [i for i, tag in enumerate(tags) if tag & _NOTED]
    for i in line.noted:
        tag = tags[i]
        if tag & _CASED:
            lower[i] = words[i].lower()
            if tag & _CAPITAL:
                capitals.append(i)
        elif tag & _ENDING:
            ends.append(i)
    if _is_headline(line):
        line.tags = tags = [tag & ~Tag.CAPITAL if tag & _SMALL else tag for tag in tags]
        line.capitals = [i for i in line.capitals if tags[i] & Tag.CAPITAL]
    lower.append("")
    tags.append(0)
    return ends


def _place(line: Line, ends: Iterable[int], numbers: Iterable[int], stretches: Sequence[Stretch]) -> None:
    """Say which of `line`'s tokens stand for which stretches."""
    marked = (token for token in ends if line.tags[token] & Tag.QUOTE)
    for token, number in zip(marked, numbers, strict=True):
        line.words[token] = line.lower[token] = QUOTE
        line.quotes[token] = number
        line.places[token] = stretches[number][:2]


def _is_headline(line: Line) -> bool:
    capitals, length = len(line.capitals), len(line.words)
    if capitals < 3 or length > _LONGEST_HEADLINE or capitals < 0.6 * length:
        return False
    words = sum(1 for word in line.words if word[0].isalpha())
    return words >= 3 and capitals >= 0.75 * words


def _sentences(line: Line, ends: Sequence[int], stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Cut at full stops, also at those that stand inside the closing mark of a stretch."""
    found = []
    start = 0
    words = line.words
    last = len(words) - 1
    for i in ends:
        if i < last and (words[i] == "." or _is_end(line, i, stretches)) and _may_begin(words[i + 1]):
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
    first = word[0]
    return first.isupper() or word in (QUOTE, "--") or first.isdigit() or first in _OPENERS
