"""Whose words a highlight marks: speakers in, the speaker of any passage out.

Made once per export, because looking through every quotation for every highlight takes minutes in a large library.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reader.annotations import Annotation
from reader.quotations import Quotation, Speaker
from reader.text import Span


class Voices:
    """Speakers by id, and who speaks where in each article."""

    def __init__(self, speakers: Iterable[Speaker] = ()) -> None:
        self._known: dict[str, Speaker] = {}
        self._said: defaultdict[str, list[tuple[Quotation, Speaker]]] = defaultdict(list)
        for speaker in speakers:
            self._known[speaker.id] = speaker
            for quotation in speaker.quotations:
                if quotation.speaker is not None:
                    self._said[quotation.article_id].append((quotation, speaker))

    def behind(self, annotation: Annotation) -> Speaker | None:
        """The speaker given by hand, else the one whose quotation makes up at least half of the passage."""
        if annotation.speaker:
            return self._known.get(annotation.speaker)
        if not annotation.anchor.placed:
            return None
        shares = ((_shared(annotation.span, q), speaker) for q, speaker in self._said[annotation.article_id])
        most, speaker = max(shares, key=lambda share: share[0], default=(0, None))
        return speaker if most and 2 * most >= annotation.span.length else None


def _shared(span: Span, quotation: Quotation) -> int:
    both = span.clipped(quotation.span)
    return both.length if both else 0
