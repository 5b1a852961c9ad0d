"""Highlights in the order of an export: by article, by tag or by speaker.  Nothing is left out for lack of a group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.annotations import Codebook
from reader.article import Article
from reader.export.passage import Passage, passages
from reader.export.sayings import Sayings, heading
from reader.quotations import Speaker
from reader.reading import Reading


class Grouping(StrEnum):
    ARTICLE = "article"
    TAG = "tag"
    SPEAKER = "speaker"


@dataclass(frozen=True)
class Section:
    """What stands under one heading of the first level."""

    title: str
    about: str = ""
    """One line under the heading: a tag's description, a speaker's role."""
    article: Article | None = None
    highlights: tuple[Passage, ...] = ()
    lost: tuple[Passage, ...] = ()
    """Highlights whose place in the article is not known any more."""
    speakers: tuple[Speaker, ...] = ()
    """Who is quoted here, with the quotations to show."""


def sections(
    readings: Sequence[Reading], speakers: Sequence[Speaker], found: Sayings, by: Grouping
) -> tuple[Section, ...]:
    """The sections of an export; `found` are those of the speakers' quotations that it shows.

    Of several articles, those without a highlight have no section of their own.
    """
    marked = tuple(passage for reading in readings for passage in passages(reading, speakers))
    match by:
        case Grouping.TAG:
            return _by_tag(marked, readings[0].codebook if readings else Codebook())
        case Grouping.SPEAKER:
            return _by_speaker(marked, found)
        case _:
            return _by_article(marked, readings, found)


def _by_article(marked: Sequence[Passage], readings: Sequence[Reading], found: Sayings) -> tuple[Section, ...]:
    shown = [reading.article for reading in readings if reading.annotations or len(readings) == 1]
    return tuple(
        _section(
            article.title,
            [passage for passage in marked if passage.article_id == article.id],
            article=article,
            speakers=found.of(article.id),
        )
        for article in shown
    )


def _by_tag(marked: Sequence[Passage], codebook: Codebook) -> tuple[Section, ...]:
    """In the codebook's order; a passage with several tags stands under each of them."""
    about = {tag.name: tag.description for tag in codebook}
    names = [*about, *sorted({name for passage in marked for name in passage.tags} - about.keys())]
    tagged = [_section(name, [p for p in marked if name in p.tags], about.get(name, "")) for name in names]
    return _filled([*tagged, _section("Without a tag", [p for p in marked if not p.tags])])


def _by_speaker(marked: Sequence[Passage], found: Sayings) -> tuple[Section, ...]:
    """Speakers of quotations in their order, then those of other passages, then passages that nobody says."""
    quoted = {speaker.id for speaker in found.speakers}
    others = {p.speaker_id: p for p in marked if p.speaker_id not in quoted and p.speaker}

    def said_by(speaker_id: str) -> list[Passage]:
        return [passage for passage in marked if passage.speaker_id == speaker_id]

    return _filled(
        [
            *(_section(heading(who), said_by(who.id), who.role, speakers=(who,)) for who in found.speakers),
            *(_section(p.speaker, said_by(key), p.role) for key, p in sorted(others.items(), key=_name)),
            _section("Without a speaker", [passage for passage in marked if not passage.speaker]),
        ]
    )


def _name(group: tuple[str, Passage]) -> tuple[str, str]:
    speaker_id, passage = group
    return passage.speaker.casefold(), speaker_id


def _section(
    title: str,
    marked: Sequence[Passage],
    about: str = "",
    article: Article | None = None,
    speakers: tuple[Speaker, ...] = (),
) -> Section:
    placed = tuple(passage for passage in marked if passage.placed)
    lost = tuple(passage for passage in marked if not passage.placed)
    return Section(title, about, article, placed, lost, speakers)


def _filled(groups: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(group for group in groups if group.highlights or group.lost or group.speakers)
