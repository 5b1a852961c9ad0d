"""Addresses in Markdown: an article's address and words of it in, links that lead to the words out."""

from __future__ import annotations

import re
from urllib.parse import quote

from reader.export.escaping import escaped

_SHORT = 60
"""Characters of a passage that a link names in full."""
_ENDS = 4
"""Words of a longer one that it names at either end."""
_SAFE = re.compile(r"https?://[^\s<>]+")


def address(url: str) -> str:
    """A link that shows the address itself; as plain text what no browser should open."""
    return f"<{url}>" if _SAFE.fullmatch(url) else escaped(url)


def link(label: str, url: str, words: str) -> str:
    """`label`, leading to `words` in the article at `url`; the label alone where there is no address."""
    if not label or not _SAFE.fullmatch(url):
        return label
    return f"[{label}](<{url}{'' if '#' in url else '#'}:~:text={_text(words)}>)"


def _text(words: str) -> str:
    """The words as a text fragment names them (https://wicg.github.io/scroll-to-text-fragment/).

    Of several paragraphs only a beginning and an end can be named.
    """
    inside = words.split()
    if len(words) <= _SHORT and "\n" not in words.strip():
        return _encoded(inside)
    lines = [line.split() for line in words.strip().splitlines() if line.strip()]
    return f"{_encoded(lines[0][:_ENDS])},{_encoded(lines[-1][-_ENDS:])}" if lines else ""


def _encoded(words: list[str]) -> str:
    # A hyphen and a comma mean something in a text fragment, and `quote` leaves the hyphen as it is.
    return quote(" ".join(words), safe="").replace("-", "%2D")
