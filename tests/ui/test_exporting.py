"""Exporting from the app: what is proposed, and what stands in the file."""

from __future__ import annotations

import json
from pathlib import Path
from threading import get_ident

import pytest
from textual.widgets import Input, Static

from tests.ui.desk import Desk, desk
from tests.ui.test_comparing import compared, news


def complaint(opened: Desk) -> str:
    """What the dialog finds wrong."""
    return str(opened.app.screen.query_one(".error", Static).render())


async def replace_with_export(opened: Desk, path: Path, *downs: str) -> None:
    """Export to a file that may be precious."""
    await opened.press("E", *downs, "enter")
    opened.app.screen.query_one(Input).value = str(path)
    await opened.press("enter")
    await opened.until(lambda: "enter again replaces it" in complaint(opened))


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
        text = await export(opened, tmp_path / "said.jsonl", *["down"] * 8)
        first = json.loads(text.splitlines()[0])["quotes"][0]
        assert first["resolved"] == "Mary Quist"
        assert all("same_as" in quote for line in text.splitlines() for quote in json.loads(line)["quotes"])


async def test_a_file_that_may_be_precious_is_replaced_only_when_enter_is_pressed_again(tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    out.write_text("my own table", "utf-8")
    async with desk(news(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "h")
        await replace_with_export(opened, out, *["down"] * 3)
        assert out.read_text("utf-8") == "my own table"
        await opened.press("enter")
        await opened.until(lambda: "exported to" in opened.seen().said)
    assert out.read_text("utf-8").startswith("article,title,byline,publisher,published,url,paragraph,highlight,")


async def test_an_export_that_nobody_has_touched_is_made_anew_without_a_question(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        first = await export(opened, tmp_path / "notes.md")
        await opened.press("enter", "right_parenthesis", "h")
        assert "annotations: 0" in first
        assert "annotations: 1" in await export(opened, tmp_path / "notes.md")


async def test_web_annotations_and_json_of_the_whole_library_are_offered(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "h")
        whole = json.loads(await export(opened, tmp_path / "all.json", *["down"] * 4))
        assert sum(len(article["annotations"]) for article in whole["articles"]) == 1
        web = json.loads(await export(opened, tmp_path / "all.jsonld", *["down"] * 5))
        assert [item["type"] for item in web["items"]] == ["Annotation"]


async def test_whatever_stands_in_a_file_already_is_read_while_the_app_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, read, readers = tmp_path / "all.csv", Path.read_bytes, list[int]()
    out.write_text("my own table", "utf-8")

    def noted(path: Path) -> bytes:
        if path == out:
            readers.append(get_ident())
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    async with desk(news(tmp_path / "news")) as opened:
        await replace_with_export(opened, out, *["down"] * 3)
        await opened.press("escape")
    assert readers and get_ident() not in readers
