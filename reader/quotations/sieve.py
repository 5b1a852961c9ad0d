"""Who says a marked stretch: rules in order of trust, the first that fits wins.

Lines of tokens in, one attribution per stretch out.  Every rule is a small function from a place to an attribution or
None, so that the order can be read in one table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reader.quotations.lexicon import Tag
from reader.quotations.marks import Stretch
from reader.quotations.phrases import (
    Phrase,
    first_phrase,
    is_cue_form,
    is_finite,
    phrase_from,
    phrase_until,
    subject_of,
)
from reader.quotations.prose import Prose
from reader.quotations.tokens import Line


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker and cue as stretches of prose, and the rule that found them."""

    rule: str
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    sources: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch stands: its line, its token, its sentence."""

    prose: Prose
    line: Line
    token: int
    start: int
    end: int
    stretch: Stretch

    @property
    def ends_with(self) -> str:
        inside = self.prose.text[self.stretch.inner_start : self.stretch.inner_end].rstrip(" '’")
        return inside[-1:]

    @property
    def alone(self) -> bool:
        """True if the sentence holds marked stretches and punctuation only."""
        tags = self.line.tags
        return all(tags[i] & (Tag.QUOTE | Tag.PUNCTUATION) for i in range(self.start, self.end))


def _attribution(line: Line, rule: str, who: Phrase, cue: Phrase | None) -> Attribution:
    start, end = line.starts[who[0]], line.ends[who[1] - 1]
    if line.lower[who[1] - 1].endswith("'s"):
        end -= 2
    spoken = (line.starts[cue[0]], line.ends[cue[1] - 1]) if cue else None
    return Attribution(rule, (start, end), spoken)


def _after(place: Place) -> Attribution | None:
    """Right behind the stretch: “…,” said Lopez; “…,” Lopez said; “…,” according to Lopez."""
    line, i = place.line, place.token + 1
    end = line.sentence_at(i)[1] if i < len(line) else i
    loose = place.ends_with in ",?!…" or place.token == place.start
    if i < end and line.lower[i] in (",", "—", "–", "--", "-"):
        loose = True
        i += 1
    return _attributed(line, i, end, "after") if loose else None


def _attributed(line: Line, i: int, end: int, rule: str) -> Attribution | None:
    """An attribution that begins at token `i`."""
    while i < end and line.tags[i] & Tag.ADVERB:
        i += 1
    if i >= end:
        return None
    if line.lower[i : i + 2] == ["according", "to"]:
        who = phrase_from(line, i + 2, end)
        return _attribution(line, rule + " according to", who, (i, i + 2)) if who else None
    if line.lower[i] == "as":
        i += 1
    if i < end and line.tags[i] & Tag.SAYING and not line.tags[i] & (Tag.ING | Tag.CAPITAL | Tag.BASE):
        who = phrase_from(line, i + 1, end)
        return _attribution(line, rule + " inverted", who, (i, i + 1)) if who else None
    who = phrase_from(line, i, end)
    if not who:
        return None
    if who[1] < end and is_finite(line, _skip_adverbs(line, who[1], end), i):
        verb = _main_verb(line, who[1], end)
        if not line.tags[verb] & Tag.AUXILIARY:
            return _attribution(line, rule, who, (verb, verb + 1))
        return None
    for verb in range(who[1], min(end, who[1] + 50)):
        if line.tags[verb] & Tag.SAYING and is_finite(line, verb, i):
            subject = subject_of(line, verb, i)
            if subject and subject[0] <= i + 1:
                return _attribution(line, rule + " apposed", subject, (verb, verb + 1))
    return None


def _skip_adverbs(line: Line, i: int, end: int) -> int:
    while i < end - 1 and line.tags[i] & (Tag.ADVERB | Tag.DAY):
        i += 1
    return i


def _main_verb(line: Line, i: int, end: int) -> int:
    while i < end - 1 and line.tags[i] & (Tag.ADVERB | Tag.AUXILIARY | Tag.DAY):
        i += 1
    return i


def _before(place: Place) -> Attribution | None:
    """A cue to the left in the same sentence: Lopez said the plan was “…”; Lopez, calling it “…”."""
    line, begin = place.line, place.start
    finite_between = False
    for i in range(place.token - 1, begin - 1, -1):
        tag = line.tags[i]
        if tag & Tag.QUOTE and i == begin:
            begin += 1
            break
        if not tag & (Tag.VERB | Tag.AUXILIARY | Tag.PARTICIPLE | Tag.PREPOSITION) or not _is_cue(
            line, i, finite_between
        ):
            finite_between = finite_between or is_finite(line, i, begin)
            continue
        if line.lower[i - 1 : i + 1] == ["according", "to"]:
            who = phrase_from(line, i + 1, place.token)
            return _attribution(line, "before according to", who, (i - 1, i + 1)) if who else None
        if tag & Tag.PARTICIPLE and line.lower[i + 1] == "by":
            who = phrase_from(line, i + 2, place.token)
        else:
            who = subject_of(line, i, begin)
        if who:
            return _attribution(line, "before", who, (i, i + 1))
        finite_between = True
    return None


def _is_cue(line: Line, i: int, finite_between: bool) -> bool:
    tag = line.tags[i]
    if line.lower[i] == "to":
        return i > 0 and line.lower[i - 1] == "according"
    if tag & Tag.SAYING:
        return is_cue_form(line, i)
    return bool(tag & Tag.NAMING) and not finite_between and is_cue_form(line, i)


def _trailing(place: Place) -> Attribution | None:
    """At the sentence's end: The plan is “…” and too late, Lopez said."""
    line = place.line
    for i in range(place.end - 2, place.token + 1, -1):
        if line.lower[i] in (",", "—", "–", "--"):
            found = _attributed(line, i + 1, place.end, "trailing")
            if found and found.cue:
                return found
    return None


