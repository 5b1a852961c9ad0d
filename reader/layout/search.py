"""Finding in an article: on the words that a reader sees, so that neither markup nor the end of a row hides a match.

To see words, inline markup must be parsed, which for 10 MB takes seconds; so the source is searched first for the
longest word, with room for markup between its letters, and only blocks that have it are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.article import Article, Format, Kind
from reader.article.inline import displayed
from reader.text import Span

_PLAIN = re.compile(r"[^\s*_~`\\\[\]()<>!#&|+-]+")
"""Characters that stand in the source as they are shown."""
_BETWEEN_LETTERS = r"(?:[*_~`\\\[\]]|\]\((?:[^()\n]|\([^()\n]*\)){0,500}\)|\]\[[^\[\]]{0,100}\]){0,6}"
_ENTITY = re.compile(r"&[#\w]")


def find(article: Article, wanted: str, *, regex: bool = False) -> list[Span]:
    """Every match of `wanted` in source offsets, in order.

    Capitals count only if `wanted` has some (smart case); a blank matches any white space.  `regex` takes `wanted` as a
    Python regular expression; raises `re.error` if it is none.
    """
    return list(matches(article, wanted, regex=regex))


def matches(article: Article, wanted: str, *, regex: bool = False) -> Iterator[Span]:
    """`find`, match by match and block by block, for articles that take a while."""
    if not wanted.strip():
        return
    written = re.sub(r"\\.", "", wanted) if regex else wanted
    ignoring_case = not any(character.isupper() for character in written)
    pattern = re.compile(wanted if regex else _loosely(wanted), re.IGNORECASE if ignoring_case else 0)
    word = None if regex else _source_pattern(wanted, article.format, ignoring_case)
    numbers = _every_number(article) if word is None else _numbers_with(article, word)
    for number in numbers:
        block = article.blocks[number]
        if block.kind is Kind.RULE:
            continue
        shown = displayed(article, block)
        for match in pattern.finditer(shown.text):
            found = shown.source_span(Span(*match.span()))
            if match[0] and found.length:
                yield found


def _loosely(wanted: str) -> str:
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", wanted))


def _every_number(article: Article) -> Iterator[int]:
    number = 0
    while article.blocks.has(number):
        yield number
        number += 1


def _numbers_with(article: Article, word: re.Pattern[str]) -> Iterator[int]:
    """The blocks whose source has `word`, or entities, which could stand for anything."""
    patterns: Iterable[re.Pattern[str]] = (word, _ENTITY) if article.format is Format.MARKDOWN else (word,)
    offsets = sorted(match.start() for pattern in patterns for match in pattern.finditer(article.text))
    before = -1
    for offset in offsets:
        article.blocks.reach(offset)
        number = article.blocks.index_at(offset)
        if number > before and article.blocks.has(number):
            before = number
            yield number


def _source_pattern(wanted: str, form: Format, ignoring_case: bool) -> re.Pattern[str] | None:
    """The longest plain word of `wanted` as it may stand in the source; None if there is none to rely on."""
    word = max(_PLAIN.findall(wanted), key=len, default="")
    if not word:
        return None
    letters = []
    for character in word:
        # classes of both cases are several times faster than IGNORECASE
        cases = {character.lower(), character.upper()} if ignoring_case else {character}
        if any(len(case) != 1 for case in cases):
            return None
        letters.append("[" + "".join(re.escape(case) for case in sorted(cases)) + "]")
    return re.compile((_BETWEEN_LETTERS if form is Format.MARKDOWN else "").join(letters))
