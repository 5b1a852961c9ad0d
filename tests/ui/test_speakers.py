"""The speakers panel: which cards it shows, what its keys change, and how corrections come and go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.quotations import Quotation, QuotationKind, Speaker, SpeakerKind
from reader.text import Span
from reader.ui.panes.speakers_cards import columns_row, quotation_rows, speaker_rows
from reader.ui.panes.speakers_order import HiddenCard, Order, QuotationCard, SpeakerCard, View, arranged
from tests.ui.desk import Desk, desk, small_library


def quotation(words: str, article: str = "a", start: int = 0, sure: float = 0.9, reported: bool = False) -> Quotation:
    kind = QuotationKind.REPORTED if reported else QuotationKind.DIRECT
    span = Span(start, start + len(words))
    return Quotation(f"q-{words}", article, span, kind, words, words, 1, None, "", None, confidence=sure)


def speaker(name: str, *said: Quotation, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
    return Speaker(f"s-{name}", name, kind, "", (), said)


ANN = speaker("Ann Lee", quotation("one", start=9), quotation("two", "b", sure=0.6), quotation("three", reported=True))
BO = speaker("Bo Abel", quotation("four", start=2))
NOBODY = speaker("No speaker found", quotation("five"), quotation("six"), kind=SpeakerKind.UNATTRIBUTED)
ONLY_REPORTED = speaker("Cy Voss", quotation("seven", "c", reported=True))
EVERYBODY = (NOBODY, BO, ANN, ONLY_REPORTED)


def names(view: View) -> list[str]:
    return [card.speaker.name for card in arranged(EVERYBODY, view) if isinstance(card, SpeakerCard)]


def said(view: View) -> list[str]:
    return [card.quotation.words for card in arranged(EVERYBODY, view) if isinstance(card, QuotationCard)]


def test_those_quoted_most_come_first_and_quotations_of_nobody_last() -> None:
    assert names(View()) == ["Ann Lee", "Bo Abel", "No speaker found"]


def test_speakers_can_follow_each_other_by_name_or_first_appearance() -> None:
    assert names(View(Order.NAME, reported=True)) == ["Ann Lee", "Bo Abel", "Cy Voss", "No speaker found"]
    assert names(View(Order.APPEARANCE))[:2] == ["Ann Lee", "Bo Abel"]  # Ann's reported words stand first
    assert names(View(Order.APPEARANCE, article="a"))[-1] == "No speaker found"


def test_one_key_goes_through_all_orders() -> None:
    assert [order.next for order in Order] == [Order.NAME, Order.APPEARANCE, Order.COUNT]


def test_counts_tell_marked_from_reported_speech() -> None:
    first = arranged(EVERYBODY, View())[0]
    assert isinstance(first, SpeakerCard)
    assert (first.marked, first.reported) == (2, 1)


def test_an_article_with_nothing_but_reported_speech_does_not_look_empty() -> None:
    assert arranged(EVERYBODY, View(article="c")) == (HiddenCard(1),)
    assert names(View(article="c", reported=True)) == ["Cy Voss"]


def row_of(card: SpeakerCard, most_reported: int, width: int = 34) -> str:
    return "".join(piece.text for piece in speaker_rows(card, most_reported, width)[0])


def test_what_the_numbers_count_stands_above_them_and_so_does_the_order() -> None:
    def above(order: Order, most_reported: int, width: int) -> str:
        return "".join(piece.text for piece in columns_row(order.value, most_reported, width))

    assert above(Order.COUNT, 3, 36) == "by number          quoted · reported"
    assert above(Order.NAME, 0, 20) == "by name       quoted"
    assert above(Order.APPEARANCE, 3, 31) == "by appearance quoted · reported"
    assert above(Order.APPEARANCE, 3, 25) == "by app… quoted · reported"


def test_the_numbers_stand_in_columns() -> None:
    cards = [card for card in arranged(EVERYBODY, View(reported=True)) if isinstance(card, SpeakerCard)]
    rows = [row_of(card, 12) for card in cards]
    assert [row[-6:] for row in rows] == ["2 ·  1", "1     ", "0 ·  1", "2     "]
    assert [row_of(card, 0)[-4:] for card in cards if not card.reported] == ["   1", "   2"]


def test_an_article_shows_the_name_that_it_prints_and_the_others_once_it_is_opened() -> None:
    said = [replace(quotation("one"), resolved="Ann Leigh"), replace(quotation("two", "b"), resolved="Ann Lee")]
    spelled = speaker("Ann Lee", *said)
    (here,) = [card for card in arranged([spelled], View(article="a")) if isinstance(card, SpeakerCard)]
    assert row_of(here, 0).startswith("▸ Ann Leigh ")
    opened = speaker_rows(replace(here, opened=True), 0, 34)
    assert opened[-1][0].text.strip() == "also Ann Lee"
    assert row_of(next(c for c in arranged([spelled], View()) if isinstance(c, SpeakerCard)), 0).startswith(
        "▸ Ann Lee "
    )


def test_an_opened_speaker_names_each_article_once() -> None:
    cards = arranged(EVERYBODY, View(opened=ANN.id, reported=True))
    leads = [(card.quotation.words, card.leads) for card in cards if isinstance(card, QuotationCard)]
    assert leads == [("one", True), ("two", True), ("three", True)]
    assert not any(card.leads for card in arranged([BO], View(opened=BO.id, article="a")) if hasattr(card, "leads"))


def test_doubtful_quotations_are_opened_all_at_once() -> None:
    assert said(View(doubtful=True)) == ["two"]
    assert names(View(doubtful=True)) == ["Ann Lee"]


def test_a_doubtful_quotation_says_how_sure_it_is() -> None:
    doubtful, sure = (
        quotation_rows(QuotationCard(ANN, q, leads=False, ends=False), 40)
        for q in (quotation("two", sure=0.6), quotation("one"))
    )
    assert "60% sure" in doubtful[-1][-1].text
    assert len(sure) == len(doubtful) - 1


async def with_speakers(opened: Desk) -> None:
    """Everything is analysed and the panel has the focus."""
    await opened.until(lambda: {s.name for s in opened.screen.speakers} >= {"Lena Brandt", "Tomas Reuel"})
    await opened.until(lambda: len({q.article_id for s in opened.screen.speakers for q in s.quotations}) > 1)
    await opened.press("enter", "s")


def shown(opened: Desk) -> list[str]:
    """The words of the quotations in the panel."""
    cards = opened.screen.speakers_panel.deck.items
    return [card.quotation.words for card in cards if isinstance(card, QuotationCard)]


async def test_a_speaker_opens_to_the_quotations_of_all_articles_or_of_one(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await with_speakers(opened)
        await opened.press("enter")
        assert "We were told in May," in shown(opened)
        await opened.press("a")
        assert shown(opened)[0] == "We need more time,"
        assert "We were told in May," not in shown(opened)
        await opened.press("a")
        assert "We were told in May," in shown(opened)


async def test_the_heading_says_what_there_is_and_in_what_order(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news"), size=(80, 24)) as opened:
        await with_speakers(opened)
        assert heads(opened) == ["Who said what · 2 speakers", "by number                quoted"]
        await opened.press("o", "a")
        assert heads(opened) == ["Said · 2 speakers · this article", "by name                  quoted"]


def heads(opened: Desk) -> list[str]:
    """What stands above the cards."""
    panel = opened.screen.speakers_panel
    return ["".join(piece.text for piece in row).strip() for row in panel.head()]


async def test_one_article_and_back_leads_to_where_one_was(tmp_path: Path) -> None:
    async with desk(two_by_four(tmp_path / "news"), size=(80, 24)) as opened:
        await opened.until(lambda: sum(len(s.quotations) for s in opened.screen.speakers) == 80)
        await opened.press("enter", "s", "enter", *["j"] * 30)
        panel = opened.screen.speakers_panel
        there, above = panel.standing, panel.rows_above
        await opened.press("a", "a")
        assert (panel.standing, panel.rows_above) == (there, above)
        await opened.press("a", "j", "j")
        went_to = panel.standing
        await opened.press("a")
        assert panel.standing == went_to


async def test_in_one_article_one_begins_at_the_speaker_one_was_at(tmp_path: Path) -> None:
    async with desk(two_by_four(tmp_path / "news"), size=(80, 24)) as opened:
        await opened.until(lambda: sum(len(s.quotations) for s in opened.screen.speakers) == 80)
        await opened.press("enter", "s", "j", "enter", *["j"] * 30)
        panel = opened.screen.speakers_panel
        who = said_by(opened)
        assert panel.quotation is not None
        opened.screen.opening.open("0.md")
        await opened.until(lambda: opened.seen().article == "0.md")
        await opened.press("a")
        assert isinstance(panel.current, SpeakerCard)
        assert said_by(opened) == who


def said_by(opened: Desk) -> str:
    """The speaker under the panel's cursor."""
    speaker = opened.screen.speakers_panel.speaker
    return speaker.name if speaker else ""


