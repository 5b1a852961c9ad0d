"""A reading: one article with what is known and thought about it.  Frozen; every verb returns a change or a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.annotations import Annotation, Change, Codebook, Edit, Tag, coding, describe, editing, trimmed
from reader.annotations.annotation import DEFAULT_COLOR
from reader.article import Article
from reader.quotations import Analysis, Speaker
from reader.text import Span

__all__ = ["DEFAULT_COLOR", "Reading", "in_document_order"]


@dataclass(frozen=True)
class Reading:
    """What the reading pane, the panels and the exports show.

    Verbs that change annotations return a `Change`: the same value goes to the screen (`after`), to the store and into
    the history, so the three cannot disagree.  Tags given to a verb may be new (`tag("name")`): they enter the codebook
    with the same change.
    """

    article: Article
    annotations: tuple[Annotation, ...] = ()
    """Live ones, in document order, orphans last."""
    codebook: Codebook = field(default_factory=Codebook)
    analysis: Analysis | None = None
    """None until the article has been analysed."""

    def after(self, change: Change) -> Reading:
        """The reading once `change` has been made (edits of other articles and of speakers are left out)."""
        kept = {annotation.id: annotation for annotation in self.annotations}
        tags = dict(self.codebook.tags)
        for edit in change.edits:
            record = edit.record
            if isinstance(record, Tag):
                tags.pop(record.id, None)
                if isinstance(edit.after, Tag):
                    tags[record.id] = edit.after
            elif isinstance(record, Annotation) and record.article_id == self.article.id:
                kept.pop(record.id, None)
                if isinstance(edit.after, Annotation):
                    kept[record.id] = edit.after
        return replace(self, annotations=in_document_order(kept.values()), codebook=Codebook(tags))

    def at(self, offset: int) -> tuple[Annotation, ...]:
        """The annotations that cover source `offset`, innermost first."""
        covering = (a for a in self.annotations if a.anchor.placed and a.span.has(offset))
        return tuple(sorted(covering, key=lambda a: (a.span.length, -a.span.start, a.id)))

    def tag(self, name: str) -> Tag:
        """The tag of that name; where there is none, a new one for a verb to add."""
        return self.codebook.named(name) or editing.new_tag(self.codebook, name)

    # Passages

    def annotate(
        self,
        span: Span,
        tags: Sequence[Tag] = (),
        color: str | None = None,
        note: str = "",
        creator: str = "",
        important: bool = False,
    ) -> Change:
        """Mark the words of `span`; ValueError where there are none.  The colour is by default the first tag's."""
        target = describe(self.article, span)
        ids = tuple(dict.fromkeys(tag.id for tag in tags))
        chosen = color or coding.with_new(self.codebook, tags).color(ids)
        annotation = editing.made(
            self.article.id, target, tags=ids, color=chosen, note=note, creator=creator, important=important
        )
        verb = "Tagged" if tags else "Noted" if note else "Marked as important" if important else "Highlighted"
        label = _label(verb, annotation, tags)
        return self._change(label, (Edit(None, annotation),), tags)

    def attribute(self, where: Annotation | Span, speaker: Speaker, creator: str = "") -> Change:
        """Mark the words of a span as said by `speaker`, or give an annotation its speaker; ValueError as above."""
        if isinstance(where, Annotation):
            target, edit = where.passage, editing.edited(where, speaker=speaker.id)
        else:
            target = describe(self.article, where)
            made = editing.made(self.article.id, target, speaker=speaker.id, creator=creator)
            edit = Edit(None, made)
        return self._change(f"Highlighted {editing.in_marks(target.exact)}, {speaker.name}", (edit,))

    def toggle_tag(self, where: Annotation | Span, tag: Tag, creator: str = "") -> Change:
        """Put `tag` on an annotation or take it off; on a bare span, mark that first.

        A span whose annotation was made with this tag and nothing else is unmarked again.
        """
        annotation = self._marking(where) if isinstance(where, Span) else where
        if annotation is None:
            span = trimmed(self.article.text, where) if isinstance(where, Span) else where.span
            return self.annotate(span, (tag,), creator=creator)
        codebook = coding.with_new(self.codebook, (tag,))
        rest = tuple(i for i in annotation.tags if codebook.meant(i) != tag.id)
        if rest == annotation.tags:
            edit = editing.tagged(annotation, (*annotation.tags, tag.id), codebook)
            return self._change(_label("Tagged", annotation, (tag,)), (edit,), (tag,))
        if not rest and annotation.rev == 1 and not (annotation.note or annotation.important):
            return self.remove((annotation.id,))
        return self._change(_label("Untagged", annotation, (tag,)), (editing.tagged(annotation, rest, codebook),))

    def set_tags(self, annotation: Annotation, tags: Sequence[Tag]) -> Change:
        """Give `annotation` exactly `tags`, in their order."""
        codebook = coding.with_new(self.codebook, tags)
        edit = editing.tagged(annotation, [tag.id for tag in tags], codebook)
        return self._change(_label("Tagged", annotation, tags), (edit,), tags)

    def set_note(self, annotation: Annotation, note: str) -> Change:
        return self._change(_label("Noted", annotation), (editing.edited(annotation, note=note),))

    def set_color(self, annotation: Annotation, color: str) -> Change:
        return self._change(_label(f"Coloured {color}", annotation), (editing.edited(annotation, color=color),))

    def set_important(self, annotation: Annotation, important: bool) -> Change:
        verb = "Marked as important" if important else "No longer important"
        return self._change(_label(verb, annotation), (editing.edited(annotation, important=important),))

    def resize(self, annotation: Annotation, span: Span) -> Change:
        """Let `annotation` mark `span` instead: grows, shrinks, attaches an orphan again; ValueError as above."""
        edit = editing.retargeted(annotation, describe(self.article, span))
        return self._change(_label("Resized" if annotation.anchor.placed else "Attached", annotation), (edit,))

    def accept(self, annotation: Annotation) -> Change:
        """Say that the words where `annotation` stands now are the right ones: they become its target."""
        edit = editing.retargeted(annotation, describe(self.article, annotation.span))
        return self._change(_label("Accepted", annotation), (edit,))

    def remove(self, ids: Iterable[str]) -> Change:
        """Take the annotations of `ids` away; unknown ids are passed over."""
        wanted = frozenset(ids)
        gone = [annotation for annotation in self.annotations if annotation.id in wanted]
        label = _label("Deleted", gone[0]) if len(gone) == 1 else f"Deleted {len(gone)} highlights"
        return self._change(label, tuple(editing.removed(annotation) for annotation in gone))

    # The codebook

    def new_tag(self, name: str, key: int | None = None) -> Change:
        """Add a tag to the codebook; ValueError for an empty or taken name."""
        tag = editing.new_tag(self.codebook, name)
        freed = editing.pinned(self.codebook, tag, key)[:-1] if key else ()
        return self._change(f"New tag #{tag.name}", (*freed, Edit(None, replace(tag, key=key))))

    def rename_tag(self, tag: Tag, name: str) -> Change:
        """Call a tag, and with it those below it, by another name; ValueError for an empty name or a taken one."""
        return coding.renamed(self.codebook, tag.name, name)

    def pin(self, tag: Tag, key: int | None) -> Change:
        """Put `tag` on key 1–9; None takes it off its key."""
        return coding.pinned(self.codebook, tag, key)

    def merge_tag(self, tag: Tag, into: Tag) -> Change:
        """Let every passage tagged `tag`, in the whole library, count as tagged `into`; here they take its colour."""
        return coding.merged(tag, into, self.annotations, self.codebook)

    def delete_tag(self, tag: Tag) -> Change:
        """Take `tag` out of the codebook and so off every passage; the passages stay."""
        return coding.deleted(tag)

    def _change(self, label: str, edits: tuple[Edit, ...], tags: Iterable[Tag] = ()) -> Change:
        return Change(label, (*editing.creations(tags, self.codebook), *edits))

    def _marking(self, span: Span) -> Annotation | None:
        """The annotation that marks exactly `span`, the latest where there are several."""
        wanted = trimmed(self.article.text, span)
        same = (a for a in self.annotations if a.anchor.placed and a.span == wanted)
        return max(same, key=lambda a: a.id, default=None)


def in_document_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Annotations by their place in the present text, those without a place last."""
    return tuple(sorted(annotations, key=lambda a: (not a.anchor.placed, a.span.start, a.span.end, a.id)))


def _label(verb: str, annotation: Annotation, tags: Iterable[Tag] = ()) -> str:
    names = "".join(f" #{tag.name}" for tag in tags)
    return f"{verb} {editing.in_marks(annotation.passage.exact)}{names}"
