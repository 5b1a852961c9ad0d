"""Judged drafts in, blocks out as rows: markers into containers, blank rows decided, endless paragraphs cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.article import Container, Kind, Row
from reader.sources.structure.draft import Draft
from reader.sources.structure.headings import LEVEL
from reader.sources.structure.lists import shown_marker

LARGEST = 20_000
"""Code points of one block; a longer one is cut at a space, so that no single block delays a screen."""

_HEADING = Kind.HEADING
_APART = (Kind.TITLE, Kind.HEADING)


def rows(source: str, drafts: Iterable[Draft]) -> Iterator[Row]:
    """A block for each draft, or several for a very long one, lazily and in order."""
    previous: Draft | None = None
    for draft in drafts:
        gap = _gap(previous, draft)
        start = draft.start
        level = LEVEL if draft.kind is _HEADING else 0
        containers = _containers(source, draft, opens=True)
        for pieces in _cut(source, draft.pieces):
            end = pieces[-1][1]
            yield Row(start, end, pieces, (draft.kind, level, containers, gap, draft.rule))
            start, gap = end, 0
            containers = _containers(source, draft, opens=False)
        previous = draft


def _containers(source: str, draft: Draft, opens: bool) -> tuple[Container, ...]:
    if draft.marker is None:
        return ()
    start, end = draft.marker
    return (Container("item", shown_marker(source[start:end]), opens),)


def _gap(previous: Draft | None, draft: Draft) -> int:
    """Blank rows before `draft`: paragraphs of prose get one even where the source has none, lists and verse do not."""
    if previous is None:
        return 0
    if draft.blanks:
        return 1
    if previous.is_item and draft.is_item:
        return 0
    return int(previous.is_prose or draft.is_prose or previous.kind in _APART or draft.kind in _APART)


def _cut(source: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    """`pieces` in groups of at most LARGEST code points."""
    if pieces[-1][1] - pieces[0][0] <= LARGEST:
        yield tuple(pieces)
        return
    group: list[tuple[int, int]] = []
    length = 0
    for piece in pieces:
        for start, end in _parts(source, *piece):
            if group and length + end - start > LARGEST:
                yield tuple(group)
                group, length = [], 0
            group.append((start, end))
            length += end - start
    yield tuple(group)


def _parts(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece cut at spaces; where a stretch of LARGEST has none, anywhere."""
    while end - start > LARGEST:
        space = source.rfind(" ", start + 1, start + LARGEST)
        cut = space if space > 0 else start + LARGEST
        yield start, cut
        start = cut + (space > 0)
    yield start, end
