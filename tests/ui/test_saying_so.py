"""A key that comes to nothing says so in one short line; one that changes what is shown says how to change it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.panes.status_bar import StatusBar
from tests.ui.desk import Desk, desk

PLAIN = "# Plain words\n\nNobody is quoted here. Not a word.\n\nAnd here “somebody” is.\n"
FURNITURE = (
    "Skip to content\nSign in\nSubscribe\n\nThe vote\n\nThe council put off its vote on the wall.\n\nIt meets again.\n"
)


@pytest.mark.parametrize("keys", [["i", "quotation_mark"], ["a", "quotation_mark"], ["i", "q"]])
async def test_a_paragraph_without_a_quotation(tmp_path: Path, keys: list[str]) -> None:
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    async with desk(tmp_path) as opened:
        await opened.press("right_parenthesis", "v")
        before = opened.seen().selection
        await opened.press(*keys)
        assert opened.seen().said == "no quotation in this paragraph"
        assert opened.seen().selection == before
        await opened.press("escape", "right_curly_bracket", "v", *keys)
        assert opened.seen().said == "" and opened.screen.pane.passage is not None


async def test_nothing_to_fold(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    async with desk(tmp_path) as opened:
        for _ in range(2):
            await opened.press("F")
            assert opened.seen().said == "no site furniture here to fold"


async def test_what_is_folded_and_unfolded_is_said(tmp_path: Path) -> None:
    (tmp_path / "vote.txt").write_text(FURNITURE, encoding="utf-8")
    async with desk(tmp_path) as opened:
        await opened.press("F")
        assert opened.seen().said == "site furniture is shown  · F folds it"
        await opened.press("F")
        assert opened.seen().said == "site furniture is folded"


async def test_whether_wide_lines_are_wrapped_is_said(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    async with desk(tmp_path) as opened:
        await opened.press("w")
        assert opened.seen().said == "wide lines stay whole  · . and , slide"
        await opened.press("w")
        assert opened.seen().said == "wide code and tables are wrapped"


async def test_what_is_long_is_said_beside_the_mode_as_far_as_there_is_room(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    async with desk(tmp_path, size=(80, 24)) as opened:
        await opened.press("right_parenthesis", "v")
        opened.screen.say("so many words " * 9)
        shown = await bottom_line(opened)
        assert shown.startswith(" SELECT  so many words so many")
        assert "…  " in shown and shown.endswith("  ? help ")


async def test_the_key_that_undoes_is_said_however_long_the_words_are(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    async with desk(tmp_path, size=(80, 24)) as opened:
        opened.screen.say("Highlighted " + "so many words " * 9 + "  · saved · U undoes")
        assert "words so…  · saved · U undoes  " in await bottom_line(opened)
        await opened.pilot.resize_terminal(30, 15)
        assert (await bottom_line(opened)).startswith(" Highlighted s…  ")


async def test_the_key_that_highlights_is_shown_once_in_each_mode(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    async with desk(tmp_path) as opened:
        opened.screen.pane.focus()
        reading = await bottom_line(opened)
        assert " h highlight " in reading and " H highlight " not in reading
        await opened.press("right_parenthesis", "v")
        selecting = await bottom_line(opened)
        assert " H highlight " in selecting and " h highlight " not in selecting


async def bottom_line(opened: Desk) -> str:
    await opened.pilot.pause()
    return opened.screen.query_one(StatusBar).render_line(0).text


async def test_what_is_said_of_a_highlighted_quotation_opens_one_pair_of_marks(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text("# Plain words\n\n“She would come,” he said.\n", encoding="utf-8")
    async with desk(tmp_path) as opened:
        await opened.press("enter", "right_parenthesis", "h")
        assert opened.seen().said.startswith("Highlighted “She would come,” he said.”")


async def test_a_single_file_begins_where_one_stopped_and_the_bottom_line_says_so(tmp_path: Path) -> None:
    file = tmp_path / "long.md"
    file.write_text("# A long one\n\n" + "Some words of it.\n\n" * 60, encoding="utf-8")
    async with desk(file, size=(80, 24)) as opened:
        await opened.until(lambda: opened.seen().said.startswith("a single file: annotations are kept in"))
        await opened.press("j", "k")
        assert opened.seen().said == ""
    async with desk(file, size=(80, 24)) as opened:
        await opened.until(lambda: opened.seen().said.startswith("a single file: annotations are kept in"))
        await opened.press("space", "space")
    async with desk(file, size=(80, 24)) as opened:
        await opened.until(lambda: opened.seen().said.startswith("where you stopped; a single file: annotations"))
        assert "  · g goes to the top" in await bottom_line(opened)
        assert not opened.app._notifications
        await opened.press("g")
        assert (opened.seen().top, opened.seen().said) == (2, "")


async def test_a_folder_begins_in_its_list_and_nothing_is_said_of_where_one_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A long one\n\n" + "Some words of it.\n\n" * 60, encoding="utf-8")
    (tmp_path / "b.md").write_text(PLAIN, encoding="utf-8")
    for _ in range(2):
        async with desk(tmp_path) as opened:
            await opened.pilot.pause(0.4)
            assert opened.seen().said == ""
            await opened.press("enter", "space", "space")
