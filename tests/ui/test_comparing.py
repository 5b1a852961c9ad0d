"""One statement in several articles, in the running app: side by side in the panel, and from one to the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reader.quotations import Speaker, analyse, gather, same_statements
from reader.ui.panes.speakers_cards import said_rows
from reader.ui.panes.speakers_order import QuotationCard, View, arranged
from reader.ui.panes.speakers_versions import Retold, retold
from tests.quotations.golden import article
from tests.ui.desk import Desk, desk

FLOOD = """# Norland answers

Haro Linde said that Norland “will neither watch the flood from the hill, nor pour water into the river”.

“The harbour needs two new cranes,” said Omar Tandy.

“We have waited long enough for an answer,” Linde added.
"""
RIVER = """# Word from the capital

“The harbour needs two new cranes,” said Omar Tandy, the harbour master.

The government said that Norland “would not sit on the hill, nor would it pour rain into the river”.
"""


def news(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a-flood.md").write_text(FLOOD, encoding="utf-8")
    (folder / "b-river.md").write_text(RIVER, encoding="utf-8")
    return folder


def found() -> tuple[tuple[Speaker, ...], Retold]:
    texts = {"a-flood.md": FLOOD.split("\n", 1)[1], "b-river.md": RIVER.split("\n", 1)[1]}
    speakers = gather(analyse(article(text, name)) for name, text in texts.items())
    return speakers, retold(same_statements(speakers), speakers)


def linde(speakers: tuple[Speaker, ...]) -> Speaker:
    return next(speaker for speaker in speakers if speaker.name == "Haro Linde")


def cards(view: View, dates: dict[str, date | None] | None = None) -> list[QuotationCard]:
    speakers, versions = found()
    return [card for card in arranged(speakers, view, versions, dates) if isinstance(card, QuotationCard)]


def opened_linde(article_id: str = "") -> View:
    return View(opened=linde(found()[0]).id, article=article_id)


def test_versions_stand_side_by_side_whoever_is_said_to_have_said_them() -> None:
    first, second, third = cards(opened_linde())
    assert [card.quotation.article_id for card in (first, second, third)] == ["a-flood.md", "b-river.md", "a-flood.md"]
    assert first.told is not None and second.told is not None and third.told is None
    assert (first.told.leads, second.told.leads) == (True, False)
    assert (first.told.other_speaker, second.told.other_speaker) == ("", "The government")
    assert third.leads  # the article of what stands alone is named above it


def test_the_oldest_report_comes_first() -> None:
    dates: dict[str, date | None] = {"a-flood.md": date(2024, 3, 2), "b-river.md": date(2024, 3, 1)}
    assert [card.quotation.article_id for card in cards(opened_linde(), dates)][:2] == ["b-river.md", "a-flood.md"]


def test_in_the_order_of_one_article_it_says_that_there_are_others() -> None:
    first, second = cards(opened_linde("a-flood.md"))
    assert (first.told, first.elsewhere, second.elsewhere) == (None, 1, 0)
    assert "also in another article" in words_of(first)


def words_of(card: QuotationCard) -> str:
    return "\n".join("".join(piece.text for piece in row) for row in said_rows(card, None, 60))


def test_differing_words_are_underlined_and_the_manner_has_a_sign() -> None:
    first, second, _ = cards(opened_linde())
    shorter = min(first, second, key=lambda card: len(card.quotation.words))
    underlined = [piece.text for row in said_rows(shorter, None, 200) for piece in row if "differs" in piece.roles]
    assert "rain" in " ".join(underlined)
    assert not {"pour", "river"} & set(" ".join(underlined).split())
    assert "≈ ¶" in words_of(shorter)
    assert "one statement in 2 articles" in words_of(first)
    assert "said by The government" in words_of(second)


async def compared(opened: Desk) -> None:
    """Everything is analysed and compared, and the text has the focus."""
    await opened.until(lambda: len(opened.screen.speakers_panel.retold.statements) == 4)
    await opened.press("enter")


async def test_keys_go_from_one_version_to_the_next_and_back(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("right_square_bracket", "q", "right_square_bracket", "equals_sign")
        await opened.until(lambda: opened.seen().article == "b-river.md")
        await opened.until(lambda: opened.screen.finding.quotation_in_focus() is not None)
        said = opened.screen.finding.quotation_in_focus()
        assert said is not None and "pour rain" in said.words
        assert "version 2 of 2" in opened.seen().said
        await opened.press("left_square_bracket", "equals_sign")
        await opened.until(lambda: opened.seen().article == "a-flood.md")


async def test_enter_on_a_version_goes_to_its_article(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("s")
        opened.screen.speakers_panel.open(linde(opened.screen.speakers))
        await opened.press("j", "j", "enter")
        await opened.until(lambda: opened.seen().article == "b-river.md")
        assert opened.seen().focus == "ReadingPane"


async def test_a_correction_is_seen_beside_the_other_version(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("s")
        opened.screen.speakers_panel.open(linde(opened.screen.speakers))
        await opened.press("j", "j", "W")
        await opened.write("haro")
        await opened.press("enter")
        await opened.until(lambda: len(linde(opened.screen.speakers).quotations) == 3)
        panel = opened.screen.speakers_panel
        await opened.until(
            lambda: {speaker.name for speaker in panel.retold.speakers.values()} == {"Haro Linde", "Omar Tandy"}
        )


async def test_a_filter_finds_who_said_a_word(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("s", "slash")
        await opened.write("cranes")
        await opened.press("enter")
        assert opened.screen.speakers_panel.speaker is not None
        assert opened.screen.speakers_panel.speaker.name == "Omar Tandy"
        assert len(opened.screen.speakers_panel.deck.items) == 1


async def test_a_filter_finds_quotations_of_one_kind(tmp_path: Path) -> None:
    async with desk(news(tmp_path / "news")) as opened:
        await compared(opened)
        await opened.press("s")
        opened.screen.speakers_panel.open(linde(opened.screen.speakers))
        await opened.press("slash")
        await opened.write("direct linde")
        await opened.press("enter")
        cards = opened.screen.speakers_panel.deck.items
        assert [card.quotation.kind.value for card in cards if isinstance(card, QuotationCard)] == ["direct"]
