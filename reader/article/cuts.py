"""Where a chunk of Markdown ends: its tokens in; the line at which the next chunk begins out, and what is open there.

Between two blocks nothing is open.  A block too large to be read at once (a table of a hundred thousand rows, a list as
long as a book) is cut inside: what is open there is opened again by lines put in front of the next chunk, which show
nothing of their own.

in a list     - #              an item with an empty heading: whatever follows begins a block of that item
in code       ```python        the line that opens it
in a table    | a | b |        its head and its line of dashes
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_DIVISIBLE = {"bullet_list_open", "ordered_list_open", "blockquote_open", "list_item_open", "footnote_reference_open"}
_PARTS_OF_LISTS = {"dl_open": ("dt_open",)}
_OPENED_BY = {"fence": 1, "html_block": 1, "table_open": 2, "code_block": 0, "paragraph_open": 0}
"""Leaves that can be cut, and how many of their first lines open them."""
_LEAD = re.compile(r"[ \t>]*")
_WORDS = re.compile(r"(?!\d{1,9}[.)])[^\s>#*+\-_=~`<|:\[]")
"""How a line begins that goes on with a paragraph, and would begin one, too."""
_TURNS = re.compile(r"[ \t>]*[=:~|-]")
"""A line that makes something else of the one before it."""
_MARKERS = {
    "list_item_open": re.compile(r"[ \t>]*(?:[-+*]|\d+[.)])(?: {1,4}(?=\S)|(?=\s|$))"),
    "footnote_reference_open": re.compile(r"[ \t>]*\[\^[^\]]*\]:(?: {1,4}(?=\S)|(?=\s|$))"),
}
_TRIED = 200
"""Lines of a paragraph that are tried from its end."""


class Place(Enum):
    """Where in the article a chunk begins."""

    TOP = "at its first block"
    BETWEEN = "between two blocks"
    INSIDE = "inside a block too large to be read at once"
    IN_LIST = "between two items of such a list"


@dataclass(frozen=True, slots=True)
class Cut:
    """The next chunk begins at `line`, with `token` unless that is None: inside the last token, then."""

    line: int
    token: int | None
    place: Place = Place.BETWEEN
    opening: str = ""
    """Lines to put in front of the next chunk."""


def cut_between(tokens: Sequence[Token], opened: int) -> Cut | None:
    """Before the last top-level block, which may go on behind the chunk; None if that begins in the `opened` lines."""
    last = _last(tokens, 0, 0, opened)
    return None if last is None else Cut(_first_line(tokens[last]), last)


def cut_inside(tokens: Sequence[Token], lines: Sequence[str], opened: int) -> Cut | None:
    """In the last top-level block, behind the first `opened` of the chunk's lines; None if that cannot be cut."""
    path: list[Token] = []
    index = _children(tokens, 0, 0)[-1] if tokens else len(tokens)
    while index < len(tokens) and tokens[index].type in (*_DIVISIBLE, *_PARTS_OF_LISTS):
        path.append(tokens[index])
        level, kinds = tokens[index].level + 1, _PARTS_OF_LISTS.get(tokens[index].type, ())
        last = _last(tokens, index + 1, level, opened, kinds)
        if last is not None:
            place = Place.IN_LIST if tokens[last].type == "list_item_open" else Place.INSIDE
            return Cut(_first_line(tokens[last]), last, place, _opening(path, lines))
        children = _children(tokens, index + 1, level)
        if not children or kinds:
            return None
        index = children[-1]
    return _cut_leaf(tokens[index], path, lines, opened) if index < len(tokens) else None


def shortened(tokens: Sequence[Token], line: int) -> Iterator[Token]:
    """The tokens without what stands at `line` or behind it."""
    for token in tokens:
        if token.map and token.map[1] > line:
            kept = max(0, line - token.map[0] - (token.type == "fence"))
            token.content = "\n".join(token.content.split("\n")[:kept])
            token.map[1] = line
        yield token


def _children(tokens: Sequence[Token], start: int, level: int, kinds: tuple[str, ...] = ()) -> list[int]:
    """The blocks of a level from `start` on, of all kinds or of these."""
    found = (n for n in range(start, len(tokens)) if tokens[n].level == level and tokens[n].nesting >= 0)
    return [n for n in found if not kinds or tokens[n].type in kinds]


def _last(tokens: Sequence[Token], start: int, level: int, opened: int, kinds: tuple[str, ...] = ()) -> int | None:
    """The last of several blocks of a level, if it begins behind the first line that is not one of the `opened`."""
    children = _children(tokens, start, level, kinds)
    return children[-1] if len(children) > 1 and _first_line(tokens[children[-1]]) > opened else None


def _cut_leaf(leaf: Token, path: list[Token], lines: Sequence[str], opened: int) -> Cut | None:
    if leaf.type not in _OPENED_BY or leaf.map is None:
        return None
    first, behind = leaf.map
    own = _OPENED_BY[leaf.type]
    for line in range(behind - 2, max(first + own, opened, behind - _TRIED), -1):
        if leaf.type == "paragraph_open" and not _goes_on(lines, first, line):
            continue
        if leaf.type == "code_block" and not (lines[line].strip() and lines[line - 1].strip()):
            continue
        return Cut(line, None, Place.INSIDE, _opening(path, lines, range(first, first + own)))
    return None


def _goes_on(lines: Sequence[str], first: int, line: int) -> bool:
    """Whether the paragraph would go on in the same way if it began at `line`."""
    leads = {_lead(lines[number]) for number in (first + 1, line - 1, line)}
    begins = _WORDS.match(lines[line], len(_lead(lines[line])))
    return len(leads) == 1 and begins is not None and _TURNS.match(lines[line + 1]) is None


def _lead(line: str) -> str:
    found = _LEAD.match(line)
    return found[0] if found else ""


def _opening(path: list[Token], lines: Sequence[str], leaf: range = range(0)) -> str:
    """Lines that open the containers on the way to a cut, and the leaf there."""
    markers: dict[int, str] = {}
    for container in path:
        if (marker := _MARKERS.get(container.type)) is not None:
            line = _first_line(container)
            before = markers.get(line, "")
            found = marker.match(lines[line], len(before))
            markers[line] = lines[line][: found.end()] if found else before
    opened = {line: (text if text.endswith(" ") else text + " ") + "#" for line, text in markers.items()}
    opened |= {line: lines[line] for line in leaf}
    return "".join(f"{text}\n" for _, text in sorted(opened.items()))


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0
