"""Who said what once the reader's corrections are laid over it: speakers and corrections in, speakers out.  Pure.

The reader always wins, and of two corrections the later one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from reader.annotations import Action, Correction
from reader.quotations import Analysis, Quotation, Speaker, SpeakerKind
from reader.text import Span
from reader.text.fold import fold

CORRECTED = "corrected by the reader"
CONFIRMED = "confirmed by the reader"
"""Rules of quotations whose speaker a person gave or confirmed; their confidence is 1."""
SAME = 0.5
"""Share of the longer of two spans that both have in common when they are one quotation."""

_Key: TypeAlias = tuple[str, str]
"""A quotation: its article and its id."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction, and where in the present text its quotation stands (None: nowhere, or it is about a speaker)."""

    correction: Correction
    article_id: str = ""
    span: Span | None = None


def corrected(speakers: Sequence[Speaker], corrections: Iterable[Placed]) -> tuple[Speaker, ...]:
    """`speakers` as `corrections` want them, in the order of `gather`; corrections of what is gone do nothing."""
    in_order = sorted(corrections, key=lambda placed: placed.correction.id)
    if not in_order:
        return tuple(speakers)
    roll = _Roll(speakers)
    for placed in in_order:
        roll.correct(placed)
    return roll.speakers()


def as_said(analyses: Iterable[Analysis], speakers: Iterable[Speaker]) -> list[Analysis]:
    """`analyses` with the quotations of `speakers`: what was corrected there is corrected in each article."""
    said: defaultdict[str, list[Quotation]] = defaultdict(list)
    for speaker in speakers:
        for quotation in speaker.quotations:
            said[quotation.article_id].append(quotation)
    in_order = {article_id: tuple(sorted(found, key=lambda q: q.span)) for article_id, found in said.items()}
    return [replace(analysis, quotations=in_order.get(analysis.article_id, ())) for analysis in analyses]


class _Roll:
    """Every speaker and every quotation while corrections are laid over them."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self._known: dict[str, Speaker] = {}
        self._said: dict[_Key, Quotation] = {}
        self._voice: dict[_Key, str] = {}
        self._article: defaultdict[str, list[_Key]] = defaultdict(list)
        for speaker in speakers:
            self._known[speaker.id] = speaker
            for quotation in speaker.quotations:
                key = (quotation.article_id, quotation.id)
                self._said[key] = quotation
                self._voice[key] = speaker.id
                self._article[quotation.article_id].append(key)

    def correct(self, placed: Placed) -> None:
        correction = placed.correction
        match correction.action:
            case Action.MERGE | Action.RENAME:
                self._call(correction.name, correction.speaker)
            case Action.SPLIT:
                self._split(correction.name, placed.article_id, correction.speaker)
            case action if (key := self._at(placed)) is not None:
                self._judge(key, action, correction.speaker)

    def speakers(self) -> tuple[Speaker, ...]:
        """Whoever still has quotations, most quoted first, then by name."""
        said: defaultdict[str, list[Quotation]] = defaultdict(list)
        for key, quotation in self._said.items():
            said[self._voice[key]].append(quotation)
        left = [
            replace(self._known[i], quotations=tuple(sorted(found, key=lambda q: (q.article_id, q.span))))
            for i, found in said.items()
        ]
        return tuple(sorted(left, key=lambda s: (s.kind is SpeakerKind.UNATTRIBUTED, -len(s.quotations), s.name)))

    def _judge(self, key: _Key, action: Action, name: str) -> None:
        """What one quotation is."""
        if action is Action.REJECT:
            del self._said[key]
        elif action is Action.CONFIRM:
            self._said[key] = replace(self._said[key], rule=CONFIRMED, confidence=1.0)
        elif action is Action.REASSIGN:
            speaker = self._called(name) or self._known_as(name) or self._new(name)
            self._give(key, speaker)
            self._said[key] = replace(self._said[key], rule=CORRECTED, confidence=1.0)

    def _call(self, name: str, new: str) -> None:
        """Give a speaker a new name; where somebody has it already, the two are one."""
        speaker, other = self._called(name) or self._known_as(name), self._called(new)
        if speaker is None:
            return
        names = dict.fromkeys([*(other.aliases if other else ()), speaker.name, *speaker.aliases])
        kept = replace(other or speaker, name=new, aliases=tuple(n for n in names if n != new))
        self._known[kept.id] = kept
        for key in [key for key, voice in self._voice.items() if voice == speaker.id]:
            self._give(key, kept)
        if kept.id != speaker.id:
            del self._known[speaker.id]

    def _split(self, name: str, article_id: str, new: str) -> None:
        """Let a speaker be somebody else in one article."""
        speaker = self._called(name) or self._known_as(name)
        if speaker is None:
            return
        other = self._called(new) or self._new(new, speaker.kind)
        for key in self._article[article_id]:
            if self._voice[key] == speaker.id:
                self._give(key, other)

    def _give(self, key: _Key, speaker: Speaker) -> None:
        self._voice[key] = speaker.id
        if key in self._said:
            resolved = "" if speaker.kind is SpeakerKind.UNATTRIBUTED else speaker.name
            self._said[key] = replace(self._said[key], resolved=resolved)

    def _at(self, placed: Placed) -> _Key | None:
        """The quotation that stands where a correction was made."""
        if placed.span is None:
            return None
        span = placed.span
        here = [key for key in self._article[placed.article_id] if key in self._said]
        best = max(here, key=lambda key: _likeness(span, self._said[key].span), default=None)
        return best if best is not None and _likeness(span, self._said[best].span) >= SAME else None

    def _called(self, name: str) -> Speaker | None:
        """The speaker of that name, whatever its case and accents."""
        wanted = _folded(name)
        return next((speaker for speaker in self._known.values() if _folded(speaker.name) == wanted), None)

    def _known_as(self, name: str) -> Speaker | None:
        """The only speaker who is also called `name`."""
        wanted = _folded(name)
        found = [s for s in self._known.values() if any(_folded(alias) == wanted for alias in s.aliases)]
        return found[0] if len(found) == 1 else None

    def _new(self, name: str, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
        key = _folded(name)
        while (new_id := "s-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]) in self._known:
            key += "'"
        self._known[new_id] = Speaker(new_id, name, kind, "", (), ())
        return self._known[new_id]


def _likeness(one: Span, other: Span) -> float:
    """The share of the longer span that both have in common."""
    both = one.clipped(other)
    return both.length / max(one.length, other.length, 1) if both else 0.0


@lru_cache(maxsize=1 << 15)
def _folded(name: str) -> str:
    return fold(name, case=True, diacritics=True).text.strip()
