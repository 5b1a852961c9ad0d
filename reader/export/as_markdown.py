"""Highlights and quotations as Markdown: readings and speakers in, text out, by templates that a user can replace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article import Article
from reader.export.escaping import escaped, joined, quoted, tag_label
from reader.export.front_matter import facts, front_matter
from reader.export.grouping import Grouping, sections
from reader.export.passage import Passage
from reader.export.sayings import Sayings, heading, in_marks, labels, sayings, with_quotations
from reader.quotations import Speaker
from reader.reading import Reading
from reader.text.safe import safe

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


class TemplateProblem(Exception):
    """A template of the user's does not work; the message says which, where and why."""


def to_markdown(
    readings: Sequence[Reading],
    speakers: Sequence[Speaker] = (),
    *,
    by: Grouping = Grouping.ARTICLE,
    exported: date,
    templates: Path | None = None,
) -> str:
    """Highlights in document order with their notes, and who is quoted; `speakers` are those of the whole folder.

    A single article is always shown; of several, those with a highlight.  Speech in other articles is left out.  Files
    in the folder `templates` take the place of ours (`article.md.j2`, `tag.md.j2`, `speaker.md.j2`, `_parts.md.j2`).
    Raises `TemplateProblem`.
    """
    titles = {reading.article.id: reading.article.title for reading in readings}
    analyses = [reading.analysis for reading in readings if reading.analysis]
    here = (with_quotations(s, [q for q in s.quotations if q.article_id in titles]) for s in speakers)
    found = sayings(here, analyses, titles)
    values = {
        "front_matter": front_matter(facts(readings, exported)),
        "sections": sections(readings, speakers, found, by),
        "titles": labels(titles),
    }
    return _rendered(f"{by.value}.md.j2", values, templates)


def sayings_to_markdown(found: Sayings, templates: Path | None = None) -> str:
    """Who said what in the articles of a folder (`quotations.md.j2`)."""
    values = {"speakers": found.speakers, "titles": labels(found.titles), "only_reported": found.only_reported}
    return _rendered("quotations.md.j2", values, templates)


def _rendered(name: str, values: dict[str, Any], templates: Path | None) -> str:
    from jinja2 import TemplateError

    try:
        return safe(_environment(templates).get_template(name).render(values))
    except TemplateError as problem:
        line = getattr(problem, "lineno", None)
        where = f"{getattr(problem, 'name', None) or name}, line {line}" if line else name
        raise TemplateProblem(f"{where}: {problem.message}") from problem


def _environment(templates: Path | None) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # A sandbox, because people pass templates on to each other.
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([templates, TEMPLATES] if templates else [TEMPLATES]),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        escaped=escaped,
        quoted=quoted,
        joined=joined,
        hashtags=_hashtags,
        in_marks=in_marks,
        named=_named,
        who=_who,
        origin=_origin,
        place=_place,
        line=_line,
    )
    return environment


def _hashtags(names: Iterable[str]) -> str:
    return " ".join(f"#{tag_label(name)}" for name in names)


def _named(speaker: Speaker) -> str:
    """A speaker with what they are: "Ann Lee, mayor of Lutavia"."""
    return escaped(joined([heading(speaker), speaker.role], ", "))


def _who(passage: Passage) -> str:
    """The same of a highlight's speaker, the name in bold; nothing where nobody says it."""
    return joined([f"**{escaped(passage.speaker)}**", escaped(passage.role)], ", ") if passage.speaker else ""


def _line(text: str) -> str:
    """Several lines as one."""
    return " ".join(text.split())


def _place(paragraph: int, title: str) -> str:
    """The article, where it is not clear, and the paragraph; titles and bylines are in none (0)."""
    return joined([escaped(title), f"¶{paragraph}" if paragraph else ""], " ")


def _origin(article: Article) -> str:
    """Who wrote an article, when and where, and which file it is."""
    published = article.published.isoformat() if article.published else ""
    return joined(map(escaped, [article.byline, published, article.publisher, article.url, article.id]))
