"""What the links and footnotes of a Markdown text refer to, wherever in the text it is defined.

Found by a search of the whole source and not by parsing up to it: a link on the first page must not change when the
last page becomes known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.article.block_parser import block_parser
from reader.article.surroundings import Surroundings

_INDENT = r"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]|:[ \t]|~[ \t])*"
_REFERENCE = re.compile(_INDENT + r"\[(?!\^)(?:[^\[\]\\]|\\.){1,999}\]:", re.MULTILINE)
_FOOTNOTE = re.compile(_INDENT + r"\[\^([^\]\s]+)\]:", re.MULTILINE)


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
    for passage in _passages(text):
        block_parser().block.parse(passage, block_parser(), environment, [])
    return Definitions(environment["references"], footnotes)


def _passages(text: str) -> Iterator[str]:
    """Parts of a text with all lines that look like definitions, each with what decides whether they are."""
    surroundings: Surroundings | None = None
    end = 0
    for found in _REFERENCE.finditer(text):
        if found.end() > end:
            surroundings = surroundings or Surroundings(text)
            around = surroundings.of(found.start())
            end = around.end
            yield around.of(text)
