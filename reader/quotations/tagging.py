"""Text between two spaces in, its tokens out: each a word, the word in lower case, and what it can be (`Tag`).

Articles are made of the same few thousand words: each stretch of text between two spaces is cut once, each word is
looked up in the lists once, and remembered.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from reader.quotations.lexicon import Tag, lines_of, tags, words_of

QUOTE = "“”"
"""The word that stands for a marked stretch."""
MASK = " "
"""What stands for a marked stretch among texts between spaces, because no such text can be it."""

Token: TypeAlias = tuple[str, str, int, int]
"""A word, the same in lower case, its tags, and those of them that rules begin with."""
NOTHING: Token = "", "", 0, 0

_NOTED = Tag.CASED | Tag.STOP | Tag.QUOTE | Tag.SAYING | Tag.THINKING | Tag.ACCORDING

_ABBREVIATIONS = frozenset(word for line in lines_of("abbreviations") for word in line.split())
_WORD = r"\w++(?:[-'&/.,:+]\w++)*+"
_TOKEN = re.compile(
    rf"{_WORD}(?:'(?!\S)|%|(?:(?<=\.[^\W\d_])|(?<=\b[A-Z]))\.)?"  # James'  5%  U.S.  J.
    rf"|[@#$£€]{_WORD}%?|\.\.\.+|--|\S"
)
_STOPS = frozenset({".", "?", "!", "…", "...", ")", "]"})
"""Words that may end a sentence."""
_PUNCTUATION = frozenset(",;:.?!…()[]{}—–―-•|/\\\"“”‘’'«»*_~") | {"--", "..."}
_ALWAYS: dict[str, tuple[Token, ...]] = {"": (), MASK: ((QUOTE, QUOTE, Tag.QUOTE, Tag.QUOTE),)}
_PIECES_KEPT = 1 << 15
_WORDS_KEPT = 1 << 16
_LONGEST_KEPT = 40
"""Characters of the longest piece that is remembered: what is longer is an address, and not met again."""


def tag_of(word: str) -> int:
    """What `word` can be, standing alone: see `Tag`."""
    return _words[word][2]


class _Pieces(dict[str, tuple[Token, ...]]):
    """The tokens of each text between two spaces."""

    def __missing__(self, piece: str) -> tuple[Token, ...]:
        if len(self) > _PIECES_KEPT:
            self.clear()
            self.update(_ALWAYS)
        found = (_words[piece],) if piece.isalpha() else tuple(map(_words.__getitem__, _cut(piece)))
        if len(piece) <= _LONGEST_KEPT:
            self[piece] = found
        return found


class _Words(dict[str, Token]):
    """The token that each word makes."""

    def __missing__(self, word: str) -> Token:
        if len(self) > _WORDS_KEPT:
            self.clear()
        lower = word.lower()
        tag = tags().get(lower, 0)
        if word != lower:
            tag |= Tag.CASED | Tag.CAPITAL if word[0].isupper() else Tag.CASED | (tag or _guess(word, lower))
        elif not tag:
            tag = _guess(word, lower)
        if lower.endswith("'s"):
            tag |= Tag.POSSESSIVE
        token = self[word] = word, lower, tag, tag & _NOTED
        return token


def _cut(piece: str) -> list[str]:
    """The words of `piece`; the full stop of an abbreviation belongs to it."""
    word, sign = piece[:-1], piece[-1]
    if word.isalpha() and (sign == "," or (sign == "." and len(word) > 1 and word not in _ABBREVIATIONS)):
        return [word, sign]
    words = _TOKEN.findall(piece)
    for i in range(len(words) - 1, 0, -1):
        if words[i] == "." and words[i - 1].rpartition("-")[2] in _ABBREVIATIONS:
            words[i - 1 : i + 1] = [words[i - 1] + "."]
    return words


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


_words = _Words()
_pieces = _Pieces(_ALWAYS)
tokens_of_piece = _pieces.__getitem__
"""The tokens of one text between two spaces."""
