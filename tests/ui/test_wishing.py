"""Settings are in force as soon as they are saved, and mistakes in them leave everything as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.settings import settings_file
from tests.ui.desk import Desk, desk, small_library


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return small_library(tmp_path / "news")


def save(text: str) -> None:
    """As an editor does: a new file in the place of the old one."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.with_suffix(".new").write_text(text, encoding="utf-8")
    os.replace(file.with_suffix(".new"), file)


def told(opened: Desk) -> str:
    return " ".join(notification.message for notification in opened.app._notifications)


async def watched(opened: Desk) -> None:
    await opened.until(lambda: any(type(part).__name__ == "Wishing" for part in opened.screen.parts))


async def test_theme_measure_and_keys_change_while_one_reads(news: Path) -> None:
    async with desk(news) as opened:
        await watched(opened)
        save('theme = "paper"\nmeasure = 50\n[keys]\nzen = "Z"\n')
        await opened.until(lambda: opened.app.theme == "paper")
        assert opened.seen().measure == 50
        assert "theme, measure, keys" in opened.seen().said
        await opened.press("enter", "Z")
        assert opened.seen().zen


async def test_without_the_file_everything_is_as_at_first(news: Path) -> None:
    save('theme = "paper"\n')
    async with desk(news) as opened:
        await watched(opened)
        save('theme = "nord"\n')
        await opened.until(lambda: opened.app.theme == "nord")
        settings_file().unlink()
        await opened.until(lambda: opened.app.theme == "lamp")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('measure = 50\ntheme = "papper"\n', "line 2: there is no theme “papper” (did you mean “paper”?)"),
        ("measure = 5\n", "line 1: measure must be a number of columns"),
        ("measure = 50\n[keys]\n\nzenn = 'Z'\n", "line 4: there is no command “zenn” (did you mean “zen”?)"),
        ("measure = 50\ntheme = paper\n", "line 2: Invalid value"),
    ],
)
async def test_a_mistake_is_told_with_file_and_line_and_nothing_changes(news: Path, text: str, says: str) -> None:
    async with desk(news) as opened:
        await watched(opened)
        save(text)
        await opened.until(lambda: says in told(opened))
        assert str(settings_file()) in told(opened)
        assert (opened.app.theme, opened.seen().measure) == ("lamp", 66)


async def test_a_column_that_was_widened_by_hand_stays_when_something_else_is_set(news: Path) -> None:
    async with desk(news) as opened:
        await watched(opened)
        await opened.press("enter", "plus")
        save('theme = "paper"\n')
        await opened.until(lambda: opened.app.theme == "paper")
        assert opened.seen().measure == 70


async def test_asking_for_the_settings_makes_a_file_that_changes_nothing(news: Path) -> None:
    async with desk(news) as opened:
        await watched(opened)
        assert not settings_file().exists()
        await opened.press("f12")
        await opened.until(lambda: settings_file().exists())
        assert "no editor" in opened.seen().said
        assert opened.app.theme == "lamp"
