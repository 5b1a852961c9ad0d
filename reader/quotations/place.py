"""The two values that rules speak in: where a marked stretch stands, and who says it by which rule.

Tuples, because every rule that looks at a stretch may make one.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.quotations.lexicon import Tag
from reader.quotations.marks import Stretch
from reader.quotations.phrases import Phrase
from reader.quotations.prose import Prose
from reader.quotations.tokens import Line


class Attribution(NamedTuple):
    """Speaker, cue and sources as ranges of prose, and the rule that found them."""

    rule: str
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    sources: tuple[tuple[int, int], ...] = ()


class Place(NamedTuple):
    """Where a stretch stands: its line, its token, and the tokens of its sentence."""

    prose: Prose
    line: Line
    token: int
    start: int
    end: int
    stretch: Stretch

    @property
    def last_character(self) -> str:
        """The last character inside the marks: a comma there announces a speaker."""
        inside = self.prose.plain[self.stretch.inner_start : self.stretch.inner_end]
        return inside.rstrip(" '")[-1:]

    @property
    def alone(self) -> bool:
        """True if the sentence holds marked stretches and punctuation only."""
        tags = self.line.tags
        return all(tags[i] & (Tag.QUOTE | Tag.PUNCTUATION) for i in range(self.start, self.end))


def attribution(line: Line, rule: str, who: Phrase, cue: Phrase | None = None) -> Attribution:
    """`who` and `cue` are ranges of tokens; a possessive ending is left out of the speaker."""
    start, end = line.start(who[0]), line.end(who[1] - 1)
    last = line.lower[who[1] - 1]
    if last.endswith("'s") or (line.tags[who[1] - 1] & Tag.PRONOUN and "'" in last):
        end -= len(last) - last.rindex("'")
    return Attribution(rule, (start, end), (line.start(cue[0]), line.end(cue[1] - 1)) if cue else None)
