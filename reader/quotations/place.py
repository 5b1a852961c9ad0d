"""The two values that rules speak in: where a marked stretch stands, and who says it by which rule.

Tuples, because every rule that looks at a stretch may make one.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import NamedTuple

from reader.quotations.lexicon import Tag
from reader.quotations.marks import Stretch
from reader.quotations.phrases import Phrase
from reader.quotations.prose import Prose
from reader.quotations.tokens import Line

_NO_WORD = Tag.QUOTE | Tag.PUNCTUATION
_BEGINS_TEXT = Tag.CASED
_DASHES = frozenset({"—", "–", "--", "-"})
_LONGEST_DATELINE = 12
"""Tokens up to the dash of "LIMA, May 5 (RNA) —"."""
_MAY_BE_SHORTENED = Tag.POSSESSIVE | Tag.PRONOUN


class Attribution(NamedTuple):
    """Speaker, cue and sources as ranges of prose, and the rule that found them."""

    rule: str
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    sources: tuple[tuple[int, int], ...] = ()
    cue_tokens: Phrase | None = None
    """The cue as tokens of the line that it stands in."""


class Place(NamedTuple):
    """Where a stretch stands: its line, its token, and the tokens of its sentence."""

    prose: Prose
    line: Line
    token: int
    start: int
    end: int
    stretch: Stretch
    before: int
    """Every tag that a token between the start of the sentence and the marks has."""
    last_character: str
    """The last character inside the marks: a comma there announces a speaker."""

    @property
    def alone(self) -> bool:
        """True if the sentence holds marked stretches and punctuation only."""
        return all(map(_NO_WORD.__and__, self.line.tags[self.start : self.end]))


def place_of(prose: Prose, line: Line, token: int, stretch: Stretch) -> Place:
    """Where `stretch`, the token `token` of `line`, stands."""
    start, end = line.sentence_at(token)
    if start == 0:
        start = _behind_dateline(line, token)
    last = prose.plain[stretch.inner_end - 1]
    if last in " '":
        last = prose.plain[stretch.inner_start : stretch.inner_end].rstrip(" '")[-1:]
    return Place(prose, line, token, start, end, stretch, reduce(or_, line.tags[start:token], 0), last)


def _behind_dateline(line: Line, token: int) -> int:
    """Where the text begins in "LIMA, May 5 (RNA) — Lopez said"; 0 if no place and agency stand before it."""
    if not line.tags or not line.tags[0] & Tag.CAPITAL:
        return 0
    for i in range(1, min(token, _LONGEST_DATELINE)):
        if line.lower[i] in _DASHES:
            told = line.lower[i - 1] == ")" or line.words[0].isupper()
            return i + 1 if told and line.tags[i + 1] & _BEGINS_TEXT and not line.tags[i + 1] & Tag.RELATIVE else 0
    return 0


def attribution(line: Line, rule: str, who: Phrase | None, cue: Phrase | None = None) -> Attribution:
    """`who` and `cue` are ranges of tokens; a possessive ending is left out of the speaker."""
    speaker = _words(line, who) if who else None
    return Attribution(rule, speaker, (line.start(cue[0]), line.end(cue[1] - 1)) if cue else None, (), cue)


def _words(line: Line, who: Phrase) -> tuple[int, int]:
    """Where the words of `who` stand in the prose, without the ending of a possessive or a shortened verb."""
    last = who[1] - 1
    end = line.end(last)
    if line.tags[last] & _MAY_BE_SHORTENED:
        word = line.lower[last]
        if "'" in word and (word.endswith("'s") or line.tags[last] & Tag.PRONOUN):
            end -= len(word) - word.rindex("'")
    return line.start(who[0]), end
