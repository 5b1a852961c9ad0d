"""Runs of text with roles in, strips of styled cells out.  A role is a meaning ("title"); CSS gives it a look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.style import Style as VisualStyle
from textual.widget import Widget

from reader.text.width import cells
from reader.ui.theme import ANNOTATION_COLORS

ROLES = {
    *("title", "heading", "subheading", "byline", "date", "chrome", "code", "quote-bar", "marker", "rule", "hashtags"),
    *("html", "front-matter", "strong", "em", "strike", "link", "image", "code-inline", "table-head", "table-rule"),
    *("dim", "muted", "number", "key", "quotation", "speaker", "hit", "hit-current", "selection", "caret", "focus"),
    *("gutter", "bar", "thumb-mark", "cursor", "cursor-dim", "name", "error", "overlap", "pending"),
} | {f"annotation-{color}" for color in ANNOTATION_COLORS}

Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one row: text and the roles it plays, weakest first."""

    text: str
    roles: Roles = ()


def component_classes() -> set[str]:
    """For a widget's COMPONENT_CLASSES: `.role--title` and so on, styled in styles/roles.tcss."""
    return {f"role--{role}" for role in ROLES}


class Palette:
    """The styles of roles as one widget's CSS gives them; combinations are made once and kept."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[Roles, Style] = {}
        self._parts: dict[str, VisualStyle] = {}

    def forget(self) -> None:
        """Call when the CSS may have changed (`notify_style_update`)."""
        self._styles.clear()
        self._parts.clear()

    def style(self, roles: Roles = ()) -> Style:
        """The widget's own style with each role laid over it in turn."""
        found = self._styles.get(roles)
        if found is None:
            visual = self._widget.visual_style
            for role in roles:
                visual += self._part(role)
            found = self._styles[roles] = visual.rich_style
        return found

    def _part(self, role: str) -> VisualStyle:
        """Only what the role's rules set: Textual's own getters lose backgrounds or alpha (8.2)."""
        part = self._parts.get(role)
        if part is None:
            css = self._widget.get_component_styles(f"role--{role}")
            text = css.text_style + self._signs(role)
            part = self._parts[role] = VisualStyle(
                css.background if css.has_rule("background") else None,
                css.color if css.has_rule("color") else None,
                bold=text.bold,
                dim=text.dim,
                italic=text.italic,
                underline=text.underline,
                reverse=text.reverse,
                strike=text.strike,
            )
        return part

    def _signs(self, role: str) -> Style:
        """Without colours, what they say is said by lines and reversal."""
        if not self._widget.app.no_color:
            return Style.null()
        underlined = role.startswith("annotation-") or role in ("speaker", "hit")
        return Style(underline=underlined or None, reverse=role in ("selection", "hit-current", "cursor") or None)

    def strip(self, pieces: Iterable[Piece], width: int, fill: Roles = ()) -> Strip:
        """One row of exactly `width` cells: pieces from the left, cut or filled at the right."""
        segments: list[Segment] = []
        used = 0
        for piece in pieces:
            if piece.text:
                segments.append(Segment(piece.text, self.style(piece.roles)))
                used += cells(piece.text)
        if used < width:
            segments.append(Segment(" " * (width - used), self.style(fill)))
            return Strip(segments, width)
        strip = Strip(segments, used)
        return strip if used == width else strip.crop(0, width)


def clipped(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    kept = used = 0
    while kept < len(text) and used + cells(text[kept]) < width:
        used += cells(text[kept])
        kept += 1
    return text[:kept].rstrip() + "…"


def total(pieces: Sequence[Piece]) -> int:
    """Cells that the pieces take."""
    return sum(cells(piece.text) for piece in pieces)