async def test_a_filter_that_matches_nothing_and_is_given_up_leads_back(tmp_path: Path) -> None:
    async with desk(two_by_four(tmp_path / "news"), size=(80, 24)) as opened:
        await opened.until(lambda: sum(len(s.quotations) for s in opened.screen.speakers) == 80)
        await opened.press("enter", "s", "enter", *["j"] * 30)
        panel = opened.screen.speakers_panel
        there, above = panel.standing, panel.rows_above
        await opened.press("slash")
        await opened.write("zebra")
        assert panel.current is None
        await opened.press("escape")
        assert (panel.standing, panel.rows_above) == (there, above)


def two_by_four(folder: Path) -> Path:
    """Two people who say ten things each in each of four articles."""
    folder.mkdir()
    for number in range(4):
        said = [f"“We heard {number}.{n} times,” said {who}." for n in range(10) for who in ("Ann Lee", "Bo Abel")]
        (folder / f"{number}.md").write_text(f"# News of {number}\n\n" + "\n\n".join(said), encoding="utf-8")
    return folder


async def test_the_panel_follows_the_article_while_it_shows_only_one(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await with_speakers(opened)
        await opened.press("enter", "a", "J")
        await opened.until(lambda: opened.seen().article == "b-ferry.md")
        assert opened.seen().speakers_view.article == "b-ferry.md"
        assert shown(opened) == ["We were told in May,"]


async def test_a_speaker_who_is_asked_for_is_shown_whatever_the_view(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await with_speakers(opened)
        await opened.press("d")
        tomas = next(s for s in opened.screen.speakers if s.name == "Tomas Reuel")
        opened.screen.open_speaker(tomas)
        await opened.pilot.pause()
        assert opened.screen.speakers_panel.speaker == tomas
        assert not opened.seen().speakers_view.doubtful
