"""What an export says about itself, as YAML front matter: readings in, a mapping and its text out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reader.export.escaping import tag_label
from reader.reading import Reading


def facts(readings: Sequence[Reading], exported: date) -> dict[str, Any]:
    """Where the highlights are from and how many there are; of a single article also what it says about itself."""
    marked = [annotation for reading in readings for annotation in reading.annotations]
    names = {name for reading in readings for a in reading.annotations for name in reading.codebook.names(a.tags)}
    about = _article(readings[0]) if len(readings) == 1 else {"articles": len(readings)}
    return {
        **about,
        "exported": exported,
        "annotations": len(marked),
        "orphaned": sum(not annotation.anchor.placed for annotation in marked),
        "tags": sorted(map(tag_label, names), key=lambda name: (name.casefold(), name)),
    }


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    known = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "publisher": article.publisher,
        "url": article.url,
        "source": article.id,
        "source-sha256": article.sha256,
    }
    return {key: value for key, value in known.items() if value}


def front_matter(about: Mapping[str, Any]) -> str:
    """The mapping between two lines of dashes; strings are quoted where YAML would take them for something else."""
    import yaml

    text: str = yaml.safe_dump(dict(about), allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{text}---"
