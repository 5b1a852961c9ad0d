"""Which document a mention means in its article: "the paper", "Its primary point" in, the name of the paper out.

Documents have no names to be known by; what tells that two mentions are one paper is their noun, and that the later one
is definite: "the paper", "this paper", or the paper of somebody where nobody's paper was spoken of before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.quotations.lexicon import words_of
from reader.quotations.name import OWNING
from reader.quotations.phrases import phrase_until
from reader.quotations.tokens import Line

_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_POSSESSIVE = ("its ", "their ")
_DOCUMENTS = words_of("document_nouns")
_PARTS = words_of("part_nouns")
_PREPOSITIONS = words_of("prepositions")


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    owned: bool
    """True for "the ministry's paper": the paper of somebody else is another one."""


class Documents:
    """Answers in document order, because it remembers which documents were spoken of."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._known: dict[str, _Known] = {}
        """The latest document of each noun."""

    def name_of(self, words: str, start: int) -> str:
        """The name of the document that the mention `words` at `start` in the prose means; "" if it means none."""
        tokens = words.lower().split()
        at = head_at(tokens)
        if tokens[at] in _DOCUMENTS:
            return self._name(words, tokens[at], tokens[:at])
        if words.lower().startswith(_POSSESSIVE) and tokens[at] in _PARTS:
            return self._whole(start)
        return ""

    def _name(self, words: str, noun: str, before: Sequence[str]) -> str:
        known = self._known.get(noun)
        owned = any(word.endswith(OWNING) for word in before)
        if known and (all(word in _DEFINITE for word in before) or (owned and not known.owned)):
            return known.name
        self._known[noun] = _Known(words, owned)
        return words

    def _whole(self, start: int) -> str:
        """The document that "its" means at `start`: the nearest one named before, in this paragraph or the last."""
        at = bisect_right(self._lines, start, key=lambda line: line.begin) - 1
        for line in (self._lines[at], self._lines[at - 1] if at else self._lines[at]):
            behind = line.token_at(start) if line is self._lines[at] else len(line)
            for i in range(behind - 1, -1, -1):
                if line.lower[i] in _DOCUMENTS:
                    phrase = phrase_until(line, i, line.sentence_at(i)[0]) or (i, i + 1)
                    words = line.plain[line.start(phrase[0]) : line.end(phrase[1] - 1)]
                    return self._name(words, line.lower[i], words.lower().split()[:-1])
        return ""


def head_at(tokens: Sequence[str]) -> int:
    """Where the noun stands that a phrase of lower-case words is about: before its first preposition."""
    return next((i for i, word in enumerate(tokens) if i and word in _PREPOSITIONS), len(tokens)) - 1
