"""Where tags are used: annotations in, how many of them in how many articles carry a tag out.

Kept up to date article by article, so that a count never looks through the whole library again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.annotations.annotation import Annotation
from reader.annotations.tag import Codebook, Tag

LATEST = 5
"""How many tags of late come before those that are used most."""


@dataclass(frozen=True, slots=True)
class Touched:
    """How much a change of some tags is about."""

    annotations: int
    articles: int


class TagUses:
    """The annotations of a library by tag and article, whatever a tag was merged into since."""

    def __init__(self) -> None:
        self.complete = False
        """Whether the whole library has been counted."""
        self._carrying: dict[str, dict[str, set[str]]] = {}
        """Tag id → article id → annotation ids."""
        self._used_in: dict[str, set[str]] = {}
        """Article id → tag ids."""
        self._latest: dict[str, str] = {}
        """Tag id → when an annotation with it was made or changed last."""

    def add(self, annotation: Annotation) -> None:
        for tag in annotation.tags:
            self._carrying.setdefault(tag, {}).setdefault(annotation.article_id, set()).add(annotation.id)
            self._used_in.setdefault(annotation.article_id, set()).add(tag)
            self._latest[tag] = max(annotation.modified, self._latest.get(tag, ""))

    def put(self, article_id: str, annotations: Iterable[Annotation]) -> None:
        """From now on, `annotations` are all those of one article."""
        for tag in self._used_in.pop(article_id, ()):
            self._carrying[tag].pop(article_id, None)
        for annotation in annotations:
            self.add(annotation)

    def touched(self, tags: Iterable[Tag], codebook: Codebook, article_id: str = "") -> Touched:
        """What carries any of `tags`, in the whole library or in one article."""
        found: dict[str, set[str]] = {}
        for tag in tags:
            for articles in (self._carrying.get(own, {}) for own in codebook.meaning(tag.id)):
                for where in [article_id] if article_id else articles:
                    found.setdefault(where, set()).update(articles.get(where, ()))
        return Touched(sum(map(len, found.values())), sum(map(bool, found.values())))

    def by_use(self, codebook: Codebook) -> list[Tag]:
        """All tags: those used last, then the others by how often they are used, then by name."""
        often: dict[str, int] = {}
        late: dict[str, str] = {}
        for own, articles in self._carrying.items():
            tag = codebook.meant(own)
            if uses := sum(map(len, articles.values())):
                often[tag] = often.get(tag, 0) + uses
                late[tag] = max(late.get(tag, ""), self._latest[own])
        frequent = sorted(codebook, key=lambda tag: -often.get(tag.id, 0))
        used = sorted((tag for tag in frequent if tag.id in late), key=lambda tag: late[tag.id], reverse=True)
        return list({tag.id: tag for tag in (*used[:LATEST], *frequent)}.values())
