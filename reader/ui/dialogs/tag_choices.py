"""What the tag prompt offers for what has been typed: tags and letters in, a few choices out.  Pure.

However many tags there are, each key looks only at those that fitted before it, and offers no more than fit a screen.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.annotations import Tag
from reader.annotations.tag import levels
from reader.text.safe import safe_line
from reader.ui.dialogs.matching import fit

MOST_OFFERED = 10
"""While something is typed: a new tag, the last choice, must be on the screen with them."""
MOST_LISTED = 50
"""While nothing is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A name to take; `tag` is None if it makes a new one, `taken` says that the passage has it already."""

    name: str
    tag: Tag | None
    taken: bool = False


class TagChoices:
    """The tags of a codebook, likeliest first."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        by_name = {written(tag.name).casefold(): tag for tag in reversed(tags)}  # two windows may have made it twice
        self._names = list(reversed(by_name))
        self._tags = [by_name[name] for name in self._names]
        self._typed = ""
        self._fitting: Sequence[int] = range(len(self._tags))
        """Which tags fit `_typed`."""

    def offered(self, typed: str, taken: Collection[str] = ()) -> list[Choice]:
        """The choices for what is typed, best first; a new tag comes last.

        Names in `taken` are left out only while nothing is typed: who types one of them must not get another tag.
        """
        name = written(typed)
        wanted = name.casefold()
        ranked = sorted(self._ranked(wanted))
        known = [Choice(self._tags[n].name, self._tags[n], self._tags[n].name in taken) for _, n in ranked]
        if not wanted:
            return [choice for choice in known if not choice.taken][:MOST_LISTED]
        new = not any(wanted == self._names[n] for _, n in ranked) and wanted not in map(str.casefold, taken)
        return known[:MOST_OFFERED] + ([Choice(name, None)] if new else [])

    def _ranked(self, wanted: str) -> list[tuple[int, int]]:
        """(rank, number) of the tags that fit; the number of a pinned key means its tag first of all."""
        if not wanted.startswith(self._typed):
            self._fitting = range(len(self._tags))
        keyed = [n for n, tag in enumerate(self._tags) if str(tag.key) == wanted] if len(wanted) == 1 else []
        ranks = [(0 if not wanted else fit(wanted, self._names[n]), n) for n in self._fitting]
        ranked = [(rank, n) for rank, n in ranks if rank is not None]
        self._typed, self._fitting = wanted, [n for _, n in ranked]
        return [(-1, n) for n in keyed] + [(rank, n) for rank, n in ranked if n not in keyed]


def written(typed: str) -> str:
    """A tag's name as it will be kept: one line, safe to show, no blanks around its levels; "" for no name."""
    return "/".join(levels(safe_line(" ".join(typed.split()))))
