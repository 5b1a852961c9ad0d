"""The page of keys, and the filter that finds one among them."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static

from reader.ui.commands import COMMANDS
from reader.ui.screens.help_screen import HelpScreen, matching
from tests.ui.desk import Desk, desk, small_library


def page(opened: Desk) -> list[str]:
    """What is said of keys, row by row."""
    shown = opened.app.screen.query_one("#keys", Static)
    return [row.strip() for row in str(shown.render()).splitlines() if row.strip()]


async def test_what_is_typed_leaves_the_commands_that_have_it(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "question_mark")
        everything = page(opened)
        await opened.press("slash")
        await opened.write("next hit")
        assert page(opened) == ["Find", "n                         Next hit"]
        await opened.press("escape")
        assert page(opened) == everything and isinstance(opened.app.screen, HelpScreen)
        await opened.press("escape")
        assert opened.seen().dialog == ""


async def test_letters_are_typed_and_not_obeyed(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "question_mark", "slash")
        await opened.write("q j")
        assert opened.app.screen.query_one(Input).value == "q j" and page(opened) == ["no command is called “q j”"]
        await opened.press("enter", "q")
        assert opened.seen().dialog == ""


async def test_commands_of_other_places_are_found_too(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("question_mark", "slash")
        await opened.write("merge with another")
        assert page(opened)[0] == "Elsewhere"


async def test_the_palette_stays_where_it_is_while_one_types(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("colon")
        places = []
        for letter in "search":
            await opened.press(letter)
            places.append((opened.app.screen.query_one(".dialog").region.offset, opened.app.focused))
        assert len(set(places)) == 1


def test_a_key_finds_its_command() -> None:
    assert "back" in {command.id for command in matching("ctrl+o", COMMANDS)}
    assert matching("", COMMANDS) == list(COMMANDS)
