"""The terminal's last protection: no control character of any text reaches it, whichever widget painted it.

Text is made safe where it enters (`reader.text.safe`); this filter stands behind everything that Textual paints, its
own widgets included, so that a forgotten place shows a sign instead of moving the cursor or writing the clipboard.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reader.text.safe import safe_line

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})


def safe_link(target: str) -> str:
    """`target` if a terminal may be given it as a link, else ""."""
    if safe_line(target) != target:
        return ""
    try:
        return target if urlsplit(target).scheme.lower() in SAFE_SCHEMES else ""
    except ValueError:
        return ""


@lru_cache(1024)
def _safe_style(style: Style) -> Style:
    if style.link and not safe_link(style.link):
        return style.update_link(None)
    return style


class TerminalSafety(LineFilter):
    """Makes every segment safe, one character for one, and drops links that a terminal should not be given."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(s.text.isprintable() and not (s.style and s.style.link) for s in segments):
            return segments  # nothing that steers a terminal is printable
        return list(self._made_safe(segments))

    @staticmethod
    def _made_safe(segments: Iterable[Segment]) -> Iterable[Segment]:
        for text, style, control in segments:
            if control:
                yield Segment(text, style, control)
            else:
                yield Segment(safe_line(text), _safe_style(style) if style else style)
