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


def sections(readings: Sequence[Reading], found: Sayings, by: Grouping) -> tuple[Section, ...]:
    """The sections of an export.  Of several articles, those without a highlight have no section of their own."""
    marked = tuple(passage for reading in readings for passage in passages(reading, found.speakers))
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
    """In the order of the quotations' speakers; passages that none of them says come last."""
    said = [
        _section(heading(who), [p for p in marked if p.speaker_id == who.id], who.role, speakers=(who,))
        for who in found.speakers
    ]
    known = {speaker.id for speaker in found.speakers}
    rest = [passage for passage in marked if passage.speaker_id not in known]
    return _filled([*said, _section("Without a speaker", rest)])


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
