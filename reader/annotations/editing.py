"""Changes to annotations as pure functions: a value in, the edit of it out.  `Reading` says what they are called.

Every edited record gets the next revision and the time of the edit; the store needs both to merge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from reader.annotations.annotation import Anchor, Annotation, Target
from reader.annotations.change import Edit
from reader.annotations.identity import new_id, now
from reader.annotations.tag import Codebook, Tag, levels

LABEL_LENGTH = 40
_MARKS = '“”„«»" \u00a0'


def made(article_id: str, target: Target, **fields: Any) -> Annotation:
    """A new annotation of `target`; `fields` are any others of `Annotation`."""
    time = now()
    anchor = Anchor(target.text_sha256, target.span)
    return Annotation(new_id(), article_id, target, anchor, created=time, modified=time, **fields)


def edited(annotation: Annotation, **fields: Any) -> Edit:
    """The edit that sets `fields` of `annotation`."""
    return Edit(annotation, replace(annotation, **fields, rev=annotation.rev + 1, modified=now()))


def retargeted(annotation: Annotation, target: Target) -> Edit:
    """The edit that lets `annotation` mark other words of the present text: it then stands there for certain.

    In the text in which it was made, this is its making still.  In a later one, what was first marked stays known.
    """
    anchor = Anchor(target.text_sha256, target.span)
    if target.text_sha256 == annotation.target.text_sha256:
        return edited(annotation, target=target, accepted=None, anchor=anchor)
    return edited(annotation, accepted=target, anchor=anchor)


def moved(annotation: Annotation, article_id: str, target: Target) -> tuple[Edit, Edit]:
    """The edits that let `annotation` mark words of another article.

    There it has an id of its own: each article's records are a file, and in the old one a tombstone stays.
    """
    anchor = Anchor(target.text_sha256, target.span)
    after = replace(
        annotation,
        id=new_id(),
        article_id=article_id,
        target=target,
        accepted=None,
        anchor=anchor,
        modified=now(),
        rev=1,
    )
    return removed(annotation), Edit(None, after)


def tagged(annotation: Annotation, ids: Sequence[str], codebook: Codebook) -> Edit:
    """The edit that gives `annotation` the tags `ids` of `codebook`; its colour changes with them if it is theirs."""
    given = tuple(dict.fromkeys(ids))
    theirs = codebook.gives(annotation.tags, annotation.color)
    return edited(annotation, tags=given, color=codebook.color(given) if theirs else annotation.color)


def removed(annotation: Annotation) -> Edit:
    return Edit(annotation, None)


def new_tag(codebook: Codebook, name: str, key: int | None = None, color: str = "") -> Tag:
    """A tag that is not in `codebook` yet; ValueError for an empty name or one that is taken."""
    time, name = now(), _written(name)
    _check_free(codebook, name)
    return Tag(f"t_{new_id()}", name, color, key=_checked_key(key), created=time, modified=time)


def renamed(codebook: Codebook, name: str, new: str) -> tuple[Edit, ...]:
    """The edits that give the tag `name`, and all below it, the name `new`.

    ValueError for an empty name and for one that another tag has.
    """
    new, branch = _written(new), codebook.below(name)
    moved = {tag.id for tag in branch}
    edits = []
    for tag in branch:
        wanted = "/".join((new, *levels(tag.name)[len(levels(name)) :]))
        _check_free(codebook, wanted, moved)
        if wanted != tag.name:
            edits.append(edited_tag(tag, name=wanted))
    return tuple(edits)


def pinned(codebook: Codebook, tag: Tag, key: int | None) -> tuple[Edit, ...]:
    """The edits that put `tag` on `key` 1–9 (None: on no key) and take the key from whichever tag had it."""
    _checked_key(key)
    holder = None if key is None else codebook.pinned(key)
    freed = (edited_tag(holder, key=None),) if holder and holder.id != tag.id else ()
    return (*freed, edited_tag(tag, key=key))


def merged(tag: Tag, into: Tag) -> Edit:
    """The edit after which every passage tagged `tag` counts as tagged `into`: one record, however many passages."""
    if tag.id == into.id:
        raise ValueError("a tag cannot be merged into itself")
    return edited_tag(tag, deleted=now(), merged_into=into.id, key=None)


def deleted_tag(tag: Tag) -> Edit:
    """The edit that takes `tag` out of the codebook and so off every passage."""
    return edited_tag(tag, deleted=now(), key=None)


def shortened(words: str, length: int = LABEL_LENGTH) -> str:
    """The first words of a passage in one line, for labels and toasts."""
    line = " ".join(words.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + "…"


def in_marks(words: str) -> str:
    """The same in quotation marks; a passage that begins with such marks lends its own, so that none stands twice."""
    bare = words.lstrip(_MARKS)
    return f"“{shortened(words if bare == words else bare.rstrip(_MARKS))}”"


def creations(tags: Iterable[Tag], codebook: Codebook) -> tuple[Edit, ...]:
    """The edits that add those of `tags` to the codebook that it does not have."""
    return tuple(Edit(None, tag) for tag in tags if tag.id not in codebook.tags)


def edited_tag(tag: Tag, **fields: Any) -> Edit:
    """The edit that sets `fields` of `tag`."""
    return Edit(tag, replace(tag, **fields, rev=tag.rev + 1, modified=now()))


def _written(name: str) -> str:
    """A tag's name as it is kept; ValueError where nothing is left of it."""
    if not (found := "/".join(levels(name))):
        raise ValueError("a tag needs a name")
    return found


def _check_free(codebook: Codebook, name: str, but: Collection[str] = ()) -> None:
    taken = codebook.named(name)
    if taken is not None and taken.id not in but:
        raise ValueError(f"there is a tag “{taken.name}” already")


def _checked_key(key: int | None) -> int | None:
    if key is not None and key not in range(1, 10):
        raise ValueError("tags go on keys 1 to 9")
    return key
