"""Where the links inside an article lead."""

from __future__ import annotations

import re

from reader.article import Article
from reader.article.inline import definitions_of
from reader.layout.contents import headings

_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


def place_of(article: Article, target: str) -> int | None:
    """The source offset that `target` names in this article: a footnote ("^label") or a heading ("#its-words").

    None for addresses elsewhere and for places that the article does not have.
    """
    if target.startswith("^"):
        return definitions_of(article).footnotes.get(target[1:])
    if not target.startswith("#"):
        return None
    wanted = target[1:].casefold()
    return next((heading.span.start for heading in headings(article) if anchor(heading.title) == wanted), None)


def anchor(title: str) -> str:
    """The name that sites give to a heading: lower case, blanks as hyphens, without other signs."""
    return _NOT_IN_ANCHORS.sub("", title.casefold()).replace(" ", "-")
