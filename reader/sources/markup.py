"""A line of Markdown in, its words out: near enough for a list of articles and for who wrote them."""

from __future__ import annotations

import html
import re

from reader.text.safe import safe_line

_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|<[/a-zA-Z][^<>]*>|[*`]+|~~|(?<!\w)_+|_+(?!\w)")


def without_markup(line: str) -> str:
    """The words of one line of Markdown, near enough for a list of articles."""
    words = _MARKUP.sub(r"\1", _LINK.sub(r"\1", line))
    return safe_line(" ".join(html.unescape(words).split()))
