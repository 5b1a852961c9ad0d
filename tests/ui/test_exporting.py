"""Exporting from the app: what is proposed, and what stands in the file."""

from __future__ import annotations

import json
from pathlib import Path

from textual.widgets import Input

from tests.ui.desk import Desk, desk
from tests.ui.test_comparing import compared, news


async def export(opened: Desk, path: Path, *downs: str) -> str:
    """Export what is chosen by going down the list, and read it."""
    await opened.press("E", *downs, "enter")
    opened.app.screen.query_one(Input).value = str(path)
    await opened.press("enter")
    await opened.until(lambda: "exported to" in opened.seen().said)
    return path.read_text(encoding="utf-8")


async def test_the_sheet_of_the_speaker_under_the_cursor_is_proposed_first(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("s")
        opened.screen.speakers_panel.open(next(s for s in opened.screen.speakers if s.name == "Haro Linde"))
        text = await export(opened, tmp_path / "linde.md")
        assert "## Haro Linde" in text
        assert "said by The government" in text
        assert "Tandy" not in text


async def test_json_lines_know_corrections_and_statements(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("right_square_bracket", "q", "W")
        await opened.write("Mary Quist")
        await opened.press("enter")
        text = await export(opened, tmp_path / "said.jsonl", "down", "down", "down", "down", "down")
        first = json.loads(text.splitlines()[0])["quotes"][0]
        assert first["resolved"] == "Mary Quist"
        assert all("same_as" in quote for line in text.splitlines() for quote in json.loads(line)["quotes"])
