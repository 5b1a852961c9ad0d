"""Markdown in, an article out: front matter, first heading and credits are read here, blocks lazily (article/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reader.article import Article, Block, Blocks, Format
from reader.article.markdown import batches
from reader.sources.bylines import author, is_date_line
from reader.sources.dates import find_date
from reader.sources.front_matter import FrontMatter, front_matter
from reader.sources.markdown_credits import with_credits
from reader.sources.markup import without_markup
from reader.sources.source import Source
from reader.sources.titles import derived_title

_LOOKED_AT = 64 * 1024
"""Characters in which the first heading is looked for."""
_OPENING = 4000
"""Characters in which first words and credits are looked for."""
_CREDITS = 8
"""Lines among which credits are looked for."""

# Fenced code comes first, so that a comment inside it is not taken for a heading.
_HEADING = re.compile(
    r"""^\ {0,3}(?P<fence>`{3,}|~{3,}).*(?:\n(?!\ {0,3}(?P=fence)).*)*(?:\n.*)?
      | ^\ {0,3}\#[ \t]+(?P<marked>\S.*)
      | ^\ {0,3}(?P<underlined>[^\s\#>|`~-].*)\n\ {0,3}=+[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_LINE_MARKUP = re.compile(
    r"^[ \t]*(?:(?:\#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)+|(?:`{3,}|~{3,}).*)", re.MULTILINE
)


def markdown(source: Source) -> Article:
    """The article in a Markdown source: titled by its front matter, else by its first heading of level 1."""
    front = front_matter(source.text)
    title = front.title or _first_heading(source.text, front.body)
    opening = _opening_lines(source.text[front.body : front.body + _OPENING])
    return Article(
        id=source.id,
        text=source.text,
        format=Format.MARKDOWN,
        blocks=Blocks(_batches(source.text, front)),
        title=title or derived_title("\n".join(opening), source.name),
        title_derived=not title,
        byline=front.byline or _byline(opening),
        published=front.published or _published(opening),
        publisher=front.publisher,
        url=front.url,
        notices=source.notices,
    )


def _batches(text: str, front: FrontMatter) -> Iterator[list[Block]]:
    if front.block:
        yield [front.block]
    found = batches(text, front.body)
    yield with_credits(text, next(found, []), front.byline)
    yield from found


def _first_heading(text: str, start: int) -> str:
    for match in _HEADING.finditer(text, start, start + _LOOKED_AT):
        heading = match["marked"] or match["underlined"]
        if heading and (words := without_markup(_without_closing_hashes(heading.rstrip()))):
            return words
    return ""


def _without_closing_hashes(heading: str) -> str:
    """Heading from "Heading ##", but "C#" as it stands."""
    words = heading.rstrip("#")
    return words if words.endswith((" ", "\t")) else heading


def _opening_lines(text: str) -> list[str]:
    """The lines that an article begins with, in words."""
    lines = [without_markup(line) for line in _LINE_MARKUP.sub("", text).split("\n")]
    return [line for line in lines if line]


def _byline(opening: list[str]) -> str:
    return next(filter(None, map(author, opening[:_CREDITS])), "")


def _published(opening: list[str]) -> date | None:
    for line in opening[:_CREDITS]:
        dated = find_date(line) if is_date_line(line) or author(line) else None
        if dated:
            return dated[0]
    return None
