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
from reader.quotations.verbs import has_finite, is_finite

Reported = tuple[Line, int, int, Attribution]
_REPORTING = Tag.SAYING | Tag.THINKING | Tag.ACCORDING
_OPENING_CLAUSE = frozenset({"that", "whether", "if"})
_TELLING = frozenset({"tell", "tells", "told", "telling"})
_DENYING = frozenset({"not", "never"})
NOBODY = frozenset({"it", "i", "you"})
"""Subjects that are nobody whose speech is reported."""
_BREAKING = frozenset({";", "but", "according"})
"""What begins a clause that is no longer reported; the words do so behind a comma."""
_CLOSING = Tag.PUNCTUATION | Tag.CONJUNCTION
_CIRCUMSTANCE = Tag.ADVERB | Tag.DAY
_VERBAL = Tag.VERB | Tag.PARTICIPLE | Tag.AUXILIARY
_REACH = 9
"""Tokens between a verb of saying and its "that"."""
_LONGEST_ENDING = 12
"""Tokens from a verb of saying to the end of its sentence, where it stands behind what is said."""
_LONGEST_LABEL = 5
"""Tokens up to the colon of "LOPEZ:"."""
_SHORTEST = 4
"""Tokens that a reported clause must have."""


def reported_speech(lines: Sequence[Line]) -> Iterator[Reported]:
    """Every reported clause, as a stretch of prose with its attribution."""
    for line in lines:
        turn = _turn(line) if ":" in line.words[1:_LONGEST_LABEL] else None
        if turn:
            yield turn
            continue
        tags = line.tags
        done = 0
        for i in line.noted:
            if tags[i] & _REPORTING and i >= done:
                start, end = line.sentence_at(i)
                marked = line.quotes and holds_marks(line, start, end)
                found = None if marked else _reported(line, i, start, end)
                if found:
                    (a, b), who = found
                    yield line, line.start(a), line.end(b - 1), who
                if found or marked:
                    done = end


def holds_marks(line: Line, start: int, end: int) -> bool:
    """True if a marked stretch stands in `[start, end)`."""
    return any(start <= quote < end for quote in line.quotes)


def _turn(line: Line) -> Reported | None:
    """One turn of a transcript: LOPEZ: It rained."""
    if line.quotes or len(line) < _SHORTEST + 2 or not line.tags[0] & Tag.CAPITAL:
        return None
    end = line.end(len(line) - 1)
    label = label_at(line.plain, line.begin, end)
    if label is None or label.speaker is None:
        return None
    return line, behind_label(line.plain, label.speaker[1]), end, label


def _reported(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    tags = line.tags
    according = tags[cue] & Tag.ACCORDING
    if not according and not is_finite(line, cue, start):
        return None
    while end > start and tags[end - 1] & Tag.PUNCTUATION:
        end -= 1
    if according:
        return _according(line, cue, start, end)
    found = _in_front(line, cue, start, end)
    return found or (_behind(line, cue, start, end) if tags[cue] & Tag.SAYING else None)


def _according(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    """According to Lopez, it rained; It rained, according to Lopez."""
    who = phrase_from(line, cue + 2, end) if line.lower[cue + 1] == "to" else None
    if who is None:
        return None
    if cue == start and line.lower[who[1]] == ",":
        clause = _clause(line, who[1] + 1, end)
    elif line.lower[cue - 1] == "," and who[1] >= end - 1:
        clause = _clause(line, start, cue - 1)
    else:
        return None
    return (clause, attribution(line, "reported according to", who, (cue, cue + 2))) if clause else None


def _in_front(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    """Lopez said on Monday that it rained."""
    tags, lower = line.tags, line.lower
    if (lower[cue] in _TELLING and lower[cue + 1] in _OPENING_CLAUSE) or _is_denied(line, cue, start):
        return None
    begin = _complement(line, cue + 1, end)
    if begin is None or (tags[cue] & Tag.THINKING and lower[begin] != "that" and not tags[begin] & Tag.PRONOUN):
        return None
    clause = _clause(line, begin, end)
    who = subject_of(line, cue, start) if clause else None
    if clause is None or who is None or tags[who[0]] & Tag.RELATIVE or lower[who[0]] in NOBODY:
        return None
    rule = "reported" if tags[cue] & Tag.SAYING else "reported thought"
    return clause, attribution(line, rule, who, (cue, cue + 1))


def _is_denied(line: Line, cue: int, start: int) -> bool:
    """True for "did not say" and "never said"."""
    lower = line.lower
    near, far = lower[cue - 1] if cue > start else "", lower[cue - 2] if cue - 1 > start else ""
    return near in _DENYING or far in _DENYING or near.endswith("n't") or far.endswith("n't")


def _behind(line: Line, cue: int, start: int, end: int) -> tuple[Phrase, Attribution] | None:
    """It rained, Lopez said."""
    if "," not in line.lower[start + 1 : cue] or not _ends(line, cue, end):
        return None
    comma = cue - 1
    while line.lower[comma] != ",":
        comma -= 1
    clause = _clause(line, start, comma)
    said = attributed(line, comma + 1, end, "reported after", strict=True) if clause else None
    if clause is None or said is None or said.cue_tokens is None or said.rule.endswith("apposed"):
        return None
    return (clause, said) if said.cue_tokens[0] == cue else None


def _ends(line: Line, cue: int, end: int) -> bool:
    """True if nothing but the speaker and a few circumstances follow the cue."""
    return end - cue < _LONGEST_ENDING and not has_finite(line, cue + 1, end, cue)


def _complement(line: Line, i: int, end: int) -> int | None:
    """Where the clause begins that a verb of saying before `i` reports; None if it reports none."""
    tags, lower = line.tags, line.lower
    for k in range(i, min(i + _REACH, end)):
        if lower[k] in _OPENING_CLAUSE:
            return k
        if tags[k] & _CLOSING or lower[k] == "to" or (tags[k] & _VERBAL and is_finite(line, k, i - 1)):
            break
    while i < end and tags[i] & _CIRCUMSTANCE:
        i += 1
    if i >= end:
        return None
    who = phrase_from(line, i, end) if tags[i - 1] & Tag.VERB else None
    if who and who[1] < end and _verb_follows(line, who[1], end):
        return i
    return i if tags[i] & Tag.PRONOUN and tags[i] & Tag.AUXILIARY else None


def _verb_follows(line: Line, i: int, end: int) -> bool:
    """True if a verb stands at `i`, past adverbs; no day is passed over, because "may" is one too."""
    while i < end - 1 and line.tags[i] & Tag.ADVERB:
        i += 1
    return is_finite(line, i, 0)


def _clause(line: Line, start: int, end: int) -> Phrase | None:
    """The words from `start` to `end` if they hold a verb, without a clause that only follows them."""
    lower = line.lower
    while start < end and line.tags[start] & _CLOSING and lower[start] not in _OPENING_CLAUSE:
        start += 1
    first = start + _SHORTEST
    if not _BREAKING.isdisjoint(lower[first : end + 1]):
        end = next((i for i in range(first, end) if _breaks(line, i)), end)
    long_enough = end - start >= _SHORTEST
    return (start, end) if long_enough and has_finite(line, start + 1, end, start) else None


def _breaks(line: Line, i: int) -> bool:
    """True for a semicolon, and for the comma of ", but" and ", according"."""
    return line.lower[i] == ";" or (line.lower[i] == "," and line.lower[i + 1] in _BREAKING)
