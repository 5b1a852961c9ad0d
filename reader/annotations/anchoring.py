"""Where a passage stands in the present text: target, last anchor and texts in, a new `Anchor` out.

The rule above all: right, flagged or given up, but never silently in a wrong place.  Whatever the answer, the target
stays as the person made it, so that a better answer can be found later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from reader.annotations.annotation import Anchor, AnchorState, Annotation, Target
from reader.annotations.comparison import Comparison, Range, Version, compared
from reader.annotations.quote_search import FUZZY_FROM, has_context_elsewhere, quote_places
from reader.annotations.relocation import relocate
from reader.article.displayed import Displayed, Run
from reader.text import Span
from reader.text.fold import Folded, fold

CLOSE = 0.04
"""A second place whose score is within this of the best one's makes the answer ambiguous."""
_CONTEXT = 0.5
"""Likeness of context that a passage needs to be believed, unless it is long and its context is gone."""

Texts = Callable[[str], str | None]
"""From the hash of an earlier text to that text, None where it was not kept."""


class Anchoring:
    """Finds passages in one text, `now`; earlier texts are compared with it once each.

    Where none was kept, the quotation is searched for in the displayed words, `shown`, because it consists of them.
    """

    def __init__(
        self, now: Version, earlier: Texts = lambda sha256: None, shown: Callable[[], Displayed] | None = None
    ) -> None:
        self._now = now
        self._earlier = earlier
        self._shown = shown or (lambda: as_written(now.text))
        self._comparisons: dict[str, Comparison | None] = {}

    def placed(self, annotation: Annotation) -> Annotation:
        """`annotation` with its anchor in the present text."""
        # A text that is again as it was when marked needs no accepting.
        marked = annotation.target if annotation.target.text_sha256 == self._now.sha256 else annotation.passage
        anchor = self.anchor(marked, annotation.anchor)
        return annotation if anchor is annotation.anchor else replace(annotation, anchor=anchor)

    def anchor(self, target: Target, last: Anchor) -> Anchor:
        """The anchor of `target` in the present text; `last` says where it stood before."""
        if last.text_sha256 == self._now.sha256:
            return last
        if target.text_sha256 == self._now.sha256:
            return Anchor(self._now.sha256, target.span)
        if last.placed and (comparison := self._comparison(last.text_sha256)) is not None:
            return self._compared(comparison, last.span, last)
        if (comparison := self._comparison(target.text_sha256)) is not None:
            return self._compared(comparison, target.span, last)
        return self._searched(target, last)

    def _comparison(self, sha256: str) -> Comparison | None:
        if sha256 not in self._comparisons:
            text = self._earlier(sha256)
            self._comparisons[sha256] = None if text is None else compared(Version(text, sha256), self._now)
        return self._comparisons[sha256]

    def _compared(self, comparison: Comparison, span: Span, last: Anchor) -> Anchor:
        passage = comparison.old.covered(span)
        found = relocate(comparison, passage)
        suggest = tuple(_offset(self._now, place) for place in found.suggest)
        score = round(found.score, 3)
        if found.words is None:
            return self._lost(last, found.state, found.method, score, suggest)
        place = _span(comparison, span, passage, found.words)
        changed_before = last.state is AnchorState.CHANGED and not last.confirmed
        state = AnchorState.CHANGED if changed_before else found.state
        return Anchor(self._now.sha256, place, state, found.method, score, extra=last.extra)

    def _searched(self, target: Target, last: Anchor) -> Anchor:
        """By words and context alone, because no earlier text was kept."""
        shown = self._words
        found = quote_places(self._folded, target, shown.to_displayed(last.span.start))
        places = [replace(place, span=shown.source_span(place.span)) for place in found]
        suggest = tuple(place.span.start for place in places)
        if not places:
            return self._lost(last, AnchorState.ORPHAN, "quote", 0.0, ())
        best = places[0]
        if len(places) > 1 and best.score - places[1].score < CLOSE:
            return self._lost(last, AnchorState.AMBIGUOUS, "quote", best.score, suggest)
        if best.context < _CONTEXT:
            if best.likeness < 1 or len(target.exact) < FUZZY_FROM:
                return self._lost(last, AnchorState.ORPHAN, "quote", best.score, suggest)
            if has_context_elsewhere(self._folded, target, found[0].span):
                return self._lost(last, AnchorState.AMBIGUOUS, "quote", best.score, suggest)
        state = AnchorState.SHIFTED if best.likeness == 1 else AnchorState.CHANGED
        return Anchor(self._now.sha256, best.span, state, "quote", best.score, extra=last.extra)

    @cached_property
    def _words(self) -> Displayed:
        return self._shown()

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._words.text)

    def _lost(self, last: Anchor, state: AnchorState, method: str, score: float, suggest: tuple[int, ...]) -> Anchor:
        """No place, but where it stood (as far as the text goes) and where to look."""
        end = len(self._now.text)
        span = Span(min(last.span.start, end), min(last.span.end, end))
        return Anchor(self._now.sha256, span, state, method, score, suggest=suggest[:5], extra=last.extra)


def as_written(text: str) -> Displayed:
    """A text without markup: displayed as it is."""
    return Displayed(text, (Run(0, 0, len(text)),))


def _offset(version: Version, words: Range) -> int:
    """Source offset of the first of `words`; the end of the text behind the last word."""
    first = words[0]
    return version.folded.to_source(version.starts[first]) if first < len(version.words) else len(version.text)


def _span(comparison: Comparison, span: Span, passage: Range, place: Range) -> Span:
    """Source span of the new words `place`; a passage that began or ended inside a word still does."""
    old, new = comparison.old, comparison.new
    start, end = new.starts[place[0]], new.end(place[1] - 1)
    if old.words[passage[0]] == new.words[place[0]]:
        start += max(0, old.folded.to_folded(span.start) - old.starts[passage[0]])
    if old.words[passage[1] - 1] == new.words[place[1] - 1]:
        end -= max(0, old.end(passage[1] - 1) - old.folded.to_folded(span.end))
    return new.folded.source_span(Span(start, max(start, end)))
