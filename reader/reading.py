"""A reading: one article with what is known and thought about it.  Frozen; every verb returns a change or a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.annotations import Annotation, Change, Codebook
from reader.article import Article
from reader.quotations import Analysis


@dataclass(frozen=True)
class Reading:
    """What the reading pane, the panels and the exports show.

    Verbs that change annotations return a `Change`: the same value goes to the screen (`after`), to the store and into
    the history, so the three cannot disagree.
    """

    article: Article
    annotations: tuple[Annotation, ...] = ()
    """Live ones, in document order, orphans last."""
    codebook: Codebook = Codebook()
    analysis: Analysis | None = None
    """None until the article has been analysed."""

    def after(self, change: Change) -> Reading:
        """The reading once `change` has been made (edits of other articles are left out)."""
        kept = {annotation.id: annotation for annotation in self.annotations}
        tags = dict(self.codebook.tags)
        for edit in change.edits:
            record = edit.record
            if not isinstance(record, Annotation):
                tags.pop(record.id, None)
                if edit.after is not None:
                    tags[record.id] = record
            elif record.article_id == self.article.id:
                kept.pop(record.id, None)
                if edit.after is not None:
                    kept[record.id] = record
        ordered = sorted(kept.values(), key=lambda a: (not a.anchor.placed, a.span.start, a.span.end, a.id))
        return replace(self, annotations=tuple(ordered), codebook=Codebook(tags))
