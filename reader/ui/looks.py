"""What painted text looks like: the colours of our two themes, of annotations and of roles.

Plain data: importing this loads no Textual, so that the first page can be painted before that is there.
"""

from __future__ import annotations

PAPER = {
    "primary": "#8a3b12",
    "secondary": "#2f5d62",
    "accent": "#8a3b12",
    "foreground": "#2a2622",
    "background": "#faf6ee",
    "surface": "#faf6ee",
    "panel": "#f0e9db",
    "boost": "#f4eee2",
    "warning": "#825700",
    "error": "#a4262c",
    "success": "#3c6e2f",
}
LAMP = {
    "primary": "#e0a96d",
    "secondary": "#8fb8ad",
    "accent": "#e0a96d",
    "foreground": "#d9d4c9",
    "background": "#1b1a18",
    "surface": "#1b1a18",
    "panel": "#24221f",
    "boost": "#2a2825",
    "warning": "#d9a441",
    "error": "#e07a6a",
    "success": "#9bbf7f",
}

ANNOTATION_COLORS = {
    # name: (behind light text, behind dark text)
    "yellow": ("#5a4a12", "#fbe9a0"),
    "green": ("#2c4a26", "#cfe8bf"),
    "blue": ("#20406a", "#c8dff7"),
    "pink": ("#5f2a4c", "#f8cfe4"),
    "orange": ("#64370f", "#fcd8b4"),
    "purple": ("#432f6b", "#e0d3f7"),
    "red": ("#672522", "#f9cdc8"),
    "teal": ("#15484a", "#bfe6e3"),
    "brown": ("#4d3a28", "#e6d7c4"),
    "grey": ("#43423f", "#dcd9d2"),
}


LOOKS = {
    "title": "bold $primary",
    "heading": "bold $primary",
    "subheading": "bold $secondary",
    "byline": "italic $foreground 74%",
    "date": "italic $foreground 74%",
    "chrome": "$foreground 66%",
    "html": "$foreground 66%",
    "front-matter": "$foreground 66%",
    "hashtags": "$secondary",
    "code": "$success",
    "code-block": "$foreground",
    "code-keyword": "bold $primary",
    "code-name": "$secondary",
    "code-string": "$success",
    "code-number": "$warning",
    "code-comment": "italic $foreground 74%",
    "code-inserted": "$success",
    "code-deleted": "$error",
    "quote-bar": "$secondary 70%",
    "marker": "$primary",
    "cut": "bold $primary",
    "rule": "$foreground 35%",
    "table-rule": "$foreground 35%",
    "table-head": "bold",
    "strong": "bold",
    "em": "italic",
    "strike": "strike",
    "link": "underline $secondary",
    "image": "italic $secondary",
    "dim": "$foreground 66%",
    "muted": "$foreground 74%",
    "number": "$secondary",
    "key": "bold $primary",
    "name": "bold",
    "error": "$error",
    "pending": "bold $warning",
    "mode": "bold $background on $primary",
    "quotation": "$quotation",
    "speaker": "$quotation on $speaker-behind",
    "hit": "underline on $hit-behind",
    "hit-current": "bold $hit-current on $hit-current-behind",
    "selection": "on $selection-behind",
    "caret": "reverse",
    "overlap": "underline",
    "lifted": "bold",
    "differs": "underline",
    "focus": "$primary",
    "gutter": "$secondary",
    "bar": "$foreground 25%",
    "bar-mark": "$secondary",
    "bar-hit": "$warning",
    "cursor": "on $boost",
    "cursor-dim": "on $panel",
} | {f"annotation-{color}": f"on $annotation-{color}" for color in ANNOTATION_COLORS}
"""What each role of painted text looks like, in Textual's style grammar."""

DECORATION = frozenset({"rule", "table-rule", "bar", "quote-bar"})
"""Lines that nobody has to read: they may be as faint as they are."""

SIGNS = {
    "selection": "reverse",
    "hit": "bold underline",
    "hit-current": "bold reverse",
    "speaker": "bold italic",
    "overlap": "italic underline",
    "lifted": "bold italic",
    "caret": "bold reverse underline",
    "cursor": "bold",
    "mode": "reverse",
    "error": "bold",
} | {f"annotation-{color}": "underline" for color in ANNOTATION_COLORS}
"""What is added where there are no colours, so that nothing is said by colour alone."""

ANSI = {
    **dict.fromkeys(("title", "heading", "subheading", "key", "marker", "cut", "pending"), "bold"),
    **dict.fromkeys(
        ("chrome", "html", "front-matter", "dim", "muted", "quote-bar", "rule", "table-rule", "bar"), "dim"
    ),
    **dict.fromkeys(("byline", "date", "code-comment"), "italic"),
    **dict.fromkeys(("focus", "gutter", "bar-mark", "bar-hit", "quotation", "cursor-dim"), ""),
    **SIGNS,
}
"""Looks for themes that have the terminal's own colours.  Nobody knows what those are, so none is put on another."""


_ROLES = {color: f"annotation-{color}" for color in ANNOTATION_COLORS}
"""Made once: ten thousand highlights have one each."""


def annotation_role(color: str) -> str:
    """The role of a highlight of that colour; a colour that only another version knows looks like the first one."""
    return _ROLES.get(color) or next(iter(_ROLES.values()))


def variables(dark: bool) -> dict[str, str]:
    """Colours with a meaning of their own, for dark or light themes."""
    behind = {f"annotation-{name}": pair[not dark] for name, pair in ANNOTATION_COLORS.items()}
    meaning = {
        "quotation": "#a9c7e8" if dark else "#1f4e86",
        "speaker-behind": "#27384a" if dark else "#dfeaf6",
        "hit-behind": "#6b5000" if dark else "#ffe27a",
        "hit-current": "#1b1a18",
        "hit-current-behind": "#d9a441" if dark else "#e8a200",
        "selection-behind": "#3b5a78" if dark else "#b9d4ef",
    }
    return behind | meaning
