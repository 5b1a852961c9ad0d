"""Where a passage stands in the present text: target, last anchor and article in, a new `Anchor` out.

The rule above all: right, flagged or given up, but never silently in a wrong place.  Whatever the answer, the target
stays as the person made it, so that a better answer can be found later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.quote_search import FUZZY_FROM, Place, quote_places
from reader.text import Span
from reader.text.fold import Folded, fold

CLOSE = 0.04
"""A second place whose score is within this of the best one's makes the answer ambiguous."""
_CONTEXT = 0.5
"""Likeness of context that a short passage needs to be believed."""


@dataclass(frozen=True)
class Version:
    """One version of a text, folded when first searched."""

    text: str
    sha256: str

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text)


def locate(target: Target, anchor: Anchor, now: Version) -> Anchor:
    """The anchor of `target` in the text `now`; `anchor` is where it stood last."""
    if anchor.text_sha256 == now.sha256:
        return anchor
    if target.text_sha256 == now.sha256:
        return Anchor(now.sha256, target.span)
    return _by_quote(target, anchor, now)


def located(annotation: Annotation, now: Version) -> Annotation:
    """`annotation` with its anchor in the text `now`."""
    anchor = locate(annotation.target, annotation.anchor, now)
    return annotation if anchor is annotation.anchor else replace(annotation, anchor=anchor)


def _by_quote(target: Target, anchor: Anchor, now: Version) -> Anchor:
    places = quote_places(now.folded, target, anchor.span.start)
    if not places:
        return orphan(anchor, now)
    best = places[0]
    if len(places) > 1 and best.score - places[1].score < CLOSE:
        return _flagged(anchor, now, AnchorState.AMBIGUOUS, places)
    if best.likeness == 1 and (len(target.exact) >= FUZZY_FROM or best.context >= _CONTEXT):
        return replace(_placed(now, best.span, "quote", best.score), state=AnchorState.SHIFTED)
    if best.likeness < 1 and best.context >= _CONTEXT:
        return replace(_placed(now, best.span, "quote", best.score), state=AnchorState.CHANGED)
    return _flagged(anchor, now, AnchorState.ORPHAN, places)


def orphan(anchor: Anchor, now: Version) -> Anchor:
    """The anchor of a passage that is nowhere in `now`; its old span (clipped) and place are kept for the list."""
    return _flagged(anchor, now, AnchorState.ORPHAN, [])


def _placed(now: Version, span: Span, method: str, score: float) -> Anchor:
    return Anchor(now.sha256, span, method=method, score=score)


def _flagged(anchor: Anchor, now: Version, state: AnchorState, places: list[Place]) -> Anchor:
    end = len(now.text)
    span = Span(min(anchor.span.start, end), min(anchor.span.end, end))
    suggest = tuple(place.span.start for place in places[:5])
    score = places[0].score if places else 0.0
    return Anchor(now.sha256, span, state, "quote", score, suggest=suggest, extra=anchor.extra)
