"""Highlights and quotations as Markdown: readings and speakers in, text out, by templates that a user can replace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reader.export.front_matter import facts, front_matter
from reader.export.grouping import Grouping, sections
from reader.export.rendering import rendered
from reader.export.sayings import NOWHERE, Sayings, Source, labels, sayings, with_quotations
from reader.export.sheet import Entry, entries, is_doubtful
from reader.quotations import Speaker
from reader.reading import Reading


def to_markdown(
    readings: Sequence[Reading],
    speakers: Sequence[Speaker] = (),
    *,
    by: Grouping = Grouping.ARTICLE,
    exported: date,
    templates: Path | None = None,
    quotations: bool = True,
) -> str:
    """Highlights in document order with their notes, and who is quoted; `speakers` are those of the whole folder.

    A single article is always shown; of several, those with a highlight.  Speech in other articles is left out, and
    without `quotations` all speech that is not highlighted.
    Templates: `article.md.j2`, `tag.md.j2`, `speaker.md.j2`, `_parts.md.j2`, found as `rendered` says; raises what it
    raises.
    """
    titles = {reading.article.id: reading.article.title for reading in readings}
    analyses = [reading.analysis for reading in readings if reading.analysis]
    quoted = speakers if quotations else ()
    here = (with_quotations(s, [q for q in s.quotations if q.article_id in titles]) for s in quoted)
    sources = {r.article.id: Source(r.article.publisher, r.article.published, r.article.url) for r in readings}
    found = sayings(here, analyses, titles, sources=sources)
    values = {
        "front_matter": front_matter(facts(readings, exported)),
        "sections": sections(readings, speakers, found, by),
        "titles": labels(titles),
        "sheets": _sheets(found) if by is Grouping.SPEAKER else {},
    }
    return rendered(f"{by.value}.md.j2", values, templates)


def sayings_to_markdown(found: Sayings, templates: Path | None = None, only: str = "") -> str:
    """A fact-check sheet: who said what in the articles of a folder, and how each prints it (`quotations.md.j2`).

    `only`: the id of the one speaker to show, "" for all of them.
    """
    speakers = tuple(speaker for speaker in found.speakers if only in ("", speaker.id))
    said = [quotation for speaker in speakers for quotation in speaker.quotations]
    values = {
        "speakers": speakers,
        "quotations": len(said),
        "doubtful": sum(map(is_doubtful, said)),
        "sources": {name: found.sources.get(name, NOWHERE) for name in sorted({q.article_id for q in said})},
        "titles": labels(found.titles),
        "sheets": _sheets(found),
        "only_reported": () if only else found.only_reported,
    }
    return rendered("quotations.md.j2", values, templates)


def _sheets(found: Sayings) -> dict[str, tuple[Entry, ...]]:
    """Everybody's statements, by the speaker's id."""
    return {speaker.id: entries(speaker, found) for speaker in found.speakers}
