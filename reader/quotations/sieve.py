"""Who says a marked stretch: rules in order of trust, the first that fits wins.

Lines of tokens in, one attribution per stretch out.  Every rule is a small function from a place to an attribution or
None, so that the order can be read in one table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, reduce
from operator import or_
from typing import TypeAlias

from reader.quotations.agents import agent_ahead
from reader.quotations.ahead import noun_ahead, owner, phrase_ahead, saying_ahead
from reader.quotations.behind import at_the_end, closing, right_behind
from reader.quotations.chains import with_sources
from reader.quotations.introduced import (
    colon_ahead,
    document_ahead,
    headline,
    headline_behind,
    introducing,
    labelled,
    teller_ahead,
)
from reader.quotations.lexicon import Tag, words_of
from reader.quotations.marks import Stretch
from reader.quotations.naming import clause_ahead, naming_ahead
from reader.quotations.phrases import Phrase, any_tagged, first_phrase
from reader.quotations.place import Attribution, Place, attribution, place_of
from reader.quotations.prose import Prose
from reader.quotations.signed import signed_below, signed_beside
from reader.quotations.subjects import main_subject
from reader.quotations.tokens import Line
from reader.quotations.verbs import is_cue_form

_Rule: TypeAlias = Callable[[Place], Attribution | None]
RULES: tuple[tuple[_Rule, int], ...] = (
    (labelled, 0),
    (headline, Tag.PUNCTUATION),
    (headline_behind, 0),
    (agent_ahead, Tag.CUE | Tag.PREPOSITION),
    (introducing, Tag.SAYING | Tag.UTTERING),
    (right_behind, 0),
    (saying_ahead, Tag.SAYING | Tag.LEADING),
    (phrase_ahead, Tag.ACCORDING | Tag.LEADING),
    (noun_ahead, Tag.CUE_NOUN),
    (at_the_end, 0),
    (colon_ahead, Tag.PUNCTUATION),
    (naming_ahead, Tag.NAMING | Tag.UTTERING),
    (clause_ahead, Tag.VERB | Tag.PARTICIPLE | Tag.AUXILIARY),
)
"""Each rule with the tags of which the words before the marks must have one, lest it be asked in vain; 0 for none."""

_NEEDED = reduce(or_, (needed for _, needed in RULES))
_SHORT = 8
"""Tokens of a question that asks for a quotation: "Her verdict?"."""
_TELLING = Tag.SAYING | Tag.NAMING
_OPENERS = words_of("sentence_openers")
_CHAINED = ("after", "trailing", "before", "introducing")
"""First words of the rules whose sentence may name somebody who passes the words on."""


def attributions(prose: Prose, lines: Sequence[Line], stretches: Sequence[Stretch]) -> list[Attribution]:
    """One attribution per stretch, in order; stretches without a rule of their own take one from a neighbour."""
    found: list[Attribution] = []
    previous: Attribution | None = None
    for line in lines:
        for token, index in line.quotes.items():
            place = place_of(prose, line, token, stretches[index])
            own = _by_rule(place)
            if own is None or (own.speaker is None and own.cue):
                own = _signed(lines, place) or own or _from_neighbour(lines, place, previous)
            if own and own.rule.startswith(_CHAINED):
                own = with_sources(place, own)
            found.append(own or Attribution("none" if place.alone else "none inside"))
            previous = own or previous
    return found


def _by_rule(place: Place) -> Attribution | None:
    """What the first rule says that fits."""
    for rule in _fitting(place.before & _NEEDED):
        found = rule(place)
        if found is not None:
            return found
    return None


@cache
def _fitting(tags: int) -> tuple[_Rule, ...]:
    """The rules that may fit where the words before the marks have `tags`."""
    return tuple(rule for rule, needed in RULES if not needed or needed & tags)


def _signed(lines: Sequence[Line], place: Place) -> Attribution | None:
    """By the rest of its line or by the line below."""
    beside = signed_beside(place)
    if beside:
        return beside
    below = place.line.paragraph + 1
    return signed_below(place, lines[below]) if below < len(lines) else None


def _from_neighbour(lines: Sequence[Line], place: Place, previous: Attribution | None) -> Attribution | None:
    """“…,” said Lopez. “…”"""
    if previous and place.stretch.continues:
        return previous._replace(rule="continued")
    if previous and place.before & Tag.QUOTE:
        return previous._replace(rule="resumed")
    found = _carried(lines, place, previous)
    announced = place.token > place.start and place.line.lower[place.token - 1] == ":"
    return found if place.alone or announced or not found else found._replace(rule=found.rule + " inside")


def _asked(line: Line, start: int, end: int) -> Attribution | None:
    """Her verdict? “…”"""
    if line.lower[end - 1] != "?" or end - start > _SHORT:
        return None
    nouns = (i for i in range(start + 1, end - 1) if line.tags[i] & Tag.CUE_NOUN)
    return next((found for i in nouns if (found := owner(line, i, start))), None)


def _named_before(line: Line, start: int, end: int) -> Phrase | None:
    """The Lopez of: Lopez smiled. “…”"""
    who = main_subject(line, start, end)
    if who is None or line.tags[who[0]] & Tag.CLOSED or line.lower[who[0]] in _OPENERS:
        return None
    return who if line.tags[who[1] - 1] & Tag.CAPITAL else None


def _carried(lines: Sequence[Line], place: Place, previous: Attribution | None) -> Attribution | None:
    """From the sentence before: Lopez was angry. “…”"""
    line, position = place.line, place.start
    if position == 0:
        at = line.paragraph - 1
        if at < 0 or not lines[at].sentences:
            return previous and previous._replace(rule="carried")
        line = lines[at]
        position = len(line)
    start, end = line.sentence_at(position - 1)
    if any_tagged(line, (start, end), Tag.QUOTE):
        return previous and previous._replace(rule="carried")
    closed = closing(line, start, end)
    if closed and closed.cue:
        return closed._replace(rule="sentence before")
    for i in range(end - 1, start - 1, -1):
        if line.tags[i] & _TELLING and is_cue_form(line, i, start):
            who = main_subject(line, start, end)
            if who:
                return attribution(line, "sentence before", who, (i, i + 1))
    teller = teller_ahead(line, start, end - 1) if line.lower[end - 1] == ":" else None
    document = teller or document_ahead(line, start, end)
    if document:
        return attribution(line, "sentence before", document)
    asked = _asked(line, start, end)
    if asked:
        return asked
    somebody = _named_before(line, start, end) if place.start else None
    if somebody:
        return attribution(line, "subject before", somebody)
    if previous:
        return previous._replace(rule="carried far")
    who = first_phrase(line, start, end)
    return attribution(line, "subject before", who) if who else None
