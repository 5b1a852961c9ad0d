"""Markdown in, an article out: front matter and first heading are read here, blocks are found lazily (article/)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.article import Article, Block, Blocks, Format
from reader.article.markdown import batches
from reader.sources.front_matter import FrontMatter, front_matter
from reader.sources.source import Source
from reader.sources.titles import derived_title
from reader.text.safe import safe_line

_LOOKED_AT = 64 * 1024
# Fenced code comes first, so that a comment inside it is not taken for a heading.
_HEADING = re.compile(
    r"""^\ {0,3}(?P<fence>`{3,}|~{3,}).*(?:\n(?!\ {0,3}(?P=fence)).*)*
      | ^\ {0,3}\#[ \t]+(?P<marked>\S.*?)(?:[ \t]+\#+)?[ \t]*$
      | ^\ {0,3}(?P<underlined>[^\s\#>|`~-].*)\n\ {0,3}=+[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|<[/a-zA-Z][^<>]*>|[*`]+|~~|(?<!\w)_+|_+(?!\w)")
_LINE_MARKUP = re.compile(r"^[ \t]*(?:\#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)+", re.MULTILINE)


def markdown(source: Source) -> Article:
    """The article in a Markdown source: titled by its front matter, else by its first heading of level 1."""
    front = front_matter(source.text)
    title = front.title or _first_heading(source.text, front.body)
    return Article(
        id=source.id,
        text=source.text,
        format=Format.MARKDOWN,
        blocks=Blocks(_batches(source.text, front)),
        title=title or _derived(source.text[front.body : front.body + _LOOKED_AT], source.name),
        title_derived=not title,
        byline=front.byline,
        published=front.published,
        publisher=front.publisher,
        url=front.url,
        notices=source.notices,
    )


def _batches(text: str, front: FrontMatter) -> Iterator[list[Block]]:
    if front.block:
        yield [front.block]
    yield from batches(text, front.body)


def _first_heading(text: str, start: int) -> str:
    for match in _HEADING.finditer(text, start, start + _LOOKED_AT):
        heading = match["marked"] or match["underlined"]
        if heading and (words := _without_markup(heading)):
            return words
    return ""


def _derived(start: str, name: str) -> str:
    return derived_title(_without_line_markup(start), name)


def _without_line_markup(text: str) -> str:
    return "\n".join(_without_markup(line) for line in _LINE_MARKUP.sub("", text[:4000]).split("\n"))


def _without_markup(line: str) -> str:
    """The words of one line of Markdown, near enough for a list of articles."""
    words = _MARKUP.sub(r"\1", _LINK.sub(r"\1", line))
    return safe_line(" ".join(html.unescape(words).split()))
