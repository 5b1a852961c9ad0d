"""A label for an article that has no title: its first words, else its file's name."""

from __future__ import annotations

import re

LONGEST = 80
"""Characters of a label made from an article's first words."""

_FIRST_LINE = re.compile(r"[^\n]*[^\W_][^\n]*")
_LOOKED_AT = 4000


def derived_title(text: str, name: str) -> str:
    """The first words of `text`, cut between words; `name` where no line has a letter or digit."""
    line = _FIRST_LINE.search(text, 0, _LOOKED_AT)
    words = " ".join(line[0].split()) if line else ""
    return shortened(words) or name


def shortened(words: str) -> str:
    """At most LONGEST characters of one line, cut between words."""
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"
