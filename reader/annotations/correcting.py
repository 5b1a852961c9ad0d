"""Corrections as changes that can be stored and undone: who is meant in, a change with its label out."""

from __future__ import annotations

from collections.abc import Iterable

from reader.annotations.annotation import Target
from reader.annotations.change import Change, Edit
from reader.annotations.correction import Action, Correction
from reader.annotations.editing import shortened
from reader.annotations.identity import new_id, now

_MARKS = "“”‘’\"'«»„‚ "


def reassigned(article_id: str, target: Target, name: str, speaker: str) -> Change:
    """The quotation `target` is `speaker`'s; ValueError for an empty name."""
    speaker = _checked(speaker)
    label = f"Said by {speaker}: “{_words(target)}”"
    return _change(label, _made(Action.REASSIGN, article_id, target, name, speaker))


def rejected(article_id: str, target: Target, name: str = "") -> Change:
    """The words of `target` are no quotation."""
    label = f"Not a quotation: {_words(target)}"
    return _change(label, _made(Action.REJECT, article_id, target, name))


def confirmed(article_id: str, target: Target, name: str) -> Change:
    """`name` said the words of `target`."""
    label = f"Confirmed: “{_words(target)}”, {name}"
    return _change(label, _made(Action.CONFIRM, article_id, target, name, name))


def merged_speakers(name: str, into: str) -> Change:
    """Everything that `name` said counts as said by `into`; ValueError for an empty name or the same one."""
    into = _checked(into)
    if into == name:
        raise ValueError("a speaker cannot be merged into themselves")
    return _change(f"Merged {name} into {into}", _made(Action.MERGE, name=name, speaker=into))


def renamed_speaker(name: str, new: str) -> Change:
    """`name` is called `new`; ValueError for an empty name or the same one."""
    new = _checked(new)
    if new == name:
        raise ValueError("that is the name already")
    return _change(f"Renamed {name} to {new}", _made(Action.RENAME, name=name, speaker=new))


def split_speaker(name: str, article_id: str, new: str) -> Change:
    """In that article `name` is somebody else, called `new`; ValueError for an empty name or the same one."""
    new = _checked(new)
    if new == name:
        raise ValueError("the other one needs another name")
    return _change(f"In this article {name} is {new}", _made(Action.SPLIT, article_id, name=name, speaker=new))


def withdrawn(corrections: Iterable[Correction], label: str) -> Change:
    """`corrections` hold no longer."""
    return Change(label, tuple(Edit(correction, None) for correction in corrections))


def _words(target: Target) -> str:
    return shortened(target.exact.strip(_MARKS))


def _made(
    action: Action, article_id: str = "", target: Target | None = None, name: str = "", speaker: str = ""
) -> Correction:
    time = now()
    return Correction(new_id(), action, time, time, article_id, target, name, speaker)


def _change(label: str, correction: Correction) -> Change:
    return Change(label, (Edit(None, correction),))


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise ValueError("a speaker needs a name")
    return name
