"""Links are labelled, chosen by letters, and one comes back from where they lead."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.ui.desk import Desk, desk, small_library

LINKS = (
    """# Links

To [the end](#the-end), to a note[^n], to [the ferry](b-ferry.md), to [a heading](c-long.md#far),
to [a site](https://example.org/page), [nowhere](gone.md) and [to trouble](ftp://example.org/x).

"""
    + "\n\n".join(f"Paragraph {n}." for n in range(80))
    + """

## The end

That is all.

[^n]: The note itself.
"""
)


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Desk]:
    folder = small_library(tmp_path / "news")
    (folder / "a-harbour.md").write_text(LINKS, encoding="utf-8")
    long = folder / "c-long.md"
    long.write_text(long.read_text("utf-8") + "\n## Far\n\nVery far.\n", encoding="utf-8")
    async with desk(folder) as running:
        await running.press("enter")
        yield running


def shown(opened: Desk) -> str:
    """The first words on the screen as they are painted."""
    pane = opened.screen.pane
    return "\n".join(pane.render_line(y).text for y in range(8))


async def test_letters_lead_to_a_heading_and_a_footnote_and_back_again(opened: Desk) -> None:
    for letter, words in (("s", "The end"), ("a", "The note itself.")):
        await opened.press("f")
        assert letter.upper() in shown(opened) and "type the letters" in opened.seen().said
        await opened.press(letter)
        await opened.pilot.pause()
        sentence = opened.seen().sentence
        assert sentence is not None and opened.screen.pane.displayed_words(sentence) == words
        await opened.press("ctrl+o")
        assert opened.seen().top == 2


async def test_a_path_opens_the_article_at_its_heading(opened: Desk) -> None:
    await opened.press("f", "d")
    await opened.until(lambda: opened.seen().article == "b-ferry.md")
    await opened.press("ctrl+o")
    await opened.until(lambda: opened.seen().article == "a-harbour.md")
    await opened.press("g", "f", "f")
    await opened.until(lambda: opened.seen().article == "c-long.md" and opened.seen().top > 100)


async def test_an_address_goes_to_the_browser_and_nothing_else_does(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr(opened.app, "open_url", went.append)
    for letter, said in (("j", "opening https://example.org/page"), ("k", "nothing here"), ("l", "nothing here")):
        await opened.press("f", letter)
        await opened.pilot.pause()
        assert said in opened.seen().said
    assert went == ["https://example.org/page"]


async def test_any_other_key_takes_the_labels_away_and_does_nothing(opened: Desk) -> None:
    before = shown(opened)
    for key in ("escape", "q", "1"):
        await opened.press("f")
        assert shown(opened) != before
        await opened.press(key)
        assert shown(opened) == before and opened.seen().article == "a-harbour.md" and not opened.seen().highlights
