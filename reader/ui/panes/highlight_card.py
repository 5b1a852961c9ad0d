"""What belongs to a highlight, in one line: an annotation and the names behind its ids in, words out."""

from __future__ import annotations

from datetime import datetime

from reader.annotations import Annotation, Codebook


def card(annotation: Annotation, codebook: Codebook, speaker: str = "") -> str:
    """Its sign, tags, speaker, date and author, and its note in one line.  "!" is important."""
    tags = " ".join(f"#{name}" for name in codebook.names(annotation.tags))
    facts = [
        "! important" if annotation.important else "",
        tags,
        speaker,
        "" if tags else annotation.color,
        _day(annotation.created),
        annotation.creator,
        f"✎ {' '.join(annotation.note.split())}" if annotation.note else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def _day(time: str) -> str:
    """The day of a stored time, as people write it; "" where it is none."""
    try:
        return f"{datetime.fromisoformat(time).astimezone():%-d %b %Y}"
    except ValueError:
        return ""
