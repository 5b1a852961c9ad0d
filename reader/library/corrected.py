"""Who said what once the reader's corrections are laid over it: speakers and corrections in, speakers out.  Pure.

The reader always wins, and of two corrections the later one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
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
    roll = _Roll(speakers, {placed.article_id for placed in in_order})
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
    """Every speaker while corrections are laid over them; only what a correction touches is looked at."""

    def __init__(self, speakers: Iterable[Speaker], articles: Container[str]) -> None:
        """`articles`: ids of those that corrections are about."""
        self._known = {speaker.id: speaker for speaker in speakers}
        self._said: dict[str, dict[_Key, Quotation]] = {}
        """What speakers say now whom a correction has touched, by their ids."""
        self._here: defaultdict[str, dict[_Key, str]] = defaultdict(dict)
        """In each of the articles the speaker's id of each quotation."""
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        self._aliases: defaultdict[str, set[str]] = defaultdict(set)
        for speaker in self._known.values():
            self._note_names(speaker)
            for quotation in speaker.quotations:
                if quotation.article_id in articles:
                    self._here[quotation.article_id][quotation.article_id, quotation.id] = speaker.id

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
        now = [self._as_corrected(speaker) for speaker in self._known.values()]
        left = [speaker for speaker in now if speaker.quotations]
        return tuple(sorted(left, key=lambda s: (s.kind is SpeakerKind.UNATTRIBUTED, -len(s.quotations), s.name)))

    def _as_corrected(self, speaker: Speaker) -> Speaker:
        said = self._said.get(speaker.id)
        if said is None:
            return speaker
        return replace(speaker, quotations=tuple(sorted(said.values(), key=lambda q: (q.article_id, q.span))))

    def _judge(self, key: _Key, action: Action, name: str) -> None:
        """What one quotation is."""
        voice = self._here[key[0]][key]
        if action is Action.REJECT:
            del self._spoken(voice)[key], self._here[key[0]][key]
        elif action is Action.CONFIRM:
            self._spoken(voice)[key] = replace(self._spoken(voice)[key], rule=CONFIRMED, confidence=1.0)
        elif action is Action.REASSIGN:
            speaker = self._called(name) or self._known_as(name) or self._new(name)
            self._give(key, voice, speaker)
            self._spoken(speaker.id)[key] = replace(self._spoken(speaker.id)[key], rule=CORRECTED, confidence=1.0)

    def _call(self, name: str, new: str) -> None:
        """Give a speaker a new name; where somebody has it already, the two are one."""
        speaker, other = self._called(name) or self._known_as(name), self._called(new)
        if speaker is None:
            return
        names = dict.fromkeys([*(other.aliases if other else ()), speaker.name, *speaker.aliases])
        kept = replace(other or speaker, name=new, aliases=tuple(n for n in names if n != new))
        self._known[kept.id] = kept
        self._note_names(kept)
        for key in list(self._spoken(speaker.id)):
            self._give(key, speaker.id, kept)
        if kept.id != speaker.id:
            del self._known[speaker.id]

    def _split(self, name: str, article_id: str, new: str) -> None:
        """Let a speaker be somebody else in one article."""
        speaker = self._called(name) or self._known_as(name)
        if speaker is None:
            return
        other = self._called(new) or self._new(new, speaker.kind)
        for key, voice in list(self._here[article_id].items()):
            if voice == speaker.id:
                self._give(key, voice, other)

    def _give(self, key: _Key, giver: str, taker: Speaker) -> None:
        quotation = self._spoken(giver).pop(key)
        resolved = "" if taker.kind is SpeakerKind.UNATTRIBUTED else taker.name
        self._spoken(taker.id)[key] = replace(quotation, resolved=resolved)
        if key in self._here[key[0]]:
            self._here[key[0]][key] = taker.id

    def _spoken(self, speaker: str) -> dict[_Key, Quotation]:
        """What a speaker says now, to be changed."""
        if speaker not in self._said:
            self._said[speaker] = {(q.article_id, q.id): q for q in self._known[speaker].quotations}
        return self._said[speaker]

    def _at(self, placed: Placed) -> _Key | None:
        """The quotation that stands where a correction was made."""
        if placed.span is None:
            return None
        span = placed.span
        here = {key: self._spoken(voice)[key].span for key, voice in self._here[placed.article_id].items()}
        best = max(here, key=lambda key: _likeness(span, here[key]), default=None)
        return best if best is not None and _likeness(span, here[best]) >= SAME else None

    def _called(self, name: str) -> Speaker | None:
        """The speaker of that name, whatever its case and accents."""
        wanted = _folded(name)
        having = (self._known[i] for i in self._names[wanted] if i in self._known)
        return next((speaker for speaker in having if _folded(speaker.name) == wanted), None)

    def _known_as(self, name: str) -> Speaker | None:
        """The only speaker who is also called `name`."""
        wanted = _folded(name)
        having = [self._known[i] for i in self._aliases[wanted] if i in self._known]
        found = [speaker for speaker in having if any(_folded(alias) == wanted for alias in speaker.aliases)]
        return found[0] if len(found) == 1 else None

    def _note_names(self, speaker: Speaker) -> None:
        self._names[_folded(speaker.name)].append(speaker.id)
        for alias in speaker.aliases:
            self._aliases[_folded(alias)].add(speaker.id)

    def _new(self, name: str, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
        key = _folded(name)
        while (new_id := "s-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]) in self._known:
            key += "'"
        self._known[new_id] = Speaker(new_id, name, kind, "", (), ())
        self._note_names(self._known[new_id])
        return self._known[new_id]


def _likeness(one: Span, other: Span) -> float:
    """The share of the longer span that both have in common."""
    both = one.clipped(other)
    return both.length / max(one.length, other.length, 1) if both else 0.0


@lru_cache(maxsize=1 << 15)
def _folded(name: str) -> str:
    return fold(name, case=True, diacritics=True).text.strip()