def _colon(place: Place) -> Attribution | None:
    """A name and a colon: LOPEZ: “…”."""
    line = place.line
    i = place.token - 1
    if i <= place.start or line.lower[i] != ":":
        return None
    who = first_phrase(line, place.start, i)
    return _attribution(line, "colon", who, (i, i + 1)) if who else None


def _clause(place: Place) -> Attribution | None:
    """No cue at all: whoever is the subject of the clause that holds the stretch."""
    line = place.line
    if place.alone:
        return None
    for i in range(place.token - 1, place.start, -1):
        if is_finite(line, i, place.start):
            who = subject_of(line, i, place.start)
            if who:
                return _attribution(line, "clause subject", who, None)
    return None


def _possessor(place: Place) -> Attribution | None:
    """Lopez’s “…” plan."""
    line, i = place.line, place.token - 1
    if i >= place.start and line.lower[i].endswith("'s"):
        who = phrase_until(line, i, place.start)
        return _attribution(line, "possessor", who, None) if who else None
    return None


RULES: tuple[Callable[[Place], Attribution | None], ...] = (_after, _possessor, _before, _trailing, _colon, _clause)


def attributions(prose: Prose, lines: Sequence[Line], stretches: Sequence[Stretch]) -> list[Attribution]:
    """One attribution per stretch, in order; stretches without a rule of their own take one from a neighbour."""
    found: list[Attribution | None] = [None] * len(stretches)
    previous: Attribution | None = None
    for line in lines:
        for token, index in line.quotes.items():
            start, end = line.sentence_at(token)
            place = Place(prose, line, token, start, end, stretches[index])
            own = next((hit for rule in RULES if (hit := rule(place))), None)
            if stretches[index].continues and previous and not own:
                own = replace(previous, rule="continued")
            if own is None and place.alone:
                own = _carried(lines, place, previous)
            found[index] = own
            if own and own.speaker:
                previous = own
    return [hit or Attribution("none") for hit in found]


def _carried(lines: Sequence[Line], place: Place, previous: Attribution | None) -> Attribution | None:
    """From the sentence before: Lopez was angry. “…”"""
    line, position = place.line, place.start
    if position == 0:
        at = line.paragraph - 1
        if at < 0 or not lines[at].sentences:
            return previous and replace(previous, rule="carried")
        line = lines[at]
        position = len(line)
    start, end = line.sentence_at(position - 1)
    if any(line.tags[i] & Tag.QUOTE for i in range(start, end)):
        return previous and replace(previous, rule="carried")
    for i in range(end - 1, start - 1, -1):
        if line.tags[i] & (Tag.SAYING | Tag.NAMING) and is_cue_form(line, i):
            who = subject_of(line, i, start)
            if who:
                return _attribution(line, "sentence before", who, (i, i + 1))
    if previous:
        return replace(previous, rule="carried far")
    who = first_phrase(line, start, end)
    return _attribution(line, "subject before", who, None) if who else None
