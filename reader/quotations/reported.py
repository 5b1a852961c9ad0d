"""Reported speech without marks: Lopez said that it rained; It rained, Lopez said; According to Lopez, it rained.

Lines of tokens in, (line, start, end, attribution) for each reported clause out, in order.  Precision comes first: only
sentences without any marks, only verbs of saying, and only where the reported clause has a verb of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quotations.introduced import behind_label, label_at
from reader.quotations.lexicon import Tag
from reader.quotations.phrases import Phrase, phrase_from
from reader.quotations.place import Attribution, attribution
from reader.quotations.speaking import attributed
from reader.quotations.subjects import subject_of
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_finite

Reported = tuple[Line, int, int, Attribution]
_REPORTING = Tag.SAYING | Tag.THINKING | Tag.ACCORDING
_SHORTEST = 4
"""Tokens that a reported clause must have."""


def reported_speech(lines: Sequence[Line]) -> Iterator[Reported]:
    """Every reported clause, as a stretch of prose with its attribution."""
    for line in lines:
        turn = _turn(line)
        if turn:
            yield turn
            continue
        done = 0
        for i in line.noted:
            if i < done or not line.tags[i] & _REPORTING:
                continue
            start, end = line.sentence_at(i)
            found = None if any(start <= quote < end for quote in line.quotes) else _reported(line, i, start, end)
            if found:
                (a, b), who = found
                yield line, line.start(a), line.end(b - 1), who
                done = end


def _turn(line: Line) -> Reported | None:
    """One turn of a transcript: LOPEZ: It rained."""
    if line.quotes or len(line) < _SHORTEST + 2 or not line.tags[0] & Tag.CAPITAL or ":" not in line.words[:5]:
        return None
    end = line.end(len(line) - 1)
    label = label_at(line.plain, line.begin, end)
    if label is None or label.speaker is None:
        return None
    return line, behind_label(line.plain, label.speaker[1]), end, label


def _reported(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    while end > start and line.tags[end - 1] & Tag.PUNCTUATION:
        end -= 1
    if line.lower[cue] == "according":
        return _according(line, cue, start, end)
    if not is_finite(line, cue, start):
        return None
    found = _in_front(line, cue, start, end)
    return found or (_behind(line, cue, start, end) if line.tags[cue] & Tag.SAYING else None)


def _according(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    """According to Lopez, it rained; It rained, according to Lopez."""
    who = phrase_from(line, cue + 2, end) if line.lower[cue + 1 : cue + 2] == ["to"] else None
    if who is None:
        return None
    said = attribution(line, "reported according to", who, (cue, cue + 2))
    if cue == start and line.lower[who[1] : who[1] + 1] == [","]:
        return _clause(line, who[1] + 1, end, said)
    if line.lower[cue - 1] == "," and who[1] >= end - 1:
        return _clause(line, start, cue - 1, said)
    return None


def _in_front(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    """Lopez said on Monday that it rained."""
    told = line.lower[cue : cue + 2]
    untold = told[0] in ("tell", "tells", "told", "telling") and told[1:] in (["that"], ["if"], ["whether"])
    if untold or any(
        word in ("not", "never") or word.endswith("n't") for word in line.lower[max(start, cue - 2) : cue]
    ):
        return None
    begin = _complement(line, cue + 1, end)
    if begin and line.tags[cue] & Tag.THINKING and line.lower[begin] != "that" and not line.tags[begin] & Tag.PRONOUN:
        return None
    who = subject_of(line, cue, start) if begin else None
    if begin is None or who is None or line.tags[who[0]] & Tag.RELATIVE or line.lower[who[0]] in ("it", "i", "you"):
        return None
    rule = "reported" if line.tags[cue] & Tag.SAYING else "reported thought"
    return _clause(line, begin, end, attribution(line, rule, who, (cue, cue + 1)))


def _behind(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    """It rained, Lopez said."""
    for i in range(cue - 1, start, -1):
        if line.lower[i] == ",":
            said = attributed(line, i + 1, end, "reported after", strict=True)
            closes = said is not None and said.cue is not None and said.cue[0] == line.start(cue)
            closes = closes and said is not None and not said.rule.endswith("apposed")
            return _clause(line, start, i, said) if said and closes and _ends(line, cue, end) else None
    return None


def _ends(line: Line, cue: int, end: int) -> bool:
    """True if nothing but the speaker and a few circumstances follow the cue."""
    return end - cue < 12 and not any(is_finite(line, i, cue) for i in range(cue + 1, end))


def _complement(line: Line, i: int, end: int) -> int | None:
    """Where the clause begins that a verb of saying before `i` reports; None if it reports none."""
    for k in range(i, min(i + 9, end)):
        if line.lower[k] in ("that", "whether", "if"):
            return k
        if line.tags[k] & (Tag.PUNCTUATION | Tag.CONJUNCTION) or line.lower[k] == "to" or is_finite(line, k, i - 1):
            break
    while i < end and line.tags[i] & (Tag.ADVERB | Tag.DAY):
        i += 1
    who = phrase_from(line, i, end)
    if who and line.tags[i - 1] & Tag.VERB and who[1] < end and _verb_follows(line, who[1], end):
        return i
    if i < end and line.tags[i] & Tag.PRONOUN and line.tags[i] & Tag.AUXILIARY:
        return i
    return None


def _verb_follows(line: Line, i: int, end: int) -> bool:
    while i < end - 1 and line.tags[i] & Tag.ADVERB:
        i += 1
    return is_finite(line, i, 0)


def _clause(line: Line, start: int, end: int, said: Attribution) -> tuple[Phrase, Attribution] | None:
    """The words from `start` to `end` if they hold a verb, without a clause that only follows them."""
    while (
        start < end
        and line.tags[start] & (Tag.PUNCTUATION | Tag.CONJUNCTION)
        and line.lower[start] not in ("if", "whether")
    ):
        start += 1
    for i in range(start + _SHORTEST, end):
        if line.lower[i] == ";" or (line.lower[i] == "," and line.lower[i + 1 : i + 2] in (["but"], ["according"])):
            end = i
            break
    if end - start < _SHORTEST or not any(is_finite(line, i, start) for i in range(start + 1, end)):
        return None
    return (start, end), said
