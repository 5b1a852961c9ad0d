"""Going from quotation to quotation in the text, and which of them the next key means."""

from __future__ import annotations

from pathlib import Path

from reader.library.corrected import CONFIRMED
from reader.text import Selection
from tests.ui.desk import Desk, desk

TALKS = """# Talks

The broadcaster said that Haro Linde called “talks and negotiation” the “only way out” of the strike.

The minister, Maria Lopez, said on Monday: “We shall see about that. Not before May.”

A word on the weather.
"""


def news(folder: Path) -> Path:
    folder.mkdir()
    (folder / "talks.md").write_text(TALKS, encoding="utf-8")
    return folder


async def analysed(opened: Desk) -> None:
    await opened.until(lambda: len(opened.seen().quotations) == 3)
    await opened.press("enter")


async def step(opened: Desk, forward: bool) -> str:
    """Go to the next or previous quotation; the words of the one that commands mean now."""
    await opened.press("right_square_bracket" if forward else "left_square_bracket", "q")
    said = opened.screen.finding.quotation_in_focus()
    return said.words if said else ""


async def test_every_quotation_is_reached_also_where_a_sentence_begins_before_it_or_has_two(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await analysed(opened)
        words = ["talks and negotiation", "only way out", "We shall see about that. Not before May."]
        assert [await step(opened, forward=True) for _ in range(3)] == words
        await opened.press("right_square_bracket", "q")
        assert "no further quotation" in opened.seen().said
        assert [await step(opened, forward=False) for _ in range(2)] == words[1::-1]


async def test_going_to_a_quotation_says_whose_it_is(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("G", "left_square_bracket", "q")
        assert opened.seen().said.startswith("Maria Lopez: “We shall see about that.")


async def test_keys_mean_the_quotation_that_one_has_gone_to(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("right_square_bracket", "q", "right_square_bracket", "q", "C")
        confirmed = [words for _, words, rule in opened.seen().quotations if rule == CONFIRMED]
        assert confirmed == ["only way out"]


async def test_they_mean_the_one_that_was_chosen_in_the_panel(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "slash")
        await opened.write("way out")
        await opened.press("enter", "enter", "j", "enter", "X")
        assert opened.seen().focus == "ReadingPane"
        assert "only way out" not in [words for _, words, _ in opened.seen().quotations]
        assert len(opened.seen().quotations) == 2


async def test_quotations_of_one_speaker_are_stepped_through(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await analysed(opened)
        lopez = next(speaker for speaker in opened.screen.speakers if speaker.name == "Maria Lopez")
        opened.screen.open_speaker(lopez)
        await opened.press("escape", "g", "right_square_bracket", "s")
        said = opened.screen.finding.quotation_in_focus()
        assert said is not None and said.words.startswith("We shall see")


TWO = """# Two of one name

The harbour master, Tomas Brandl, said: “I rang again.” His sister Ilse Brandl said: “Nobody answered.”

The ministry of the sea said: “We regret it.” Later Tomas Brandl left the room, and so did Ilse’s lawyer.
"""


async def star_on(opened: Desk, word: str, nth: int = 0) -> str:
    """Press `*` on a word of the text; the name of the speaker that it opens."""
    assert opened.screen.reading is not None and opened.screen.pane.navigator is not None
    start = -1
    for _ in range(nth + 1):
        start = opened.screen.reading.article.text.index(word, start + 1)
    opened.screen.pane.focus()
    opened.screen.pane.navigator.select(Selection(start, start))
    await opened.press("asterisk")
    panel = opened.screen.speakers_panel
    await opened.press("escape")
    found = next((s.name for s in opened.screen.speakers if s.id == panel.opened), "")
    panel.open(None)
    return found


async def test_a_star_on_a_name_opens_whoever_is_meant_there(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "two.md").write_text(TWO, encoding="utf-8")
    async with desk(folder) as opened:
        await opened.until(lambda: len(opened.screen.speakers) == 3)
        assert await star_on(opened, "Brandl", 0) == "Tomas Brandl"
        assert await star_on(opened, "Brandl", 1) == "Ilse Brandl"
        assert await star_on(opened, "Brandl", 2) == "Tomas Brandl"
        assert await star_on(opened, "Ilse’s", 0) == "Ilse Brandl"


async def test_a_star_on_a_word_that_names_nobody_searches_it(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "two.md").write_text(TWO, encoding="utf-8")
    async with desk(folder) as opened:
        await opened.until(lambda: len(opened.screen.speakers) == 3)
        assert await star_on(opened, "the room", 0) == ""
        assert opened.seen().hits > 0
