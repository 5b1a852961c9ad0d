"""Coming to words of an article from somewhere else: what stands before and behind them is on the screen, too.

Why: who speaks is said around a quotation, and nobody should have to scroll to see that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text import Span

if TYPE_CHECKING:
    from reader.layout.navigator import Navigator

CONTEXT = 4
"""This part of the screen's height is to stand above and below."""


def in_context(at: Navigator, offset: int) -> None:
    """Go to `offset`; where it would come to stand near an edge of the screen, at a third of its height."""
    at.go_to(Span(offset, offset))
    view, least = at.view, at.view.height // CONTEXT
    rows = view.rows()
    shown = [row for row, (ref, _) in enumerate(rows) if ref <= view.page.find(offset).ref]
    row = shown[-1] if shown else 0
    if not least <= row < len(rows) - least:
        view.put(offset, view.height // 3)
