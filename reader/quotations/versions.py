"""How the articles' versions of one statement differ: a statement in, each version with its own words marked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.quotations.quotation import Quotation
from reader.quotations.wordings import Wording, differing_words, shortens, wording
from reader.text import Span


class Manner(StrEnum):
    """How one version stands to the fullest one."""

    FULLEST = "fullest"
    SAME = "same words"
    SHORTENED = "shortened"
    REWORDED = "other words"


@dataclass(frozen=True, slots=True)
class Version:
    """One quotation of a statement."""

    quotation: Quotation
    manner: Manner
    differing: tuple[Span, ...]
    """Words that the other version does not have, as offsets into `quotation.words`: the fullest one is compared with
    the first that was reworded, all others with the fullest."""


def versions(quotations: Sequence[Quotation]) -> tuple[Version, ...]:
    """The versions of a statement, in the order given; nothing is marked in words that were only shortened."""
    if not quotations:
        return ()
    wordings = [wording(quotation.words) for quotation in quotations]
    full = max(range(len(quotations)), key=lambda n: (len(wordings[n].line), -n))
    manners = [_manner(one, wordings[full]) for one in wordings]
    reworded = next((n for n, manner in enumerate(manners) if manner is Manner.REWORDED), full)
    manners[full] = Manner.FULLEST
    return tuple(
        Version(said, manner, _differing(said, manner, quotations[reworded if n == full else full]))
        for n, (said, manner) in enumerate(zip(quotations, manners, strict=True))
    )


def _manner(one: Wording, full: Wording) -> Manner:
    if one.line == full.line:
        return Manner.SAME
    return Manner.SHORTENED if shortens(one, full) else Manner.REWORDED


def _differing(said: Quotation, manner: Manner, other: Quotation) -> tuple[Span, ...]:
    compared = manner in (Manner.FULLEST, Manner.REWORDED)
    return differing_words(said.words, other.words) if compared else ()
