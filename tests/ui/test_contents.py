"""The contents of an article: where one is in them, and nobody waits for those of a long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.panes import contents_pane
from reader.ui.panes.contents_pane import ContentsPane
from tests.ui.desk import Desk, desk

PARTS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "# Everything\n\n" + "\n\n".join(f"## Part {n}\n\n" + "Some words of it. " * 40 for n in range(PARTS))
    (tmp_path / "long.md").write_text(text, encoding="utf-8")
    return tmp_path


def listed(opened: Desk) -> ContentsPane:
    return opened.screen.query_one(ContentsPane)


async def test_one_stands_on_the_section_that_one_reads(folder: Path) -> None:
    async with desk(folder) as opened:
        await opened.press(*["right_square_bracket"] * 10, "right_parenthesis", "c")
        heading = listed(opened).current
        assert heading is not None and heading.title == "Part 4"
        await opened.press("j", "enter")
        pane = opened.screen.pane
        assert opened.seen().sentence is not None and pane.displayed_words(pane.passage or heading.span) == "Part 5"


async def test_the_headings_of_a_long_article_are_found_in_slices(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AT_ONCE", "SLICE"):
        monkeypatch.setattr(contents_pane, name, 0.0)
    async with desk(folder) as opened:
        opened.app.simulate_key("c")
        await opened.until(lambda: opened.screen.side_panels()["contents"].has_focus)
        assert not listed(opened).items
        await opened.until(lambda: len(listed(opened).items) == PARTS + 1)
