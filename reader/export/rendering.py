"""Templates at work: a template's name and values in, text that is safe to print out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article import Article
from reader.export.addresses import address, link
from reader.export.escaping import escaped, joined, quoted, quoted_code, tag_label
from reader.export.passage import Passage
from reader.export.sayings import Source, heading, in_marks
from reader.export.sheet import Printed
from reader.folders import folder
from reader.quotations import Speaker
from reader.text.counting import counted
from reader.text.safe import safe

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

_BOLD = "\x02"
"""Stands for `**` until everything else is escaped: no text that is shown has it."""
_WRONG_VALUES = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)
"""What Python raises where a template uses a value as what it is not."""


class TemplateProblem(Exception):
    """A template of the user's does not work; the message says which, where and why."""


def rendered(name: str, values: dict[str, Any], templates: Path | None = None) -> str:
    """The template `name` filled with `values`: the one in the folder `templates`, else the user's own, else ours.

    The user's own stand in `templates/` beside the settings.  Raises `TemplateProblem`.
    """
    from jinja2 import TemplateError

    try:
        return safe(_environment(templates).get_template(name).render(values))
    except (TemplateError, *_WRONG_VALUES) as problem:
        line = getattr(problem, "lineno", None)
        where = f"{getattr(problem, 'name', None) or name}, line {line}" if line else name
        raise TemplateProblem(f"{where}: {problem}") from problem


def _environment(templates: Path | None) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # A sandbox, because people pass templates on to each other.
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([*filter(None, [templates]), folder("config") / "templates", TEMPLATES]),
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
        marked=_marked,
        printing=_printing,
        printed_in=_printed_in,
        named=_named,
        who=_who,
        origin=_origin,
        place=_place,
        standing=_standing,
        shown=_shown,
        line=_line,
        published=_published,
        counted=counted,
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


def _marked(printed: Printed) -> str:
    """The quotation in quotation marks, in bold what another version does not have."""
    text, shift = in_marks(printed.quotation), in_marks(printed.quotation).index(printed.quotation.words)
    for span in reversed(printed.differing):
        start, end = span.start + shift, span.end + shift
        text = f"{text[:start]}{_BOLD}{text[start:end]}{_BOLD}{text[end:]}"
    return quoted(text).replace(_BOLD, "**")


def _printing(printed: Printed) -> str:
    """What is to be known about how one article prints a quotation, but for its place there."""
    by = f"said by {printed.said_by}" if printed.said_by else ""
    mention = f"as “{printed.mention}”" if printed.mention else ""
    via = f"via “{printed.passed_on_by}”" if printed.passed_on_by else ""
    published = printed.source.published.isoformat() if printed.source.published else ""
    facts = [printed.manner, printed.kind, by, mention, via, printed.doubt, printed.source.publisher, published]
    return joined(escaped(fact) for fact in facts if fact)


def _printed_in(printed: Printed, title: str) -> str:
    """The article and the paragraph, which leads to these words where the article has an address."""
    said = printed.quotation
    paragraph = f"¶{said.paragraph}" if said.paragraph else ""
    return joined([escaped(title), link(paragraph, printed.source.url, said.words)], " ")


def _published(source: Source) -> str:
    """By whom, when and where."""
    published = source.published.isoformat() if source.published else ""
    return joined([escaped(source.publisher), published, address(source.url)])


def _line(text: str) -> str:
    """Several lines as one."""
    return " ".join(text.split())


def _place(paragraph: int, title: str) -> str:
    """The article, where it is not clear, and the paragraph; titles and bylines are in none (0)."""
    return joined([escaped(title), f"¶{paragraph}" if paragraph else ""], " ")


def _standing(passage: Passage, title: str) -> str:
    """The same of a highlight; where the article has an address, the paragraph leads to these words there."""
    paragraph = f"¶{passage.paragraph}" if passage.paragraph else ""
    return joined([escaped(title), link(paragraph, passage.url, passage.text)], " ")


def _shown(passage: Passage) -> str:
    """A highlight's words as a block quotation."""
    return quoted_code(passage.text) if passage.code else quoted(passage.text)


def _origin(article: Article) -> str:
    """Who wrote an article, when and where, and which file it is."""
    published = article.published.isoformat() if article.published else ""
    facts = [article.byline, published, article.publisher]
    return joined([*map(escaped, facts), address(article.url), escaped(article.id)])
