"""Important, a colour of its own, and whose name new highlights carry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.folders import folder as settings_folder
from tests.terminal import reader_in_terminal
from tests.ui.desk import desk, small_library


async def test_important_is_a_flag_that_one_key_sets_and_takes_away(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "exclamation_mark")
        assert opened.seen().looks == (("yellow", True),)
        assert "important" in opened.seen().said
        await opened.press("exclamation_mark")
        assert opened.seen().looks == (("yellow", False),)
        await opened.press("U", "U")
        assert opened.seen().looks == ()


async def test_a_colour_of_its_own_stays_whatever_the_tags_are(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "t", *"claim", "enter", "t", "tab", *"rates", "enter")
        await opened.press("P", *"pin", "enter")
        assert opened.seen().looks[0][0] == "pink"
        await opened.press("1")
        assert opened.seen().highlights[0][1] == ("rates",)
        assert opened.seen().looks[0][0] == "pink"


async def test_new_highlights_carry_nobodys_name_unless_the_settings_say_whose(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "h")
        screen = opened.screen
        screen.start = replace(screen.start, settings=replace(screen.start.settings, author="Ida Vos"))
        await opened.press("right_parenthesis", "h", "right_parenthesis", "t", *"claim", "enter")
        await opened.press("right_parenthesis", "1", "right_parenthesis", "exclamation_mark")
        assert screen.reading is not None
        assert [a.creator for a in screen.reading.annotations] == ["", *["Ida Vos"] * 4]


async def test_a_highlight_of_a_quotation_says_whose_it_is_in_the_text_and_in_the_list(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.until(lambda: bool(opened.screen.speakers))
        await opened.press("enter", "right_square_bracket", "q", "quotation_mark", "semicolon")
        assert "Lena Brandt" in opened.seen().said
        await opened.press("T")
        panel = opened.screen.annotations_panel
        rows = [panel.render_line(y).text for y in range(panel.size.height)]
        assert any("— Lena Brandt" in row for row in rows)


def test_the_author_of_the_settings_file_stands_in_the_record(tmp_path: Path) -> None:
    settings = settings_folder("config") / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('author = "Ida Vos"\n')
    folder = small_library(tmp_path / "news")
    with reader_in_terminal(folder) as terminal:
        terminal.until("? help")
        terminal.press(b"\r")
        terminal.until("h highlight")
        terminal.press(b"))h")
        terminal.until("saved")
    (sidecar,) = (folder / ".reader" / "annotations").glob("a-harbour*.json")
    with TinyDB(sidecar, access_mode="r") as stored:
        (record,) = stored.table("annotations").all()
    assert record["creator"] == {"type": "Person", "name": "Ida Vos"}


@pytest.mark.parametrize("color", ["magenta", "#ff00ff", ""])
async def test_a_colour_that_only_another_version_knows_does_no_harm(tmp_path: Path, color: str) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "h")
        reading = opened.screen.reading
        assert reading is not None
        opened.screen.changing.apply(reading.set_color(reading.annotations[0], color))
        await opened.press("T", "semicolon", "escape", "B")
        assert opened.seen().running
        assert opened.seen().looks[0][0] == color
