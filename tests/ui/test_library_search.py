"""Searching the whole library as a user meets it: typed, listed by article, opened, come back to."""

from __future__ import annotations

from pathlib import Path

from reader.ui.screens.library_search_screen import LibrarySearchScreen
from tests.ui.desk import Desk, desk, small_library


def results(opened: Desk) -> LibrarySearchScreen:
    assert isinstance(opened.app.screen, LibrarySearchScreen)
    return opened.app.screen


async def search(opened: Desk, words: str, summary: str) -> None:
    """Type `words` and wait until the summary says so."""
    await opened.press("backslash")
    await opened.write(words)
    await opened.until(lambda: summary in results(opened).list.said)


async def test_a_hit_in_another_article_is_opened_with_all_hits_painted(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        await search(opened, "lena brandt", "2 in 2 of 3 articles")
        found = results(opened).list.items
        assert [(one.article_id, one.title, one.words) for one in found] == [
            ("a-harbour.md", "Harbour vote delayed", "Lena Brandt"),
            ("b-ferry.md", "Ferry company answers", "Lena Brandt"),
        ]
        await opened.press("down", "enter")
        await opened.until(lambda: opened.seen().article == "b-ferry.md" and opened.seen().hits == 1)
        pane = opened.screen.pane
        assert pane.displayed_words(opened.seen().current_hit or pane.passage) == "Lena Brandt"  # type: ignore[arg-type]
        assert opened.seen().said.startswith("2 of 2 in the library")


async def test_the_same_key_returns_to_what_was_found(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await search(opened, "wall", "3 in 1 of 3")
        await opened.press("down", "down", "enter")
        await opened.until(lambda: opened.seen().hits == 3)
        await opened.press("backslash")
        assert (results(opened).input.value, results(opened).list.cursor) == ("wall", 2)
        await opened.press("up", "enter")
        await opened.until(lambda: opened.screen.pane.whereabouts()[0] == "2/3")
        await opened.press("ctrl+o")
        assert opened.seen().running


async def test_a_regular_expression_that_never_ends_hinders_nobody(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    (folder / "b-ferry.md").write_text("a" * 60, encoding="utf-8")
    async with desk(folder) as opened:
        await opened.press("backslash", "ctrl+r")
        results(opened).input.value = "(a+)+b"
        await opened.pilot.pause(0.3)
        results(opened).input.value = "m[a]yor"
        await opened.until(lambda: "1 in 1 of 3" in results(opened).list.said)
        results(opened).input.value = "("
        await opened.until(lambda: "no regular expression" in results(opened).list.said)
        await opened.press("escape")
        assert opened.seen().dialog == ""


async def test_a_note_is_found_and_leads_to_its_passage(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "right_parenthesis", "a")
        await opened.write("zanzibar")
        await opened.press("ctrl+s", "g")
        await opened.until(lambda: bool(opened.seen().highlights))
        await search(opened, "zanz", "1 in 1 of 3")
        await opened.press("enter")
        marked = opened.screen.reading.annotations[0].span if opened.screen.reading else None
        await opened.until(lambda: opened.seen().sentence == marked)


async def test_what_is_nowhere_is_said_and_escape_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        before = opened.seen()
        await search(opened, "qqq", "nothing")
        await opened.press("enter", "escape")
        after = opened.seen()
        assert (after.article, after.top, after.hits, after.dialog) == (before.article, before.top, 0, "")


async def test_the_row_that_parts_articles_is_not_under_the_cursor(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await search(opened, "wall", "3 in 1 of 3")
        rows = [results(opened).list.render_line(y).text for y in range(1, 4)]
        assert [row[0] for row in rows] == [" ", "▌", "▌"]
        assert "Harbour vote delayed" in rows[1]
