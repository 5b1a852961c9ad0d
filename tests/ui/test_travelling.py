"""Going far in a long article, and coming back: what a reader sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.text import Span
from reader.ui.panes import travelling_pane
from tests.ui.desk import HARBOUR, desk, small_library

LONG = "\n\n".join(f"## Part {n}\n\n" + "Some words of it. " * 40 for n in range(600))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library whose first article is read in many steps."""
    news = small_library(tmp_path / "news")
    (news / "a-harbour.md").write_text(LONG, encoding="utf-8")
    return news


@pytest.fixture(autouse=True)
def nothing_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(travelling_pane, "AT_ONCE", 0.0)
    monkeypatch.setattr(travelling_pane, "SHOWN_AFTER", 0.0)


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


PROSE = "# One heading\n\n" + "Some words of it. " * 40 + "\n\n"
NO_HEADINGS = PROSE + PROSE.removeprefix("# One heading\n\n") * 2000


async def test_a_heading_that_is_far_away_is_looked_for_while_keys_are_obeyed(tmp_path: Path) -> None:
    news = small_library(tmp_path / "news")
    (news / "a-harbour.md").write_text(NO_HEADINGS + "## The other\n\nIts words.\n", encoding="utf-8")
    async with desk(news) as opened:
        pane = opened.screen.pane
        await opened.press("enter")
        opened.app.simulate_key("right_square_bracket")
        opened.app.simulate_key("right_square_bracket")
        await opened.until(lambda: pane.is_going and pane.whereabouts()[0].startswith("going there"))
        await opened.until(lambda: not pane.is_going)
        assert pane.displayed_words(opened.seen().sentence or Span(0, 0)) == "The other"
        await opened.press("left_square_bracket", "left_square_bracket")
        await opened.until(lambda: not pane.is_going)
        assert pane.displayed_words(opened.seen().sentence or Span(0, 0)) == "One heading"


async def test_looking_for_a_heading_is_given_up_by_any_motion_and_said_if_there_is_none(tmp_path: Path) -> None:
    news = small_library(tmp_path / "news")
    (news / "a-harbour.md").write_text(NO_HEADINGS, encoding="utf-8")
    async with desk(news) as opened:
        pane = opened.screen.pane
        await opened.press("enter")
        opened.app.simulate_key("right_square_bracket")
        opened.app.simulate_key("right_square_bracket")
        await opened.until(lambda: pane.is_going)
        opened.app.simulate_key("j")
        await opened.until(lambda: not pane.is_going)
        assert pane.navigator is not None and not pane.navigator.article.blocks.done and opened.seen().said == ""
        await opened.press("right_square_bracket", "right_square_bracket")
        await opened.until(lambda: not pane.is_going)
        assert opened.seen().said == "no further heading here" and opened.seen().top < 1000


async def test_where_one_was_far_down_is_gone_back_to_in_slices_and_never_forgotten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(travelling_pane, "PAUSE", 0.1)  # so that one sees it
    async with desk(folder) as opened:
        await opened.press("enter")
        opened.app.simulate_key("G")
        await opened.until(lambda: opened.screen.pane.whereabouts() == ["100%"])
        far = opened.seen().top
        await opened.press("J")
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
    async with desk(folder) as opened:
        await opened.until(lambda: opened.screen.pane.is_going)
    async with desk(folder) as opened:
        await opened.until(lambda: opened.screen.pane.is_going)
        opened.app.simulate_key("j")
        await opened.until(lambda: not opened.screen.pane.is_going)
        assert opened.seen().top < 1000
        await opened.press("J", "K")
    async with desk(folder) as opened:
        assert opened.seen().top < 1000
    assert far > 400_000


async def test_a_new_size_does_not_keep_one_from_arriving(folder: Path) -> None:
    async with desk(folder) as opened:
        await opened.press("enter")
        opened.app.simulate_key("G")
        await opened.until(lambda: opened.screen.pane.is_going)
        await opened.pilot.resize_terminal(90, 20)
        # Whoever arrives just before keeps the first sentence on the screen, and the end may be a row further down.
        await opened.until(lambda: not opened.screen.pane.is_going and opened.seen().top > 400_000)


async def test_a_place_mark_is_there_tomorrow_and_after_an_edit(tmp_path: Path) -> None:
    news = small_library(tmp_path / "news")
    async with desk(news) as opened:
        await opened.press("enter", "right_curly_bracket", "right_curly_bracket", "right_parenthesis", "m", "a")
        assert opened.seen().said.startswith("place a set")
        marked = opened.screen.pane.displayed_words(opened.seen().sentence or Span(0, 0))
    harbour = news / "a-harbour.md"
    harbour.write_text("A correction.\n\n" * 30 + harbour.read_text("utf-8"), encoding="utf-8")
    async with desk(news) as opened:
        await opened.press("enter", "apostrophe", "a")
        await opened.until(lambda: opened.screen.pane.displayed_words(opened.seen().sentence or Span(0, 0)) == marked)
        await opened.press("ctrl+o")
        assert opened.seen().top == 0


async def test_a_capital_leads_into_another_article(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "m", "B", "J")
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
        await opened.press("apostrophe", "B")
        await opened.until(lambda: opened.seen().article == "a-harbour.md")
        await opened.press("m", "4")
        assert "is a letter" in opened.seen().said


async def test_the_sentence_in_focus_is_the_same_after_a_look_elsewhere_and_after_reloading(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", *["right_parenthesis"] * 4)
        focused = opened.seen().sentence
        await opened.press("J", "K")
        await opened.until(lambda: opened.seen().article == "a-harbour.md")
        assert opened.seen().sentence == focused
        put: list[int] = []
        opened.screen.watch(opened.screen.pane, "reading", lambda: put.append(1), init=False)
        (tmp_path / "news" / "a-harbour.md").write_text(HARBOUR + "\nOne more paragraph.\n", encoding="utf-8")
        await opened.press("r")
        await opened.until(lambda: bool(put))
        assert opened.seen().sentence == focused


async def test_words_selected_in_a_highlight_are_a_highlight_of_their_own(tmp_path: Path) -> None:
    """Even where one came to that highlight on purpose; and no key but the tag's own takes a tag away."""
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", *["right_parenthesis"] * 3, "1", *"claim", "enter")
        await opened.press("g", "right_square_bracket", "h", "v", "w", "w", "H")
        assert len(opened.seen().highlights) == 2
        assert all("claim" in tags for _, tags, _ in opened.seen().highlights)
        await opened.press("escape", "g", "right_square_bracket", "h", "H")
        assert all("claim" in tags for _, tags, _ in opened.seen().highlights)


async def test_a_link_to_a_far_heading_is_followed_while_keys_are_obeyed_and_given_up_by_any_motion(
    tmp_path: Path,
) -> None:
    news = small_library(tmp_path / "news")
    text = "To [the other](#the-other).\n\n" + NO_HEADINGS + "## The other\n\nIts words.\n"
    (news / "a-harbour.md").write_text(text, encoding="utf-8")
    async with desk(news) as opened:
        pane = opened.screen.pane
        await opened.press("enter", "f")
        opened.app.simulate_key("s")
        await opened.until(lambda: pane.is_going)
        opened.app.simulate_key("j")
        await opened.until(lambda: not pane.is_going)
        assert pane.navigator is not None and not pane.navigator.article.blocks.done
        await opened.press("g", "f")
        opened.app.simulate_key("s")
        await opened.until(lambda: opened.seen().said == "ctrl+o goes back")
        assert pane.displayed_words(opened.seen().sentence or Span(0, 0)) == "The other"
