"""Highlights in the order of an export: by article, by tag or by speaker.  Nothing is left out for lack of a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.annotations import Codebook
from reader.article import Article
from reader.export.passage import Passage, passages
from reader.export.sayings import Sayings, heading
from reader.export.voices import Voices
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
    voices = Voices(speakers)
    marked = [(reading.article, passages(reading, voices)) for reading in readings]
    match by:
        case Grouping.TAG:
            codebook = readings[0].codebook if readings else Codebook()
            return _by_tag([passage for _, group in marked for passage in group], codebook)
        case Grouping.SPEAKER:
            return _by_speaker([passage for _, group in marked for passage in group], found)
        case _:
            shown = [(article, group) for article, group in marked if group or len(marked) == 1]
            return tuple(_section(a.title, group, article=a, speakers=found.of(a.id)) for a, group in shown)


def _by_tag(marked: Sequence[Passage], codebook: Codebook) -> tuple[Section, ...]:
    """In the codebook's order; a passage with several tags stands under each of them."""
    tagged: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in marked:
        for name in passage.tags or ("",):
            tagged[name].append(passage)
    untagged = tagged.pop("", [])
    about = {tag.name: tag.description for tag in codebook}
    names = [*about, *sorted(tagged.keys() - about.keys())]
    return _filled(
        [*(_section(name, tagged[name], about.get(name, "")) for name in names), _section("Without a tag", untagged)]
    )


def _by_speaker(marked: Sequence[Passage], found: Sayings) -> tuple[Section, ...]:
    """Speakers of quotations in their order, then those of other passages, then passages that nobody says."""
    said: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in marked:
        said[passage.speaker_id].append(passage)
    quoted = [_section(heading(who), said.pop(who.id, ()), who.role, speakers=(who,)) for who in found.speakers]
    nobody = said.pop("", [])
    others = sorted(said.values(), key=lambda group: (group[0].speaker.casefold(), group[0].speaker_id))
    named = [_section(group[0].speaker, group, group[0].role) for group in others]
    return _filled([*quoted, *named, _section("Without a speaker", nobody)])


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
