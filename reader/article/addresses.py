"""Addresses that are written out in the text and are links even without markup."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.article.displayed import Displayed, Emphasis
from reader.text import Span

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”„«»|]+")
_BEHIND = ".,;:!?'’*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_ELSEWISE = {"link", "image", "code"}


def with_addresses(shown: Displayed) -> Displayed:
    """`shown` with its bare addresses marked as links, those inside links, images and code excepted."""
    if "://" not in shown.text:
        return shown
    taken = [emphasis.span for emphasis in shown.emphases if emphasis.role in _ELSEWISE]
    found = []
    for match in _ADDRESS.finditer(shown.text):
        address = _without_stops(match[0])
        span = Span(match.start(), match.start() + len(address))
        if not any(span.overlaps(other) for other in taken):
            found.append(Emphasis(span, "link", address))
    emphases = sorted((*shown.emphases, *found), key=lambda emphasis: (emphasis.span.start, -emphasis.span.end))
    return replace(shown, emphases=tuple(emphases))


def _without_stops(address: str) -> str:
    """Punctuation at the end belongs to the sentence, a bracket only if it was opened in the address."""
    while address[-1] in _BEHIND or address.count(address[-1]) > address.count(_PAIRS.get(address[-1], address[-1])):
        address = address[:-1]
    return address
