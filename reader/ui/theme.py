"""Our two themes, as Textual wants them; what they look like is said in looks.py."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from reader.ui import looks


def _theme(name: str, colors: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name,
        colors["primary"],
        secondary=colors["secondary"],
        accent=colors["accent"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        boost=colors["boost"],
        warning=colors["warning"],
        error=colors["error"],
        success=colors["success"],
        dark=dark,
        variables={"footer-key-foreground": colors["primary"]},
    )


LAMP = _theme("lamp", looks.LAMP, dark=True)
PAPER = _theme("paper", looks.PAPER, dark=False)
THEMES = (LAMP, PAPER)
