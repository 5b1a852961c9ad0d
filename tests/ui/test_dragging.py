"""A selection that is made with the mouse, also over the edges of what is on the screen."""

from __future__ import annotations

from pathlib import Path

from textual import events

from tests.ui.desk import Desk, desk, small_library


async def mouse(opened: Desk, kind: type[events.MouseEvent], x: int, y: int) -> None:
    """What a terminal tells of the mouse at a cell of the reading pane."""
    pane = opened.screen.pane
    left, top = pane.region.offset
    pane.post_message(kind(pane, x, y, 0, 0, 1, False, False, False, x + left, y + top))
    await opened.pilot.pause()


def selected(opened: Desk) -> str:
    pane = opened.screen.pane
    return pane.displayed_words(pane.passage) if pane.passage and pane.selecting else ""


async def long(folder: Path) -> Path:
    news = small_library(folder / "news")
    (news / "a-harbour.md").unlink()
    (news / "b-ferry.md").unlink()
    return news


async def test_what_is_under_the_pointer_stays_there_even_in_the_last_row(tmp_path: Path) -> None:
    async with desk(await long(tmp_path)) as opened:
        pane, top = opened.screen.pane, opened.seen().top
        last = pane.size.height - 1
        await mouse(opened, events.MouseDown, pane.left + 8, 4)
        await mouse(opened, events.MouseMove, pane.left + 20, last)
        await mouse(opened, events.MouseUp, pane.left + 20, last)
        assert selected(opened) and opened.seen().top == top


async def test_held_below_the_text_it_scrolls_on_until_it_is_let_go(tmp_path: Path) -> None:
    async with desk(await long(tmp_path)) as opened:
        pane = opened.screen.pane
        await mouse(opened, events.MouseDown, pane.left + 8, 4)
        await mouse(opened, events.MouseMove, pane.left + 20, pane.size.height)
        await opened.until(lambda: "Paragraph 40" in selected(opened))
        await mouse(opened, events.MouseUp, pane.left + 20, pane.size.height)
        top, words = opened.seen().top, selected(opened)
        await opened.pilot.pause(0.3)
        assert opened.seen().top == top and selected(opened) == words


async def test_held_in_the_first_row_of_the_screen_it_scrolls_up(tmp_path: Path) -> None:
    async with desk(await long(tmp_path)) as opened:
        await opened.press("enter", "space", "space")
        pane, before = opened.screen.pane, opened.seen().top
        await mouse(opened, events.MouseDown, pane.left + 20, 9)
        await mouse(opened, events.MouseMove, pane.left + 8, 0)
        await opened.until(lambda: opened.seen().top == len("# "))
        await mouse(opened, events.MouseMove, pane.left + 8, 3)
        await mouse(opened, events.MouseUp, pane.left + 8, 3)
        selection = opened.seen().selection
        assert selection is not None and selection.backwards and selection.head < before < selection.anchor


async def test_from_one_edge_right_to_the_other_it_turns_round(tmp_path: Path) -> None:
    async with desk(await long(tmp_path)) as opened:
        pane = opened.screen.pane
        await mouse(opened, events.MouseDown, pane.left + 8, 4)
        await mouse(opened, events.MouseMove, pane.left + 8, -1)
        await mouse(opened, events.MouseMove, pane.left + 20, pane.size.height)
        await opened.until(lambda: "Paragraph 40" in selected(opened))
        await mouse(opened, events.MouseUp, pane.left + 20, pane.size.height)


async def test_another_size_and_back_again_leaves_one_where_one_was(tmp_path: Path) -> None:
    news = small_library(tmp_path / "news")
    (news / "a-harbour.md").write_text("Some words of one very long paragraph. " * 400, encoding="utf-8")
    async with desk(news) as opened:
        await opened.press("enter", *["j"] * 30)
        top = opened.seen().top
        for columns in (*range(119, 70, -7), *range(71, 120, 9), 120):
            await opened.pilot.resize_terminal(columns, 32)
            await opened.pilot.pause()
            row = opened.screen.pane.navigator.view.rows()[0][1] if opened.screen.pane.navigator else None
            assert row is not None and row.span.has(top)
        assert opened.seen().top == top
