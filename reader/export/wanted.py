"""Readings with only the highlights that a filter wants: readings, speakers and a filter in, what is left of them out.

Exports, lists and the panel of the app all ask here, so that one filter means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.annotations import Annotation, Codebook
from reader.annotations.filter_language import Filter
from reader.annotations.filtering import Names, sieve
from reader.export.sayings import with_quotations
from reader.export.voices import Voices
from reader.quotations import Speaker
from reader.reading import Reading


@dataclass(frozen=True)
class Left:
    """What a filter leaves."""

    readings: tuple[Reading, ...]
    """Those with at least one highlight that is wanted."""
    speakers: tuple[Speaker, ...]
    """Whoever is quoted in these articles, or was given to a highlight by hand."""


def only(readings: Sequence[Reading], speakers: Sequence[Speaker], wanted: Filter) -> Left:
    """What `wanted` leaves of some readings; `speakers` are those of all of them."""
    codebook = readings[0].codebook if readings else Codebook()
    wants = sieve(wanted, names_for(codebook, {one.article.id: one.article.title for one in readings}, speakers))
    fewer = (replace(one, annotations=tuple(a for a in one.annotations if wants(a))) for one in readings)
    left = tuple(reading for reading in fewer if reading.annotations)
    return Left(left, tuple(_concerned(left, speakers)))


def names_for(codebook: Codebook, titles: Mapping[str, str], speakers: Iterable[Speaker]) -> Names:
    """What a filter needs to know; whose words a highlight marks is found as exports find it."""
    voices = Voices(speakers)

    def named(annotation: Annotation) -> str:
        speaker = voices.behind(annotation)
        return " · ".join((speaker.name, *speaker.aliases)) if speaker else annotation.speaker

    return Names(codebook, titles, named)


def _concerned(readings: Sequence[Reading], speakers: Iterable[Speaker]) -> Iterable[Speaker]:
    here = {reading.article.id for reading in readings}
    given = {annotation.speaker for reading in readings for annotation in reading.annotations}
    for speaker in speakers:
        said = [quotation for quotation in speaker.quotations if quotation.article_id in here]
        if said or speaker.id in given:
            yield with_quotations(speaker, said)
