"""The parser of Markdown's blocks, with all that articles have of it: made once, and only when there is Markdown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MAX_NESTING = 100
"""Levels of lists and quotes inside each other; what lies deeper is shown as it was written."""


@cache
def block_parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and definition lists; imported here, because that takes longer than a page."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses stay as they are written
    return parser.use(footnote_plugin, inline=False, move_to_end=False).use(deflist_plugin)
