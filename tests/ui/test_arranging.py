"""How the panes share the screen: by keys, by mouse, and the same again the next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.desk import Desk, desk, small_library


def shelf_width(opened: Desk) -> int:
    return opened.screen.shelf.outer_size.width


async def drag(opened: Desk, start: int, to: int) -> None:
    """Press the mouse in a column of the screen, move it, let go."""
    await opened.pilot.mouse_down(offset=(start, 10))
    await opened.pilot.hover(offset=(to, 10))
    await opened.pilot.mouse_up(offset=(to, 10))
    await opened.pilot.pause()


async def test_the_edge_of_the_library_can_be_dragged(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path)) as opened:
        edge = shelf_width(opened) - 1
        await drag(opened, edge, edge + 9)
        assert shelf_width(opened) == edge + 10
        assert opened.screen.pane.region.x == edge + 10
        assert opened.screen.shelf.cursor == 0


async def test_the_edge_of_a_side_panel_can_be_dragged(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path), size=(160, 40)) as opened:
        await opened.press("enter", "s")
        edge = opened.screen.side.region.x
        await drag(opened, edge, edge - 7)
        assert opened.screen.side.region.x == edge - 7


async def test_the_text_always_keeps_some_room(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path)) as opened:
        await drag(opened, shelf_width(opened) - 1, 118)
        assert opened.screen.pane.size.width >= 30
        await drag(opened, shelf_width(opened) - 1, 0)
        assert shelf_width(opened) >= 16


async def test_widths_are_the_same_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("plus", "plus")
        wide = shelf_width(opened)
    async with desk(tmp_path / "news") as opened:
        assert shelf_width(opened) == wide == 34 + 8
        await opened.press("equals_sign")
    async with desk(tmp_path / "news") as opened:
        assert shelf_width(opened) == 34
