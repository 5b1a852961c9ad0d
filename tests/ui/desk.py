"""A small library in a running app, and what a user can see of its state.  Used by the tests of this folder."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from reader.library import Library
from reader.reading import Reading
from reader.settings import Settings
from reader.text import Selection, Span
from reader.ui.app import ReaderApp
from reader.ui.commands import Place
from reader.ui.panes.annotations_order import View as HighlightsView
from reader.ui.panes.search_bar import SearchBar
from reader.ui.panes.speakers_order import View
from reader.ui.screens.reading_screen import ReadingScreen
from reader.ui.start import start_in

HARBOUR = """# Harbour vote delayed

By Ines Okafor

The council put off its vote on the harbour wall. “We need more time,” said Mayor Lena Brandt. She would not say more.

## What the engineers found

The wall has moved by four centimetres. “It will hold this winter,” Brandt added. “I would not promise another.”

“Nobody asked us,” said Tomas Reuel, who runs the fish market. The market lies below the wall.

## What comes next

A second report is due in March. The council meets again in April. Until then the road stays closed.
"""
FERRY = """# Ferry company answers

“We were told in May,” said Lena Brandt, the mayor. The company said nothing.

The ferry will not sail on Sunday.
"""
WIDE_TABLE = "\n".join("|" + f"{words}|" * 40 for words in ("head", "---", "cell"))
LONG = (
    "# A long one\n\n"
    + "\n\n".join(f"Paragraph {n} has a sentence. And another one." for n in range(300))
    + f"\n\n{WIDE_TABLE}\n"
)


def small_library(folder: Path) -> Path:
    """A folder of three articles."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a-harbour.md").write_text(HARBOUR, encoding="utf-8")
    (folder / "b-ferry.md").write_text(FERRY, encoding="utf-8")
    (folder / "c-long.md").write_text(LONG, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Seen:
    """What the screen shows, taken down at one moment."""

    place: Place | None
    focus: str
    article: str
    top: int
    sentence: Span | None
    selection: Selection | None
    highlights: tuple[tuple[str, tuple[str, ...], str], ...]
    """(words, tags, note) of each."""
    looks: tuple[tuple[str, bool], ...]
    """(colour, important) of each."""
    tags: tuple[tuple[str, int | None, str, str], ...]
    """(name, key, colour, description) of each tag."""
    lifted: str
    """Words of the highlight that is painted over those it overlaps."""
    hits: int
    current_hit: Span | None
    side: str
    measure: int
    wrapped: bool
    slid: int
    folded: bool
    zen: bool
    dialog: str
    typing: bool
    searching: bool
    said: str
    card: int
    opened_speaker: str
    speakers_view: View
    highlights_view: HighlightsView
    marked: int
    """Highlights marked in their list."""
    quotations: tuple[tuple[str, str, str], ...]
    """(speaker, words, rule) of each in the whole library."""
    copied: str
    running: bool
    pane_width: int
    """Cells of whatever has the focus, with its place in the row of panes."""


def highlights_of(reading: Reading | None) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """(words, tags, note) of each."""
    if reading is None:
        return ()
    return tuple((a.target.exact, reading.codebook.names(a.tags), a.note) for a in reading.annotations)


class Desk:
    """The running app, driven by keys."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None], screen: ReadingScreen) -> None:
        self.app = app
        self.pilot = pilot
        self.screen = screen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        """Type letters and blanks."""
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that happens in the background."""
        for _ in range(400):
            if holds():
                return
            await self.pilot.pause(0.025)
        raise AssertionError("waited ten seconds in vain")

    def seen(self) -> Seen:
        screen, pane = self.screen, self.screen.pane
        at, reading = pane.navigator, screen.reading
        lists = [screen.shelf, *screen.side_panels().values()]
        focused = next((one for one in lists if one.has_focus), screen.shelf)
        return Seen(
            place=screen.place,
            focus=type(screen.focused).__name__ if screen.focused else "",
            article=reading.article.id if reading else "",
            top=at.view.first_offset if at else 0,
            sentence=at.sentence if at else None,
            selection=at.selection if at else None,
            highlights=highlights_of(reading),
            looks=tuple((a.color, a.important) for a in reading.annotations) if reading else (),
            tags=tuple((t.name, t.key, t.color, t.description) for t in reading.codebook) if reading else (),
            lifted=pane.lifted.target.exact if pane.lifted else "",
            hits=len(pane.hits),
            current_hit=pane.current_hit,
            side=screen.around.side,
            measure=pane.measure,
            wrapped=pane.wrapped,
            slid=max((window.shift for ref, _ in at.view.rows() if (window := at.view.window(ref.block))), default=0)
            if at
            else 0,
            folded=pane.folded,
            zen=screen.has_class("-zen"),
            dialog=type(self.app.screen).__name__ if self.app.screen is not screen else "",
            typing=any(getattr(one, "typing", False) for one in lists),
            searching=bool(screen.query(SearchBar)),
            said=screen.said,
            card=getattr(focused, "cursor", 0),
            opened_speaker=screen.speakers_panel.opened,
            speakers_view=screen.speakers_panel.view,
            highlights_view=screen.annotations_panel.view,
            marked=len(screen.annotations_panel.marked),
            quotations=tuple((s.name, q.words, q.rule) for s in screen.speakers for q in s.quotations),
            copied=self.app.clipboard,
            pane_width=focused.outer_size.width if focused else 0,
            running=self.app.is_running and not self.app._exit,
        )


@asynccontextmanager
async def desk(folder: Path, size: tuple[int, int] = (120, 32)) -> AsyncIterator[Desk]:
    """The app on `folder`, with the first article shown."""
    with Library.open(folder) as library:
        app = ReaderApp(start_in(library, Settings()))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            opened = Desk(app, pilot, screen)
            await opened.until(lambda: bool(screen.reading and screen.pane.navigator and screen.parts))
            yield opened


def keys_of(chord: str) -> list[str]:
    """The keys to press for a row of the key map; where any letter will do, `a`."""
    return ["a" if key == "*" else key for key in chord.split()]
