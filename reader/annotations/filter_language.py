"""The language of filters: what a person types in, terms to look for out; a mistake is named with its column.

    tag:economy -tag:economy/prices quote:"rate rise" note: since:7d state:moved,changed strike

All terms must hold.  A minus in front of one means not; a comma between names means or; a field with nothing behind it
wants anything at all there.  Quotation marks keep words together and take signs as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum

from reader.annotations.annotation import AnchorState
from reader.annotations.colors import color_named
from reader.annotations.filter_times import TIMES, begin_of, end_of


class Field(StrEnum):
    """What a term looks at."""

    ANYWHERE = ""
    TAG = "tag"
    QUOTE = "quote"
    NOTE = "note"
    SPEAKER = "speaker"
    COLOR = "color"
    IMPORTANT = "important"
    SINCE = "since"
    UNTIL = "until"
    STATE = "state"
    ARTICLE = "article"
    FILE = "file"


EXAMPLES: Sequence[tuple[str, str]] = (
    ("strike", "the word in the highlight, its note, tags, speaker or article"),
    ('"rate rise"', "these words together; capitals and kinds of quotation marks do not count"),
    ("tag:politics", "the tag, and all below it: politics/budget; #politics is the same, tag:pol* begins so"),
    ('quote:"rate rise"', "in the highlighted words"),
    ("note:check", "in the note; note: alone wants any note"),
    ("speaker:Lopez", "highlighted words that this person says"),
    ("color:green", "this colour"),
    ("important:", "marked as important"),
    ("since:7d", f"highlighted since then: {TIMES}; until: likewise"),
    ("state:moved,changed", f"how it stands in the text: {', '.join(AnchorState)}"),
    ("article:budget", "in the article's title or file name; file: in the file name alone"),
    ("-tag:politics", "a minus means not; a comma between names means or"),
)
"""What can be typed, and what it means: for help and manuals."""

_NAMES: Mapping[str, Field] = {field.value: field for field in Field if field} | {
    "colour": Field.COLOR,
    "text": Field.QUOTE,
    "before": Field.UNTIL,
}
_LISTS = frozenset({Field.TAG, Field.SPEAKER, Field.COLOR, Field.STATE, Field.ARTICLE, Field.FILE})
"""Fields of names, in which a comma means or."""
_YES, _NO = "yes", "no"
_MARKS = '"“”„'
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_QUOTED = re.compile(rf"[{_MARKS}]([^{_MARKS}]*)([{_MARKS}]|\Z)")
_BARE = re.compile(r"\S*")
_NAME = re.compile(r"[^\s,]*")


class FilterError(ValueError):
    """Something in a filter cannot be understood; the message begins with the column (from 1) where it stands."""

    def __init__(self, column: int, problem: str) -> None:
        super().__init__(f"column {column}: {problem}")
        self.column = column


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must hold, or must not."""

    field: Field
    values: tuple[str, ...] = ()
    """Any of these; none for anything at all.  Of `since` and `until` times as annotations have them."""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms that must all hold; one without terms lets everything through."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse(text: str, now: datetime | None = None) -> Filter:
    """The filter that `text` means; raises FilterError.  `now` is what `7d` counts from (this moment)."""
    found, problem = so_far(text, now)
    if problem is None and (opened := _unclosed(text)):
        problem = FilterError(opened, "this quotation mark is not closed")
    if problem is not None:
        raise problem
    return found


def so_far(text: str, now: datetime | None = None) -> tuple[Filter, FilterError | None]:
    """What is understood of a filter that is being typed, up to the first mistake, and that mistake.

    A quotation mark need not be closed yet.
    """
    terms: list[Term] = []
    try:
        for term in _terms(text, now or datetime.now().astimezone()):
            terms.append(term)
    except FilterError as problem:
        return Filter(tuple(terms)), problem
    return Filter(tuple(terms)), None


def _terms(text: str, now: datetime) -> Iterator[Term]:
    at = 0
    while (at := _skipped(text, at)) < len(text):
        start = at
        negated = text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace()
        at += negated
        field, at = _field(text, at)
        column = at + 1
        values, at = _values(text, at, field)
        if text[start + negated] == "#" and field is Field.ANYWHERE:
            field = Field.TAG
        yield Term(field, _checked(field, values, column, now), negated)


def _skipped(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _field(text: str, at: int) -> tuple[Field, int]:
    """The field that is named at `at`, if one is, and where its value begins."""
    named = _FIELD.match(text, at)
    if named is None:
        return Field.ANYWHERE, at
    name = named[1].casefold()
    if name not in _NAMES:
        near = get_close_matches(name, _NAMES, 1)
        known = f"did you mean {near[0]}:?" if near else f"there are {', '.join(field for field in Field if field)}"
        raise FilterError(at + 1, f"there is no field “{name}:”; {known} (quotation marks make it words)")
    return _NAMES[name], named.end()


def _values(text: str, at: int, field: Field) -> tuple[list[str], int]:
    """The words or names at `at`, and where they end."""
    values: list[str] = []
    while True:
        found = _QUOTED.match(text, at)
        values.append(" ".join(found[1].split()) if found else "")
        if found is None:
            found = (_NAME if field in _LISTS else _BARE).match(text, at)
            values[-1] = found[0] if found else ""
        at = found.end() if found else at
        if field not in _LISTS or text[at : at + 1] != ",":
            return [value for value in values if value], at
        at += 1


def _checked(field: Field, values: Sequence[str], column: int, now: datetime) -> tuple[str, ...]:
    """The values as they are compared; FilterError for those that their field cannot have."""
    try:
        return tuple(_CHECKS.get(field, _taken)(values, now))
    except ValueError as problem:
        raise FilterError(column, str(problem)) from problem


def _taken(values: Sequence[str], now: datetime) -> Sequence[str]:
    return values


def _states(values: Sequence[str], now: datetime) -> Sequence[str]:
    states = [value.casefold() for value in values]
    unknown = next((state for state in states if state not in list(AnchorState)), None)
    if unknown is not None or not states:
        said = f"“{unknown}” is no state" if unknown else "state: needs a state"
        raise ValueError(f"{said}; there are {', '.join(AnchorState)}")
    return states


def _yes_or_no(values: Sequence[str], now: datetime) -> Sequence[str]:
    said = [value.casefold() for value in values] or [_YES]
    if said[0] not in (_YES, _NO):
        raise ValueError(f"important: is yes or no, not “{values[0]}”")
    return () if said[0] == _YES else (_NO,)


def _since(values: Sequence[str], now: datetime) -> Sequence[str]:
    return [begin_of(" ".join(values), now)]


def _until(values: Sequence[str], now: datetime) -> Sequence[str]:
    return [end_of(" ".join(values), now)]


def _colors(values: Sequence[str], now: datetime) -> Sequence[str]:
    return [color_named(value) for value in values]


_CHECKS: Mapping[Field, Callable[[Sequence[str], datetime], Sequence[str]]] = {
    Field.STATE: _states,
    Field.COLOR: _colors,
    Field.IMPORTANT: _yes_or_no,
    Field.SINCE: _since,
    Field.UNTIL: _until,
}


def _unclosed(text: str) -> int:
    """Column of a quotation mark that begins a value and has no end; 0 if there is none."""
    at = 0
    while (opened := re.compile(rf"(?:^|[\s:,-])([{_MARKS}])").search(text, at)) is not None:
        closed = _QUOTED.match(text, opened.start(1))
        if closed is None or not closed[2]:
            return opened.start(1) + 1
        at = closed.end()
    return 0
