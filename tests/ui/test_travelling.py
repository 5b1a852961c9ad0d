"""Going far in a long article, and coming back: what a reader sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.panes import navigated_pane
from tests.ui.desk import desk, small_library

LONG = "\n\n".join(f"## Part {n}\n\n" + "Some words of it. " * 40 for n in range(600))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library whose first article is read in many steps."""
    news = small_library(tmp_path / "news")
    (news / "a-harbour.md").write_text(LONG, encoding="utf-8")
    return news


@pytest.fixture(autouse=True)
def nothing_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigated_pane, "AT_ONCE", 0.0)


async def test_on_the_way_to_a_far_end_keys_are_obeyed_and_progress_is_shown(folder: Path) -> None:
    async with desk(folder) as opened:
        await opened.press("enter")
        pane = opened.screen.pane
        opened.app.simulate_key("G")
        await opened.until(lambda: pane.whereabouts()[0].startswith("going there"))
        await opened.until(lambda: pane.whereabouts() == ["100%"])
        assert opened.seen().sentence is not None and pane.navigator is not None and pane.navigator.article.blocks.done


async def test_whoever_goes_elsewhere_meanwhile_stays_there(folder: Path) -> None:
    async with desk(folder) as opened:
        await opened.press("enter")
        pane = opened.screen.pane
        opened.app.simulate_key("G")
        opened.app.simulate_key("j")
        await opened.until(lambda: opened.seen().top > 0)
        await opened.pilot.pause(0.1)
        assert pane.whereabouts() == ["0%"] and opened.seen().top < 1000
