"""Finding in an article: on the words that a reader sees, so that neither markup nor the end of a row hides a match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.article import Article, Kind
from reader.article.inline import displayed
from reader.text import Span


def find(article: Article, wanted: str, *, regex: bool = False) -> list[Span]:
    """Every match of `wanted` in source offsets, in order.

    Capitals count only if `wanted` has some (smart case); a blank matches any white space.  `regex` takes `wanted` as a
    Python regular expression; raises `re.error` if it is none.
    """
    return list(matches(article, wanted, regex=regex))


def matches(article: Article, wanted: str, *, regex: bool = False) -> Iterator[Span]:
    """`find`, match by match and block by block, for articles that take a while."""
    pattern = _pattern(wanted, regex)
    if pattern is None:
        return
    number = 0
    while article.blocks.has(number):
        block = article.blocks[number]
        number += 1
        if block.kind is Kind.RULE:
            continue
        shown = displayed(article, block)
        for match in pattern.finditer(shown.text):
            if match.end() > match.start():
                found = shown.source_span(Span(*match.span()))
                if found.length:
                    yield found


def _pattern(wanted: str, regex: bool) -> re.Pattern[str] | None:
    if not wanted.strip():
        return None
    flags = 0 if any(character.isupper() for character in wanted) else re.IGNORECASE
    if regex:
        return re.compile(wanted, flags)
    return re.compile(r"\s+".join(re.escape(word) for word in re.split(r"\s+", wanted)), flags)
