"""Dialogs: what they need is there before anybody asks, and what is behind them stays to be seen."""

from __future__ import annotations

from pathlib import Path

from reader.ui.dialogs.tag_prompt import TagPrompt
from reader.ui.stylesheets import stylesheet
from tests.ui.desk import Desk, desk, small_library


def behind(opened: Desk) -> str:
    dialog = opened.app.screen
    return "\n".join(dialog.render_line(y).text for y in range(dialog.size.height))


async def test_the_styles_of_dialogs_are_read_while_nobody_waits_for_them(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.until(lambda: opened.app.stylesheet.has_source(str(stylesheet("dialogs"))))
        assert opened.seen().dialog == ""
        await opened.press("enter", "t")
        assert opened.app.screen.query_one("Input").styles.height is not None
        assert opened.app.screen.query_one("Input").size.height == 1  # as our styles have it


async def test_a_dialog_that_is_quicker_than_the_preparations_looks_the_same(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "t")
        assert isinstance(opened.app.screen, TagPrompt)
        assert opened.app.screen.query_one("Input").size.height == 1


async def test_the_text_stays_behind_the_dialog_also_in_a_window_of_another_size(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "t")
        assert "Harbour vote delayed" in behind(opened)
        await opened.pilot.resize_terminal(90, 40)
        await opened.pilot.pause()
        rows = behind(opened).split("\n")
        assert (len(rows), len(rows[0])) == (40, 90)
        assert "Harbour vote delayed" in behind(opened)
