"""Searching in an article as a user meets it: typed, counted, walked through, given up."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from reader.layout.query import Query
from reader.ui.panes.search_bar import SearchBar
from reader.ui.screens import searching
from tests.ui.desk import Desk, desk, small_library

VOWELS = "# Vowels\n\n" + "\n\n".join(f"Line {n} of a *long* text." for n in range(3000)) + "\n\nThe last word: coda.\n"


def bar(opened: Desk) -> str:
    """All that the search bar says."""
    (shown,) = opened.screen.query(SearchBar)
    return f"{shown.query_one('#sign').render()} {shown.query_one('#state').render()}"


def hit(opened: Desk) -> str:
    """The words of the current hit."""
    pane = opened.screen.pane
    return pane.displayed_words(pane.current_hit) if pane.current_hit else ""


async def search(opened: Desk, words: str, *then: str) -> None:
    await opened.press("slash")
    await opened.write(words)
    await opened.press(*then)


async def test_hits_are_counted_while_one_types_and_kept_by_enter(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        await search(opened, "wall")
        assert bar(opened).split()[:2] == ["/", "1/3"] and hit(opened) == "wall"
        await opened.press("enter", "n", "n")
        assert opened.screen.pane.whereabouts()[0] == "3/3" and not opened.seen().searching
        await opened.press("escape")
        assert opened.seen().hits == 0


async def test_going_on_around_the_ends_is_said(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        await search(opened, "report", "enter", "n")
        assert "on from the top" in opened.seen().said
        await search(opened, "march", "enter", "N")
        assert "on from the end" in opened.seen().said and hit(opened) == "March"


async def test_a_match_across_the_ends_of_rows_and_across_emphasis_is_one_hit(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text("A [harbour](http://x.y) *wall\nthat* moved. " * 5, encoding="utf-8")
    async with desk(folder, (80, 20)) as opened:
        await opened.press("enter")
        await search(opened, "harbour wall that moved", "enter")
        assert opened.seen().hits == 5


async def test_keys_typed_ahead_of_the_screen_reach_the_text(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        await search(opened, "wall")
        for key in ("enter", "n", "n"):
            opened.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await opened.pilot.pause()
        assert opened.screen.pane.whereabouts()[0] == "3/3"


async def test_escape_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis")
        await search(opened, "wall", "enter", "n")
        before = opened.seen()
        await search(opened, "april", "escape")
        after = opened.seen()
        assert (after.hits, after.current_hit, after.sentence) == (before.hits, before.current_hit, before.sentence)


async def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        await search(opened, "zebra")
        assert "not found" in bar(opened)
        await opened.press("enter")
        assert opened.seen().said == "not found: zebra"


async def test_a_key_of_its_own_makes_it_a_regular_expression(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "slash", "ctrl+r")
        assert bar(opened).startswith("regex /")
        await opened.write("[a-z]+ market")
        await opened.until(lambda: opened.seen().hits == 2)
        await opened.press("left_parenthesis")
        assert "no regular expression: missing )" in bar(opened)
        await opened.press("enter")
        assert opened.seen().searching  # so that it can be put right
        await opened.press("backspace", "enter")
        await opened.until(lambda: opened.seen().hits == 2)
        assert hit(opened) == "fish market"


async def test_an_expression_that_never_ends_is_given_up_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text("a" * 60, encoding="utf-8")
    async with desk(folder) as opened:
        await opened.press("enter", "slash", "alt+r")
        opened.screen.query_one(SearchBar).input.value = "(a+)+b"
        await opened.until(lambda: "takes too long: given up" in bar(opened))
        await opened.press("escape")
        assert opened.seen().running and not opened.seen().searching


async def test_earlier_searches_are_on_the_arrow_keys_and_outlive_the_program(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    async with desk(folder) as opened:
        await opened.press("enter")
        await search(opened, "wall", "enter")
        await search(opened, "april", "enter")
    async with desk(folder) as opened:
        await opened.press("enter", "n")
        assert hit(opened) == "April"
        await search(opened, "half")
        typed = opened.screen.query_one(SearchBar).input
        recalled = []
        for key in ("up", "up", "up", "down", "down"):
            await opened.press(key)
            recalled.append(typed.value)
        assert recalled == ["april", "wall", "wall", "april", "half"]


async def test_the_word_under_the_caret_is_searched_as_a_word(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text("Art and party, art and Start.", encoding="utf-8")
    async with desk(folder) as opened:
        await opened.press("enter", "asterisk")
        assert opened.seen().hits == 2 and hit(opened) == "Art"
        await opened.press("n")
        assert hit(opened) == "art"


async def test_a_word_of_a_script_without_spaces_has_no_ends(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text("世界は広い。新世界も世界だ。", encoding="utf-8")
    async with desk(folder) as opened:
        opened.screen.searching.ask(Query("世界"), confirmed=True)
        assert opened.seen().hits == 3
        await opened.press("enter", "escape", "asterisk")
        assert opened.seen().hits > 0


async def test_a_search_goes_on_beside_everything_else_until_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "AT_ONCE", 0.0)  # everything is left to the slices
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text(VOWELS, encoding="utf-8")
    async with desk(folder) as opened:
        await opened.press("enter")
        pane = opened.screen.pane
        opened.screen.searching.ask(Query("a"), confirmed=False)
        first = pane.hits
        assert first.searched < 1 and pane.whereabouts()[0] == "searching 0%"
        opened.screen.searching.ask(Query("coda"), confirmed=True)
        await opened.until(lambda: pane.hits.searched == 1)
        assert hit(opened) == "coda" and pane.whereabouts()[0] == "1/1"
        assert first.searched < 1  # nobody works for nobody


async def test_another_article_ends_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "AT_ONCE", 0.0)
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text(VOWELS, encoding="utf-8")
    async with desk(folder) as opened:
        opened.screen.searching.ask(Query("coda"), confirmed=True)
        await opened.press("J")
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
        assert opened.seen().hits == 0 and opened.seen().top == 2 and len(opened.screen.pane.whereabouts()) == 1
