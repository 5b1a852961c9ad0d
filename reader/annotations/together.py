"""Changes to several highlights at once, as one step of the history: annotations and a wish in, a change out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reader.annotations import coding, editing
from reader.annotations.annotation import AnchorState, Annotation
from reader.annotations.change import Change, Edit
from reader.annotations.selector import describe
from reader.annotations.tag import Codebook, Tag
from reader.article import Article

_TO_ACCEPT = frozenset({AnchorState.SHIFTED, AnchorState.MOVED, AnchorState.CHANGED})


def removed(annotations: Sequence[Annotation]) -> Change:
    return Change(f"Deleted {_these(annotations)}", tuple(map(editing.removed, annotations)))


def flagged(annotations: Sequence[Annotation], important: bool) -> Change:
    """Mark all of them as important, or none."""
    edits = (editing.edited(one, important=important) for one in annotations if one.important is not important)
    verb = "as important" if important else "as not important"
    return Change(f"Marked {_these(annotations)} {verb}", tuple(edits))


def colored(annotations: Sequence[Annotation], color: str) -> Change:
    """Give all of them one colour."""
    edits = (editing.edited(one, color=color) for one in annotations if one.color != color)
    return Change(f"Coloured {_these(annotations)} {color}", tuple(edits))


def can_be_accepted(annotation: Annotation) -> bool:
    """Does it stand somewhere, and not just where it was made?"""
    return annotation.anchor.state in _TO_ACCEPT


def accepted(found: Iterable[tuple[Article, Iterable[Annotation]]]) -> Change:
    """Say of highlights, article by article, that they are where they should be: the words there become theirs."""
    edits = [
        editing.retargeted(annotation, describe(article, annotation.span))
        for article, annotations in found
        for annotation in annotations
        if can_be_accepted(annotation)
    ]
    return Change(f"Accepted {_these([e.before for e in edits if isinstance(e.before, Annotation)])}", tuple(edits))


def common_tags(annotations: Sequence[Annotation], codebook: Codebook) -> tuple[Tag, ...]:
    """The tags that all of them have, in the order of the first one's."""
    carried = [codebook.of(annotation.tags) for annotation in annotations]
    return tuple(tag for tag in carried[0] if all(tag in tags for tags in carried)) if carried else ()


def retagged(annotations: Sequence[Annotation], codebook: Codebook, tags: Sequence[Tag]) -> Change:
    """Let `tags` be what all of them have in common: missing ones are added, common ones left out are taken away.

    Tags that only some of them have stay.  New tags enter the codebook with the same change.
    """
    wider = coding.with_new(codebook, tags)
    gone = {tag.id for tag in common_tags(annotations, codebook)} - {tag.id for tag in tags}
    edits = (_retagged(annotation, wider, tags, gone) for annotation in annotations)
    names = " ".join(f"#{tag.name}" for tag in tags)
    label = f"{'Tagged' if tags else 'Untagged'} {_these(annotations)} {names}".strip()
    return Change(label, (*editing.creations(tags, codebook), *(edit for edit in edits if edit is not None)))


def toggled(annotations: Sequence[Annotation], codebook: Codebook, tag: Tag) -> Change:
    """Give `tag` to those that lack it; where all have it, take it from all."""
    common = [other for other in common_tags(annotations, codebook) if other.id != tag.id]
    off = all(tag in codebook.of(annotation.tags) for annotation in annotations)
    change = retagged(annotations, codebook, common if off else [*common, tag])
    return Change(f"{'Untagged' if off else 'Tagged'} {_these(annotations)} #{tag.name}", change.edits)


def _retagged(annotation: Annotation, codebook: Codebook, tags: Sequence[Tag], gone: Collection[str]) -> Edit | None:
    kept = [tag_id for tag_id in annotation.tags if codebook.meant(tag_id) not in gone]
    have = {codebook.meant(tag_id) for tag_id in kept}
    ids = (*kept, *(tag.id for tag in tags if tag.id not in have))
    return None if ids == annotation.tags else editing.tagged(annotation, ids, codebook)


def _these(annotations: Sequence[Annotation]) -> str:
    """What a change is about, for its label."""
    if len(annotations) == 1:
        return editing.in_marks(annotations[0].passage.exact)
    return f"{len(annotations)} highlights"
