"""The README's picture, made from the running app on the sample corpus: `python .pictures/make.py`.

Nothing comes in but the corpus beside this folder; reading.svg in this folder comes out, the same on every machine.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from reader.library import Library
from reader.settings import Settings
from reader.ui.app import ReaderApp
from reader.ui.panes.speakers_order import SpeakerCard
from reader.ui.screens.reading_screen import ReadingScreen
from reader.ui.start import start_in

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "sample_corpus"
PICTURE = HERE / "reading.svg"
SIZE = (148, 40)
ARTICLE = "strait-call-first-since-closure.txt"
SPEAKER = "Hordiy Morlavsky"
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
WEB_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def picture(folder: Path) -> str:
    """The app on `folder`, with highlights, tags, a note and a chosen speaker, as SVG."""
    with Library.open(folder) as library:
        app = ReaderApp(start_in(library, Settings()))
        async with app.run_test(size=SIZE) as pilot:
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            await until(pilot, lambda: all(listing.words for listing in screen.listings))
            await open_article(pilot, screen)
            await mark(pilot)
            await choose_speaker(pilot, screen)
            return WEB_FONTS.sub("", app.export_screenshot(title="Close Reader")).replace("Fira Code, monospace", FONTS)


async def open_article(pilot: Pilot[None], screen: ReadingScreen) -> None:
    articles = [listing.entry.id for listing in screen.listings]
    await pilot.press(*["j"] * articles.index(ARTICLE), "enter")
    await until(pilot, lambda: screen.reading is not None and screen.reading.article.id == ARTICLE)


async def mark(pilot: Pilot[None]) -> None:
    """Highlight what a reader might, as a reader would: find it, tag it, say why."""
    await find(pilot, "fifty minutes")
    await pilot.press("a", *typed("The other readout says forty."), "ctrl+s")
    await find(pilot, "frank and")
    await pilot.press("v", "i", "q", "t", *"tone", "enter")
    await find(pilot, "We agreed")
    await pilot.press("t", *"promise", "enter")
    await pilot.press("g", "escape")


async def find(pilot: Pilot[None], words: str) -> None:
    await pilot.press("slash", *typed(words), "enter")


def typed(words: str) -> list[str]:
    """The keys that write `words`."""
    names = {" ": "space", ".": "full_stop", "?": "question_mark"}
    return [names.get(letter, letter) for letter in words]


async def choose_speaker(pilot: Pilot[None], screen: ReadingScreen) -> None:
    """Open the panel, and in it the speaker to whom the name belongs."""
    await pilot.press("s")
    cards = screen.speakers_panel.deck.items
    known = [(card.speaker.name, *card.speaker.aliases) for card in cards if isinstance(card, SpeakerCard)]
    await pilot.press(*["j"] * next(n for n, names in enumerate(known) if SPEAKER in names), "enter")


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what happens in the background."""
    for _ in range(1200):
        if holds():
            return
        await pilot.pause(0.025)
    raise TimeoutError("waited half a minute in vain")


def main() -> None:
    with TemporaryDirectory() as name:
        scratch = Path(name)
        os.environ |= {f"XDG_{kind}_HOME": str(scratch / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
        folder = Path(shutil.copytree(CORPUS, scratch / "sample_corpus", ignore=shutil.ignore_patterns(".reader")))
        PICTURE.write_text(asyncio.run(picture(folder)), encoding="utf-8")
    print(f"{PICTURE.name}: {PICTURE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
