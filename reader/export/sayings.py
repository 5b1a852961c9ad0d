"""Which quotations an export shows, and in what order: speakers and analyses in, one value for all formats out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from reader.quotations import Analysis, Quotation, QuotationKind, Speaker, SpeakerKind

if TYPE_CHECKING:
    from reader.quotations import Statement

MARKED = frozenset({QuotationKind.DIRECT, QuotationKind.MIXED})
"""What is shown unless somebody asks for more: speech in quotation marks."""

_LAST = {SpeakerKind.UNNAMED: 1, SpeakerKind.UNATTRIBUTED: 2}


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from, as far as it says so."""

    publisher: str = ""
    published: date | None = None
    url: str = ""


NOWHERE = Source()


@dataclass(frozen=True)
class Sayings:
    """Who said what in some articles."""

    speakers: tuple[Speaker, ...]
    """Each with at least one quotation; those with most first, unnamed and missing speakers last."""
    titles: Mapping[str, str]
    """Title by article id, for every article that was read."""
    only_reported: tuple[tuple[str, int], ...] = ()
    """Articles (by id) whose only speech is reported and not shown here, with the number of such statements."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """By article id, as far as they are known."""

    def source(self, quotation: Quotation) -> Source:
        return self.sources.get(quotation.article_id, NOWHERE)

    def statement(self, quotation: Quotation) -> Statement | None:
        """What `quotation` states, if other articles report it, too."""
        return self._statements.get((quotation.article_id, quotation.id))

    @property
    def same_as(self) -> dict[tuple[str, str], str]:
        """The id of the statement of each quotation that several articles report, by its article and its id."""
        return {quotation: statement.id for quotation, statement in self._statements.items()}

    @cached_property
    def _statements(self) -> dict[tuple[str, str], Statement]:
        from reader.quotations import same_statements  # takes its time: only for who asks

        return {(q.article_id, q.id): found for found in same_statements(self.speakers) for q in found.quotations}

    @cached_property
    def who(self) -> dict[tuple[str, str], Speaker]:
        """Who said each quotation, by its article and its id."""
        return {(q.article_id, q.id): speaker for speaker in self.speakers for q in speaker.quotations}

    def of(self, article_id: str) -> tuple[Speaker, ...]:
        """The speakers of one article, each with their quotations in it."""
        return ordered(with_quotations(who, said) for who, said in self._by_article[article_id].values())

    @cached_property
    def _by_article(self) -> defaultdict[str, dict[str, tuple[Speaker, list[Quotation]]]]:
        found: defaultdict[str, dict[str, tuple[Speaker, list[Quotation]]]] = defaultdict(dict)
        for speaker in self.speakers:
            for quotation in speaker.quotations:
                found[quotation.article_id].setdefault(speaker.id, (speaker, []))[1].append(quotation)
        return found


def sayings(
    speakers: Iterable[Speaker],
    analyses: Iterable[Analysis],
    titles: Mapping[str, str],
    kinds: frozenset[QuotationKind] = MARKED,
    sources: Mapping[str, Source] | None = None,
) -> Sayings:
    """Keep quotations of `kinds`, speakers that have any, and count the articles that would look empty."""
    kept = (with_quotations(s, [q for q in s.quotations if q.kind in kinds]) for s in speakers)
    return Sayings(
        ordered(speaker for speaker in kept if speaker.quotations),
        titles,
        tuple(sorted((a.article_id, len(a.quotations)) for a in analyses if _only_reported(a, kinds))),
        sources or {},
    )


def ordered(speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Those with most quotations first, then by name; unnamed sources and quotations without a speaker at the end."""
    return tuple(
        sorted(speakers, key=lambda s: (_LAST.get(s.kind, 0), -len(s.quotations), s.name.casefold(), s.name, s.id))
    )


def with_quotations(speaker: Speaker, quotations: Sequence[Quotation]) -> Speaker:
    """The same speaker with only these quotations."""
    return replace(speaker, quotations=tuple(quotations))


def labels(titles: Mapping[str, str]) -> dict[str, str]:
    """What to call each article: its title, with its id where another article has the same title."""
    known = Counter(titles.values())
    return {i: title if known[title] == 1 else f"{title} ({i})" for i, title in titles.items()}


def heading(speaker: Speaker) -> str:
    """The name to show, also for nobody."""
    if speaker.kind is SpeakerKind.UNATTRIBUTED:
        return "No speaker given"
    return speaker.name or "Unnamed source"


def in_marks(quotation: Quotation) -> str:
    """The displayed words as a reader expects them: in quotation marks unless the article has none."""
    return quotation.words if quotation.kind is QuotationKind.REPORTED else f"“{quotation.words}”"


def _only_reported(analysis: Analysis, kinds: frozenset[QuotationKind]) -> bool:
    if not analysis.quotations or QuotationKind.REPORTED in kinds:
        return False
    return all(quotation.kind is QuotationKind.REPORTED for quotation in analysis.quotations)
