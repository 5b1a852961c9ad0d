"""Which cards the speakers panel shows, and in what order: speakers and a view in, cards out.  Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from reader.quotations import Quotation, QuotationKind, Speaker, SpeakerKind
from reader.ui.panes.speakers_versions import Retold, Told, key
from reader.ui.panes.turning import Turning

DOUBT = 0.8
"""A rule that is right less often than this leaves quotations that somebody should look at."""


class Order(Turning):
    """How speakers follow each other; unnamed sources and quotations without a speaker are always last."""

    COUNT = "by number"
    NAME = "by name"
    APPEARANCE = "by appearance"


@dataclass(frozen=True, slots=True)
class View:
    """What the user wants to see of all that is said."""

    order: Order = Order.COUNT
    article: str = ""
    """Id of the only article to show, "" for all."""
    reported: bool = False
    """Reported speech, too."""
    doubtful: bool = False
    """Only quotations whose speaker is in doubt, all of them opened."""
    opened: str = ""
    """Id of the speaker whose quotations are shown."""

    def opens(self, speaker: Speaker) -> bool:
        return self.doubtful or speaker.id == self.opened

    def has(self, quotation: Quotation) -> bool:
        """Does `quotation` belong here, reported or not?"""
        here = not self.article or quotation.article_id == self.article
        return here and (not self.doubtful or is_doubtful(quotation))

    def shows(self, quotation: Quotation) -> bool:
        return self.has(quotation) and (self.reported or not is_reported(quotation))


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """A speaker, with the numbers of quotations in marks and of reported ones."""

    speaker: Speaker
    name: str
    """As the article spells it, where only one is shown; else the speaker's."""
    marked: int
    reported: int
    opened: bool


@dataclass(frozen=True, slots=True)
class QuotationCard:
    """One quotation below its speaker."""

    speaker: Speaker
    quotation: Quotation
    leads: bool
    """True if its article is to be named: for the first one from there."""
    ends: bool
    """True for the speaker's last one."""
    told: Told | None = None
    """Which version it is, where it is shown among the versions of one statement."""
    elsewhere: int = 0
    """In how many other articles the statement stands, where these are not shown beside it."""


@dataclass(frozen=True, slots=True)
class HiddenCard:
    """How many reported statements are not shown."""

    count: int


Card: TypeAlias = SpeakerCard | QuotationCard | HiddenCard


def is_reported(quotation: Quotation) -> bool:
    return quotation.kind is QuotationKind.REPORTED


def is_doubtful(quotation: Quotation) -> bool:
    return quotation.confidence < DOUBT


NOTHING_RETOLD = Retold()


def arranged(
    speakers: Iterable[Speaker],
    view: View,
    retold: Retold = NOTHING_RETOLD,
    dates: Mapping[str, date | None] | None = None,
) -> tuple[Card, ...]:
    """The cards of `view`, at the end one that says what is hidden.

    What several articles report comes first below its speaker, version by version; `dates` (by article) order them.
    """
    parts = [_Part(speaker, view) for speaker in speakers]
    cards: list[Card] = []
    for part in sorted(parts, key=lambda part: part.rank(view)):
        if part.shown:
            opened = view.opens(part.speaker)
            cards.append(SpeakerCard(part.speaker, part.name(view), part.marked, part.reported, opened))
            cards += _opened(part.speaker, part.shown, view, retold, dates or {}) if opened else ()
    hidden = 0 if view.reported else sum(part.reported for part in parts)
    return (*cards, HiddenCard(hidden)) if hidden else tuple(cards)


class _Part:
    """What belongs to a view of all that one speaker said."""

    def __init__(self, speaker: Speaker, view: View) -> None:
        self.speaker = speaker
        everything = not view.article and not view.doubtful
        self.said = speaker.quotations if everything else [q for q in speaker.quotations if view.has(q)]
        self.reported = sum(quotation.kind is QuotationKind.REPORTED for quotation in self.said)
        self.marked = len(self.said) - self.reported
        hides = self.reported and not view.reported
        self.shown = [q for q in self.said if not is_reported(q)] if hides else self.said

    def name(self, view: View) -> str:
        """The spelling to show: people look in an article for the one that it has."""
        spelled = Counter(quotation.resolved for quotation in self.said if quotation.resolved)
        return max(spelled, key=lambda name: spelled[name]) if view.article and spelled else self.speaker.name

    def rank(self, view: View) -> tuple[Any, ...]:
        """Its place in the view's order."""
        speaker, name = self.speaker, self.speaker.name.casefold()
        last = speaker.kind in (SpeakerKind.UNNAMED, SpeakerKind.UNATTRIBUTED)
        match view.order:
            case Order.NAME:
                return last, name
            case Order.APPEARANCE:
                return last, min(((q.article_id, q.span.start) for q in self.said), default=("", 0)), name
            case _:
                # Doubts become fewer while one goes through them: nobody may change places on that account.
                count = len(speaker.quotations if view.doubtful else self.shown)
                return last, speaker.kind is SpeakerKind.UNATTRIBUTED, -count, name


def _opened(
    speaker: Speaker, shown: Sequence[Quotation], view: View, retold: Retold, dates: Mapping[str, date | None]
) -> Iterator[QuotationCard]:
    together = [] if view.article or view.doubtful else list(_together(speaker, shown, retold, dates))
    covered = {key(card.quotation) for card in together}
    alone = [quotation for quotation in shown if key(quotation) not in covered]
    yield from together if alone else [*together[:-1], *(replace(card, ends=True) for card in together[-1:])]
    article = view.article
    for quotation in alone:
        leads = quotation.article_id != article
        article = quotation.article_id
        yield QuotationCard(speaker, quotation, leads, quotation is alone[-1], elsewhere=retold.elsewhere(quotation))


def _together(
    speaker: Speaker, shown: Sequence[Quotation], retold: Retold, dates: Mapping[str, date | None]
) -> Iterator[QuotationCard]:
    """The versions of each statement, beside each other, whoever is said to have said them."""
    covered: set[tuple[str, str]] = set()
    for quotation in shown:
        if key(quotation) in covered or key(quotation) not in retold.statements:
            continue
        for who, told in retold.told(quotation, speaker, dates):
            covered.add(key(told.quotation))
            yield QuotationCard(who, told.quotation, leads=False, ends=False, told=told)
