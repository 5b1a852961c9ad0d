"""What every format starts from: one file's decoded, safe text and how it was come by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read, before anybody asks what its lines are."""

    id: str
    """The article's id: path relative to the library, with `/`, safe to show."""
    name: str
    """The file's name without its suffix, safe to show: the title of an article without words."""
    text: str
    """Becomes `Article.text` as it stands."""
    notices: tuple[str, ...] = ()
