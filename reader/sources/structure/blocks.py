"""Judged drafts in, blocks out: markers into containers, blank rows decided, endless paragraphs cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.article import Block, Container, Kind
from reader.sources.structure.draft import Draft
from reader.sources.structure.headings import LEVEL
from reader.sources.structure.lists import shown_marker
from reader.text import Span

LARGEST = 20_000
"""Code points of one block; a longer one is cut at a space, so that no single block delays a screen."""


def blocks(source: str, drafts: Iterable[Draft]) -> Iterator[Block]:
    """A block for each draft, or several for a very long one, lazily and in order."""
    previous: Draft | None = None
    for draft in drafts:
        gap = _gap(previous, draft)
        start = draft.start
        containers = _containers(source, draft, opens=True)
        for pieces in _cut(source, draft.pieces):
            yield Block(
                kind=draft.kind,
                span=Span(start, pieces[-1].end),
                pieces=pieces,
                level=LEVEL if draft.kind is Kind.HEADING else 0,
                containers=containers,
                gap=gap,
                info=draft.rule,
            )
            start, gap = pieces[-1].end, 0
            containers = _containers(source, draft, opens=False)
        previous = draft


def _containers(source: str, draft: Draft, opens: bool) -> tuple[Container, ...]:
    if draft.marker is None:
        return ()
    return (Container("item", shown_marker(draft.marker.of(source)), opens),)


def _gap(previous: Draft | None, draft: Draft) -> int:
    """Blank rows before `draft`: paragraphs of prose get one even where the source has none, lists and verse do not."""
    if previous is None:
        return 0
    if draft.blanks:
        return 1
    if previous.is_item and draft.is_item:
        return 0
    apart = {Kind.TITLE, Kind.HEADING}
    return int(previous.is_prose or draft.is_prose or previous.kind in apart or draft.kind in apart)


def _cut(source: str, pieces: list[Span]) -> Iterator[tuple[Span, ...]]:
    """`pieces` in groups of at most LARGEST code points."""
    if pieces[-1].end - pieces[0].start <= LARGEST:
        yield tuple(pieces)
        return
    group: list[Span] = []
    length = 0
    for piece in pieces:
        for part in _parts(source, piece):
            if group and length + part.length > LARGEST:
                yield tuple(group)
                group, length = [], 0
            group.append(part)
            length += part.length
    yield tuple(group)


def _parts(source: str, piece: Span) -> Iterator[Span]:
    """`piece` cut at spaces; where a stretch of LARGEST has none, anywhere."""
    start = piece.start
    while piece.end - start > LARGEST:
        space = source.rfind(" ", start + 1, start + LARGEST)
        end = space if space > 0 else start + LARGEST
        yield Span(start, end)
        start = end + (space > 0)
    yield Span(start, piece.end)
