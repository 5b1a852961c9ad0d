"""A screen of 60 × 15: one pane at a time, and everything can be done."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from reader.sources.registry import SUFFIXES
from reader.ui.panes.card_canvas import SAID_ROWS
from reader.ui.panes.folding import folded
from reader.ui.panes.library_pane import LibraryPane
from tests.ui.desk import Desk, desk, small_library


@asynccontextmanager
async def small_desk(folder: Path) -> AsyncIterator[Desk]:
    """The app on a screen that has become small; the library has the focus."""
    async with desk(small_library(folder)) as opened:
        await opened.pilot.resize_terminal(60, 15)
        await opened.pilot.pause()
        yield opened


def panes_on_screen(opened: Desk) -> list[str]:
    panes = (opened.screen.shelf, opened.screen.pane, opened.screen.query_one("#side"))
    return [type(pane).__name__ for pane in panes if pane.region.width]


async def test_one_pane_is_on_the_screen_also_while_something_is_typed(tmp_path: Path) -> None:
    async with small_desk(tmp_path / "news") as opened:
        assert panes_on_screen(opened) == ["LibraryPane"]
        await opened.press("enter")
        assert panes_on_screen(opened) == ["ReadingPane"]
        await opened.press("slash", "w", "a")
        assert opened.seen().searching
        assert panes_on_screen(opened) == ["ReadingPane"]
        await opened.press("enter", "T")
        assert panes_on_screen(opened) == ["Vertical"]


async def test_the_palette_has_a_line_for_each_command_and_stays_where_it_is(tmp_path: Path) -> None:
    async with small_desk(tmp_path / "news") as opened:
        await opened.press("enter", "colon")
        options = opened.app.screen.query_one(OptionList)
        dialog = opened.app.screen.query_one(".dialog")
        top = dialog.region.y
        assert options.virtual_size.height == options.option_count
        await opened.write("no such thing")
        assert options.option_count == 0
        assert dialog.region.y == top
        assert dialog.border_subtitle == "nothing is called that"


async def test_the_tag_prompt_stays_where_it_is_while_its_list_gets_shorter(tmp_path: Path) -> None:
    async with small_desk(tmp_path / "news") as opened:
        await opened.press("enter", "right_parenthesis")
        for name in ("claim", "figure", "promise"):
            await opened.press("t")
            await opened.write(name)
            await opened.press("enter", "right_parenthesis")
        await opened.press("t")
        dialog = opened.app.screen.query_one(".dialog")
        before = dialog.region
        await opened.write("prom")
        assert dialog.region.height < before.height
        assert dialog.region.y == before.y


@pytest.mark.parametrize("height", [15, 20, 24, 30])
async def test_the_chosen_line_of_a_prompt_is_always_on_the_screen(tmp_path: Path, height: int) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.pilot.resize_terminal(60, height)
        opened.screen.pane.focus()
        await opened.press("right_parenthesis", "t", *",".join("abcdefghij"), "enter", "right_curly_bracket")
        await opened.press("right_parenthesis", "h")
        for key in ("colon", "t", "P"):
            await opened.press(key)
            matches, box = opened.app.screen.query_one(OptionList), opened.app.screen.query_one(".dialog")
            assert matches.option_count >= 9
            assert box.content_region.contains_region(matches.region), key
            await opened.press("escape")


async def test_where_to_export_can_be_seen_and_typed(tmp_path: Path) -> None:
    async with small_desk(tmp_path / "news") as opened:
        await opened.press("enter", "E")
        kinds, field = opened.app.screen.query_one(OptionList), opened.app.screen.query_one(Input)
        inside = opened.app.screen.query_one(".dialog").content_region
        assert inside.contains_region(field.region)
        assert field.region.y > kinds.region.bottom
        await opened.press("end")
        assert kinds.highlighted == kinds.option_count - 1
        assert kinds.scroll_offset.y > 0


async def test_an_empty_list_says_all_that_it_has_to_say(tmp_path: Path) -> None:
    async with small_desk(tmp_path / "news") as opened:
        await opened.press("enter", "T")
        panel = opened.screen.annotations_panel
        rows = " ".join(panel.render_line(y).text.strip() for y in range(panel.size.height))
        assert panel.nothing() in " ".join(rows.split())


def test_an_empty_folder_says_what_would_be_read_also_in_a_narrow_library() -> None:
    rows = folded(LibraryPane.EMPTY, 22, SAID_ROWS)
    assert " ".join(rows).split() == LibraryPane.EMPTY.split()
    assert all(suffix in " ".join(rows) for suffix in SUFFIXES)
