"""What the links and footnotes of a Markdown text refer to, wherever in the text it is defined.

Found by a search of the whole source and not by parsing up to it: a link on the first page must not change when the
last page becomes known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_INDENT = r"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*"
_REFERENCE = re.compile(_INDENT + r"(?=\[(?!\^)(?:[^\[\]\\]|\\.){1,999}\]:)", re.MULTILINE)
_FOOTNOTE = re.compile(_INDENT + r"\[\^([^\]\s]+)\]:", re.MULTILINE)
_LONGEST = 4096
"""Code points of one definition with address and title."""
_MOST_LINES = 8


@dataclass(frozen=True)
class Definitions:
    references: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The parser's own records by normalised label."""
    footnotes: Mapping[str, int] = field(default_factory=dict)
    """Source offset of each footnote by label."""


NO_DEFINITIONS = Definitions()


def definitions(text: str) -> Definitions:
    """The link definitions and footnotes of a Markdown text; of several with one label the first counts."""
    if "]:" not in text:
        return NO_DEFINITIONS
    footnotes: dict[str, int] = {}
    if "[^" in text:
        for found in _FOOTNOTE.finditer(text):
            footnotes.setdefault(found[1], found.start())
    environment: dict[str, Any] = {"references": {}}
    parser = _parser()
    for found in _REFERENCE.finditer(text):
        lines = text[found.end() : found.end() + _LONGEST].split("\n", _MOST_LINES)[:_MOST_LINES]
        parser.block.parse("\n".join(lines), parser, environment, [])
    return Definitions(environment["references"], footnotes)


@cache
def _parser() -> MarkdownIt:
    """A parser that knows link definitions and nothing else."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable("reference")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses stay as they are written
    return parser
