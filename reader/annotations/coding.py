"""The codebook as changes that can be stored and undone: tags and a wish in, a change with its label out."""

from __future__ import annotations

from collections.abc import Iterable

from reader.annotations import editing
from reader.annotations.annotation import DEFAULT_COLOR, Annotation
from reader.annotations.change import Change
from reader.annotations.tag import Codebook, Tag

_EMPTY_CODEBOOK = Codebook()


def renamed(codebook: Codebook, name: str, new: str) -> Change:
    """The tag `name`, and every tag below it, is called `new`; ValueError for an empty name or a taken one."""
    edits = editing.renamed(codebook, name, new)
    below = len([tag for tag in codebook.below(name) if tag is not codebook.named(name)])
    return Change(f"Renamed #{name} to #{new.strip()}{_and_below(below)}", edits)


def _and_below(tags: int) -> str:
    return f", with {tags} below it" if tags else ""


def merged(tag: Tag, into: Tag, annotations: Iterable[Annotation] = (), codebook: Codebook = _EMPTY_CODEBOOK) -> Change:
    """Every passage tagged `tag`, in the whole library, counts as tagged `into`; ValueError for a tag into itself.

    Those of `annotations` that have their colour from `tag` take the one that their tags have then.
    """
    edit = editing.merged(tag, into)
    after = Codebook({**codebook.tags, tag.id: edit.record}) if isinstance(edit.record, Tag) else codebook
    due = ((one, after.color(one.tags)) for one in colored_by(codebook, tag, annotations))
    edits = (editing.edited(one, color=color) for one, color in due if color != one.color)
    return Change(f"Merged #{tag.name} into #{into.name}", (edit, *edits))


def deleted(tag: Tag) -> Change:
    """`tag` is taken out of the codebook and so off every passage; the passages stay."""
    return Change(f"Deleted tag #{tag.name}", (editing.deleted_tag(tag),))


def pinned(codebook: Codebook, tag: Tag, key: int | None) -> Change:
    """`tag` is on key 1–9, and whichever was there is on none; None takes it off its key."""
    holder = None if key is None else codebook.pinned(key)
    instead = f" in place of #{holder.name}" if holder and holder.id != tag.id else ""
    label = f"#{tag.name} is on key {key}{instead}" if key else f"#{tag.name} is on no key"
    return Change(label, editing.pinned(codebook, tag, key))


def described(tag: Tag, description: str) -> Change:
    """`tag` means what `description` says."""
    return Change(f"Described #{tag.name}", (editing.edited_tag(tag, description=description),))


def recolored(codebook: Codebook, tag: Tag, color: str, annotations: Iterable[Annotation]) -> Change:
    """`tag` has another colour, and with it those of `annotations` that have theirs from it."""
    after = editing.edited_tag(tag, color=color)
    with_it = colored_by(codebook, tag, annotations)
    edits = (editing.edited(annotation, color=color or DEFAULT_COLOR) for annotation in with_it)
    return Change(f"Coloured #{tag.name} {color}", (after, *edits))


def colored_by(codebook: Codebook, tag: Tag, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Those of `annotations` that have their colour from `tag`: it is their first one, and nobody chose another."""
    carrying = (a for a in annotations if a.tags and codebook.meant(a.tags[0]) == tag.id)
    return [annotation for annotation in carrying if codebook.gives(annotation.tags, annotation.color)]


def with_new(codebook: Codebook, tags: Iterable[Tag]) -> Codebook:
    """`codebook` with `tags` in it, too."""
    return Codebook({**codebook.tags, **{tag.id: tag for tag in tags if tag.id not in codebook.tags}})
