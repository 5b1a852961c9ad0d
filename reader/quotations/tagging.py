"""Text in, its words out, each with what it can be (`Tag`).

Articles are made of the same few thousand words, most of which stand between two spaces: what stands there is looked
up, and only what was never met before, or holds several words, is looked at character by character.
"""

from __future__ import annotations

import re

from reader.quotations.lexicon import Tag, lines_of, tags, words_of

QUOTE = "“”"
"""The word that stands for a marked stretch."""
MASK = " "
"""What stands for a marked stretch among texts between spaces, because no such text can be it."""

_ABBREVIATIONS = frozenset(word for line in lines_of("abbreviations") for word in line.split())
_WORD = r"\w++(?:[-'&/.,:+]\w++)*+"
_TOKEN = re.compile(
    rf"{_WORD}(?:'(?!\S)|%|(?:(?<=\.[^\W\d_])|(?<=\b[A-Z]))\.)?"  # James'  5%  U.S.  J.
    rf"|[@#$£€]{_WORD}%?|\.\.\.+|--|\S"
)
_STOPS = frozenset({".", "?", "!", "…", "...", ")", "]"})
"""Words that may end a sentence."""
_PUNCTUATION = frozenset(",;:.?!…()[]{}—–―-•|/\\\"“”‘’'«»*_~") | {"--", "..."}
_SEVERAL = -1
"""Instead of tags: this is not one word."""
_REMEMBERED = 1 << 16
_LONGEST_REMEMBERED = 40
"""Characters; what is longer is an address, and not met again."""


def tag_of(word: str) -> int:
    """What `word` can be, standing alone: see `Tag`."""
    tag = _table[word]
    return tag if tag != _SEVERAL else _tag(word)


def pieces_of(text: str) -> list[str]:
    """What stands between the spaces of `text`: words, and some with their punctuation."""
    sentences = f"{text} ".replace(", ", " , ").split(". ")
    for i, sentence in enumerate(sentences[:-1]):
        last = sentence[sentence.rfind(" ") + 1 :]
        sentences[i] += " ." if len(last) > 1 and last.isalpha() and last not in _ABBREVIATIONS else "."
    return " ".join(sentences).split()


def tagged(pieces: list[str]) -> tuple[list[str], list[int]]:
    """The words of `pieces`, and what each can be."""
    known = list(map(_table.__getitem__, pieces))
    several = known.count(_SEVERAL)
    if not several:
        return pieces, known
    words: list[str] = []
    found: list[int] = []
    done = 0
    for _ in range(several):
        at = known.index(_SEVERAL, done)
        cut = _cut(pieces[at])
        words += pieces[done:at]
        words += cut
        found += known[done:at]
        found += map(tag_of, cut)
        done = at + 1
    return words + pieces[done:], found + known[done:]


class _Table(dict[str, int]):
    """The tags of each text between two spaces."""

    def __missing__(self, piece: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        if piece == MASK:
            tag: int = Tag.QUOTE
        else:
            tag = _tag(piece) if piece.isalpha() or len(_cut(piece)) == 1 else _SEVERAL
        if len(piece) <= _LONGEST_REMEMBERED:
            self[piece] = tag
        return tag


def _cut(piece: str) -> list[str]:
    """The words of `piece`; the full stop of an abbreviation belongs to it."""
    words = _TOKEN.findall(piece)
    for i in range(len(words) - 1, 0, -1):
        if words[i] == "." and words[i - 1].rpartition("-")[2] in _ABBREVIATIONS:
            words[i - 1 : i + 1] = [words[i - 1] + "."]
    return words


def _tag(word: str) -> int:
    lower = word.lower()
    tag = tags().get(lower, 0)
    if word != lower:
        tag |= Tag.CASED | Tag.CAPITAL if word[0].isupper() else Tag.CASED | (tag or _guess(word, lower))
    elif not tag:
        tag = _guess(word, lower)
    return tag | Tag.POSSESSIVE if lower.endswith("'s") else tag


def _guess(word: str, lower: str) -> int:
    """What a word that no list has can be, by its characters."""
    if word in _PUNCTUATION:
        return Tag.PUNCTUATION | (Tag.STOP if word in _STOPS else 0)
    if word[0].isdigit() or word[0] in "$£€":
        return Tag.NUMBER if not word[-1].isalpha() else 0
    if lower.endswith("ly") and len(lower) > 4 and lower not in words_of("no_adverbs"):
        return Tag.ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return Tag.ING
    if lower.endswith("ed") and len(lower) > 4:
        return Tag.PARTICIPLE
    return 0


_table = _Table()
