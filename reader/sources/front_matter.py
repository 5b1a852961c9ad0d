"""YAML front matter of a Markdown file: the block between two `---` lines, and what it says about the article.

Only a mapping counts; everything else between two rules is body.  Every value is read as the text that it is, so that
no title becomes a number or a truth value and no tag of YAML can build anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reader.article import Block, Kind
from reader.sources.dates import find_date
from reader.text import Span
from reader.text.safe import safe_line

LONGEST = 64 * 1024
"""Characters; what has not ended by then is body."""

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"^([A-Za-z][\w -]*):[ \t]+(\S.*)$")

_MOST_AUTHORS = 20
_TITLE = ("title", "headline")
_BYLINE = ("author", "authors", "byline", "by", "creator", "writer")
_DATE = ("date", "published", "publishdate", "datepublished", "publishedat", "publishedon", "pubdate", "created")
_URL = ("url", "link", "sourceurl", "canonical", "canonicalurl", "originalurl", "permalink")
_PUBLISHER = ("publisher", "publication", "source", "site", "sitename", "website", "newspaper", "outlet")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the body; `body` is the offset at which it starts, 0 where there is no front matter."""

    body: int = 0
    block: Block | None = None
    title: str = ""
    byline: str = ""
    published: date | None = None
    url: str = ""
    publisher: str = ""


def front_matter(text: str) -> FrontMatter:
    """The front matter of `text`, safe to show."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), LONGEST) if opening else None
    if not opening or not closing:
        return FrontMatter()
    inside = Span(opening.end(), closing.start())
    values = _mapping(inside.of(text))
    if values is None:
        return FrontMatter()
    dated = find_date(_first(values, _DATE))
    source = _first(values, _PUBLISHER)
    url = _first(values, _URL)
    return FrontMatter(
        body=min(closing.end() + 1, len(text)),
        block=Block(Kind.FRONT_MATTER, Span(0, closing.end()), _line_spans(text, inside), gap=0),
        title=_first(values, _TITLE),
        byline=_first(values, _BYLINE),
        published=dated[0] if dated else None,
        url=url or (source if _is_url(source) else ""),
        publisher="" if _is_url(source) else source,
    )


def _mapping(raw: str) -> dict[str, str] | None:
    """Each value in one line, by its key in lower case, letters only; None for what is no mapping."""
    import yaml  # takes longer to load than most articles take to read

    try:
        loaded = yaml.load(raw, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        loaded = _lenient(raw)
    if not isinstance(loaded, dict):
        return None
    return {re.sub(r"[^a-z]", "", str(key).lower()): _shown(value) for key, value in loaded.items()}


def _lenient(raw: str) -> dict[str, str] | None:
    """`title: Lutavia: a history` is not YAML, but what people write; accepted if every line is such a pair."""
    found = [_PAIR.match(line) for line in raw.splitlines() if line.strip()]
    return {match[1]: match[2].strip().strip("\"'") for match in found if match} if all(found) else None


def _shown(value: object) -> str:
    """A text as it stands, a list as "a, b".  Nothing deeper: aliases can make a small file unfold without an end."""
    parts = value[:_MOST_AUTHORS] if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_name, parts)))


def _name(value: object) -> str:
    named = value.get("name") if isinstance(value, dict) else value
    return safe_line(" ".join(named.split())) if isinstance(named, str) else ""


def _first(values: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((values[key] for key in keys if values.get(key)), "")


def _is_url(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _line_spans(text: str, inside: Span) -> tuple[Span, ...]:
    spans = []
    start = inside.start
    for line in inside.of(text).split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)
