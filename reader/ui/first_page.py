"""The first page, painted before Textual is there: words are on the screen in half the time it takes to load.

The same rows, pieces and looks as in the reading pane, written once to the terminal's alternate screen; the app's own
first frame then lies over it cell for cell (a test compares them).  Where that cannot be promised (other themes, few
colours, NO_COLOR, one pane at a time) nothing is written and the app comes first.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from typing import Any, TextIO

from reader.layout.hits import Hits
from reader.layout.navigator import Navigator
from reader.layout.page import Page
from reader.layout.viewport import Viewport
from reader.text.safe import safe_line
from reader.ui.arrangement import TINY, column_of_text, room_for_wide, widths
from reader.ui.known import read_at_once
from reader.ui.panes.marking import marking
from reader.ui.panes.row_painter import Moment, RowPainter
from reader.ui.panes.scroll_bar import ScrollBar, part_shown
from reader.ui.pieces import Piece, fitted
from reader.ui.sgr import Colors, Sgr, colors_of
from reader.ui.start import Start

PATIENCE = 1.0
"""Seconds in which an article is read as far as one was in it; where that takes longer, the app says how far it is."""
ALTERNATE_SCREEN = "\x1b[?1049h"
_MAIN_SCREEN = "\x1b[?1049l\x1b[?25h"
_HIDDEN_CURSOR = "\x1b[?25l"
_NOTHING_MARKED = marking(None, None, Hits(), None)


class FirstPage(AbstractContextManager["FirstPage"]):
    """On the terminal from the beginning of `with` until the app takes it over, or the end, whatever comes first."""

    def __init__(self, start: Start) -> None:
        self._start = start
        self._terminal: TextIO | None = None
        self._before: list[Any] | None = None

    @property
    def on_screen(self) -> bool:
        return self._terminal is not None

    def __enter__(self) -> FirstPage:
        colors = colors_of(self._start.settings.theme, os.environ)
        terminal = sys.__stderr__  # where Textual draws
        if colors is None or terminal is None or not terminal.isatty():
            return self
        columns, lines = shutil.get_terminal_size()
        if page := "".join(painted(self._start, columns, lines, colors)):
            self._before = _quiet(terminal)
            self._terminal = terminal
            self._write(ALTERNATE_SCREEN + _HIDDEN_CURSOR + page)
        return self

    def hand_over(self) -> list[Any] | None:
        """The app has the terminal now; how it was set before the page came."""
        self._terminal = None
        return self._before

    def __exit__(self, *_: object) -> None:
        if self._terminal is not None:  # the app never came
            self._write(_MAIN_SCREEN)
            _restore(self._terminal, self._before)
            self._terminal = None

    def _write(self, text: str) -> None:
        if self._terminal is not None:
            self._terminal.write(text)
            self._terminal.flush()


def painted(start: Start, columns: int, lines: int, colors: Colors) -> Iterator[str]:
    """What to write for a screen of that size, row by row; nothing if the first frame shows no text."""
    alone = len(start.entries) == 1
    if start.article is None or (columns < TINY and not alone):
        return
    if not read_at_once(start.article, start.offset, PATIENCE):
        return
    shelf = 0 if columns < TINY else widths(columns, start.widths).shelf
    look = Sgr(colors)
    for y, pieces in enumerate(rows(start, columns - shelf, lines - 1)):
        yield f"\x1b[{y + 1};1H" + look.blank(shelf) + look.text(pieces)
    yield f"\x1b[{lines};1H" + look.blank(columns)


def rows(start: Start, width: int, height: int) -> Iterator[list[Piece]]:
    """The reading pane's rows of a start with an article, each exactly `width` cells."""
    assert start.article is not None
    left, text_width = column_of_text(width, start.settings.measure)
    room = room_for_wide(width, start.settings.measure)
    at = Navigator(Viewport(Page(start.article, text_width, room=room), height))
    at.put(start.offset)
    shown = at.view.rows()
    bar = ScrollBar(height, len(start.article.text), _NOTHING_MARKED.annotations)
    cells = bar.cells(part_shown(at.view, len(shown)), _NOTHING_MARKED.hits)
    for y, (ref, row) in enumerate(shown):
        window = at.view.window(ref.block)
        pieces = RowPainter().pieces(row, _NOTHING_MARKED, Moment(at.sentence), None, left, window)
        safe = [Piece(safe_line(piece.text), piece.roles) for piece in pieces]
        yield [*fitted(safe, width - 1), cells[y]]
    for _ in range(height - len(shown)):
        yield [Piece(" " * width)]


def _quiet(terminal: TextIO) -> list[Any] | None:
    """Keep what is typed for the app, unseen and byte for byte; how the terminal was set before."""
    try:
        import termios
    except ImportError:  # Windows
        return None
    try:
        before: list[Any] = termios.tcgetattr(terminal)
        now = list(before)
        now[0] &= ~(termios.ICRNL | termios.IXON)
        now[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(terminal, termios.TCSANOW, now)
    except termios.error:
        return None
    return before


def _restore(terminal: TextIO, before: list[Any] | None) -> None:
    if before is not None:
        import termios

        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSANOW, before)
