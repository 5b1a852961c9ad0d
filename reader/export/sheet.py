"""A speaker's quotations as a fact-checker wants them: each statement with everybody who prints it, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.export.sayings import Sayings, Source, heading
from reader.quotations import Quotation, QuotationKind, Speaker
from reader.quotations.versions import Version, versions
from reader.text import Span

DOUBT = 0.8
"""A speaker found by a rule that is right less often than this deserves a look."""
CHECKED = 1.0
"""So sure is only what a person has said."""
_KINDS = {QuotationKind.MIXED: "in part", QuotationKind.REPORTED: "reported"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as one article prints it."""

    quotation: Quotation
    source: Source
    mention: str = ""
    """The speaker as written, where that is not the name."""
    said_by: str = ""
    """Who said it according to this article, if that is not the speaker below whom it stands."""
    manner: str = ""
    """How its words stand to the fullest version, where several articles have the statement."""
    differing: tuple[Span, ...] = ()
    """Words that another version does not have, as offsets into the quotation's words."""

    @property
    def box(self) -> str:
        """Ticked if a person has said whose words these are."""
        return "☑" if self.quotation.confidence >= CHECKED else "☐"

    @property
    def kind(self) -> str:
        """What stands in marks, unless that is a whole utterance."""
        return _KINDS.get(self.quotation.kind, "")

    @property
    def doubt(self) -> str:
        """How sure it is who speaks, where it is not."""
        sure = self.quotation.confidence
        return f"? speaker {round(100 * sure)}% sure" if is_doubtful(self.quotation) else ""

    @property
    def passed_on_by(self) -> str:
        """Whom the article has it from: "CCTV, the ministry"."""
        return ", ".join(source.text for source in self.quotation.sources)


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement."""

    id: str
    """The statement's, "" where only one article has it."""
    articles: int
    printed: tuple[Printed, ...]
    """Oldest first."""


def is_doubtful(quotation: Quotation) -> bool:
    return bool(quotation.rule) and quotation.confidence < DOUBT


def entries(speaker: Speaker, found: Sayings) -> tuple[Entry, ...]:
    """What `speaker` said: first what several articles report, then the rest, each in order of first appearance."""
    return (*_shared(speaker, found), *_alone(speaker, found))


def _shared(speaker: Speaker, found: Sayings) -> Iterator[Entry]:
    seen: set[str] = set()
    for quotation in speaker.quotations:
        statement = found.statement(quotation)
        if statement is None or statement.id in seen:
            continue
        seen.add(statement.id)
        in_order = sorted(statement.quotations, key=lambda q: _age(q, found))
        printed = tuple(_version(version, speaker, found) for version in versions(in_order))
        yield Entry(statement.id, len({q.article_id for q in in_order}), printed)


def _alone(speaker: Speaker, found: Sayings) -> Iterator[Entry]:
    for quotation in speaker.quotations:
        if found.statement(quotation) is None:
            yield Entry("", 1, (Printed(quotation, found.source(quotation), _mention(quotation, speaker)),))


def statement_versions(found: Sayings) -> dict[tuple[str, str], tuple[str, Printed]]:
    """For each quotation (by article and id) that several articles report, the statement's id and how it is printed."""
    told = (
        (entry.id, printed)
        for speaker in found.speakers
        for entry in _shared(speaker, found)
        for printed in entry.printed
    )
    return {(printed.quotation.article_id, printed.quotation.id): (statement, printed) for statement, printed in told}


def _version(version: Version, speaker: Speaker, found: Sayings) -> Printed:
    said = version.quotation
    who = found.who[said.article_id, said.id]
    other = "" if who.id == speaker.id else heading(who)
    return Printed(said, found.source(said), _mention(said, who), other, version.manner.value, version.differing)


def _mention(quotation: Quotation, speaker: Speaker) -> str:
    written = quotation.speaker.text if quotation.speaker else ""
    return "" if written == speaker.name else written


def _age(quotation: Quotation, found: Sayings) -> tuple[bool, str, str, Span]:
    published = found.source(quotation).published
    return published is None, str(published), quotation.article_id, quotation.span
