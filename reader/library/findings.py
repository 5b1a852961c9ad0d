"""What is found in one article of many: the article and a query in, places with the words around them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.article import Article, Kind
from reader.layout.query import Query, matches_in
from reader.layout.search import Search
from reader.text import Span

BEFORE, BEHIND = 36, 120
"""Displayed characters around a match that are kept."""
_VALUE_OPENS = re.compile(r"""^(\s*(?:[\w-]+:|-)\s+)["'\[]+""")
_VALUE_CLOSES = re.compile(r"""["'\]]+\s*$""")
MOST = 50
"""Places of one article that are kept; the others are only counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a passage."""

    article_id: str
    span: Span
    """The passage, in the source of the article."""
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One match, in an article or in a note on it, with its line."""

    article_id: str
    title: str
    span: Span
    """Where to go: the match, or the passage that the note is about."""
    before: str
    words: str
    behind: str
    in_note: bool = False
    opens: int = 0
    """On the first finding of an article: how many matches it has, those included that are not kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How far a question has been answered."""

    number: int
    """Of the question."""
    findings: tuple[Finding, ...]
    """In articles looked at since the last answer, in their order."""
    looked_at: int
    """Articles, since the question."""
    unread: int
    """Those among them that cannot be read."""


def found_in(article: Article, query: Query, notes: Iterable[Note] = ()) -> tuple[Finding, ...]:
    """The matches in the displayed words of an article, then those in notes on it.  Raises BadQuery."""
    findings: list[Finding] = []
    pattern, search, number = query.pattern(), Search(article, query), 0
    while not search.done:
        shown = search.next_words()
        for match in matches_in(shown.text, pattern) if shown else ():
            span = shown.source_span(match) if shown else match
            number += bool(span.length)
            if shown and span.length and number <= MOST:
                findings.append(_fact(article, span, shown.text, match) or _finding(article, span, shown.text, match))
    for note in notes:
        matches = list(matches_in(note.text, pattern))
        number += len(matches)
        if matches:
            findings.append(_finding(article, note.span, note.text, matches[0], in_note=True))
    return (replace(findings[0], opens=number), *findings[1:]) if findings else ()


def notes_by_article(notes: Sequence[Note]) -> dict[str, list[Note]]:
    """Notes by the article that they are on."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.article_id, []).append(note)
    return found


def _fact(article: Article, span: Span, text: str, match: Span) -> Finding | None:
    """A match in front matter with its own line, without the marks that are there for machines; None elsewhere."""
    if article.blocks[article.blocks.index_at(span.start)].kind is not Kind.FRONT_MATTER:
        return None
    start = text.rfind("\n", 0, match.start) + 1
    end = text.find("\n", match.end)
    before = _VALUE_OPENS.sub(r"\1", text[start : match.start])
    behind = _VALUE_CLOSES.sub("", text[match.end : end if end >= 0 else len(text)])
    return Finding(article.id, article.title, span, _line(before), _line(match.of(text)), _line(behind))


def _finding(article: Article, span: Span, text: str, match: Span, *, in_note: bool = False) -> Finding:
    """A match with what stands around it, whole words, on one line."""
    start, end = max(0, match.start - BEFORE), match.end + BEHIND
    before, behind = text[start : match.start], text[match.end : end]
    if start > 0 and " " in before:
        before = "…" + before[before.index(" ") :]
    return Finding(article.id, article.title, span, _line(before), _line(match.of(text)), _line(behind), in_note)


def _line(text: str) -> str:
    """White space as blanks; those at the ends stay, because they part words."""
    return "".join(" " if character.isspace() else character for character in text)
