"""Correcting who said what in the running app: a key or two, shown at once, stored, undone."""

from __future__ import annotations

from pathlib import Path

from reader.library.corrected import CONFIRMED, CORRECTED
from reader.text import Span
from reader.ui.panes.speakers_matrix import SpeakersMatrix
from reader.ui.panes.speakers_order import QuotationCard
from reader.ui.screens.matrix_screen import MatrixScreen
from tests.ui.desk import HARBOUR, Desk, desk, small_library

LENA, TOMAS = "Lena Brandt", "Tomas Reuel"
RUMOURS = """# Rumours on the quay

The clerk of the harbour looked at the water. “There is no second report.”

Nobody else was there.

“We shall see.”
"""
FIRST = "We need more time,"
LAST = "Nobody asked us,"


async def analysed(opened: Desk) -> None:
    """Both articles with quotations are analysed, and the text has the focus."""
    await opened.until(lambda: quoted_in(opened) == {"a-harbour.md", "b-ferry.md"})
    await opened.press("enter")


def quoted_in(opened: Desk) -> set[str]:
    """Ids of the articles that somebody is quoted in."""
    return {quotation.article_id for speaker in opened.screen.speakers for quotation in speaker.quotations}


def who(opened: Desk, words: str) -> list[str]:
    """The names of those who said `words`."""
    return [name for name, said, _ in opened.seen().quotations if said == words]


def rule(opened: Desk, words: str) -> str:
    return next(rule for _, said, rule in opened.seen().quotations if said == words)


def quotation_under_cursor(opened: Desk) -> str:
    card = opened.screen.speakers_panel.current
    return card.quotation.words if isinstance(card, QuotationCard) else ""


async def test_a_wrong_speaker_is_put_right_in_the_panel_and_back_again(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "enter", "j")
        assert quotation_under_cursor(opened) == FIRST
        await opened.press("W")
        await opened.write("tom")
        await opened.press("enter")
        assert who(opened, FIRST) == [TOMAS]
        assert rule(opened, FIRST) == CORRECTED
        assert "U undoes" in opened.seen().said
        await opened.press("U")
        assert who(opened, FIRST) == [LENA]
        await opened.press("ctrl+r")
        assert who(opened, FIRST) == [TOMAS]


async def test_a_correction_holds_after_a_restart_and_an_edit_above_it(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    async with desk(folder) as opened:
        await analysed(opened)
        await opened.press("right_square_bracket", "q", "W")
        await opened.write("Ines Okafor")
        await opened.press("enter")
        assert who(opened, FIRST) == ["Ines Okafor"]
    changed = HARBOUR.replace("The council put off", "After a long night the council of the town put off")
    (folder / "a-harbour.md").write_text(changed, encoding="utf-8")
    async with desk(folder) as opened:
        await analysed(opened)
        assert who(opened, FIRST) == ["Ines Okafor"]
        await opened.press("U")
        assert who(opened, FIRST) == [LENA]


async def test_a_name_selected_in_the_text_is_proposed_as_the_speaker(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        start = HARBOUR.index("Tomas Reuel")
        opened.screen.show_offset(start)
        assert opened.screen.pane.navigator is not None
        opened.screen.pane.navigator.select_span(Span(start, start + len(TOMAS)))
        await opened.press("W")
        assert opened.seen().dialog == "NamePrompt"
        await opened.press("enter")
        assert who(opened, LAST) == [TOMAS]
        assert rule(opened, LAST) == CORRECTED


async def test_what_is_no_quotation_goes_away_with_one_key_in_the_text(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("right_square_bracket", "q", "X")
        assert who(opened, FIRST) == []
        await opened.press("U")
        assert who(opened, FIRST) == [LENA]


async def test_after_a_verdict_the_next_quotation_is_under_the_cursor_and_shown(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "enter", "j", "X")
        following = opened.screen.speakers_panel.quotation
        assert following is not None
        assert following.words == "It will hold this winter,"
        assert opened.screen.finding.quotation_in_focus() == following


async def test_a_confirmed_quotation_is_no_longer_in_doubt(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("right_square_bracket", "q", "C")
        assert rule(opened, FIRST) == CONFIRMED


async def test_quotations_in_doubt_are_checked_in_one_go(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    (folder / "d-rumours.md").write_text(RUMOURS, encoding="utf-8")
    async with desk(folder) as opened:
        await opened.until(lambda: "d-rumours.md" in quoted_in(opened))
        await opened.press("enter", "s", "d")
        doubtful = opened.screen.speakers_panel.quotation
        assert doubtful is not None
        assert "C right" in opened.seen().said
        assert "it rests on: the s" in opened.seen().said
        await opened.until(lambda: opened.seen().article == doubtful.article_id)
        await opened.press("C")
        assert rule(opened, doubtful.words) == CONFIRMED
        assert quotation_under_cursor(opened) != doubtful.words


def doubts(folder: Path) -> Path:
    """Two articles in which two people are quoted by a rule that is often wrong, Ann more often than Bo."""
    folder.mkdir()
    for name, much in (("a", 3), ("b", 1)):
        ann = [f"Ann Lee frowned at the wall. “We saw {name}{n} ships.”" for n in range(much)]
        bo = [f"Bo Abel frowned at the wall. “We saw {name}{n} boats.”" for n in range(2)]
        (folder / f"{name}.md").write_text("\n\n".join([f"# Ships of {name}", *ann, *bo]), encoding="utf-8")
    return folder


def in_doubt(opened: Desk) -> list[str]:
    cards = opened.screen.speakers_panel.deck.items
    return [card.quotation.words for card in cards if isinstance(card, QuotationCard)]


async def test_one_key_for_each_goes_through_all_doubts_in_the_order_in_which_they_stood(tmp_path: Path) -> None:
    async with desk(doubts(tmp_path / "news")) as opened:
        await opened.until(lambda: sum(len(s.quotations) for s in opened.screen.speakers) == 8)
        await opened.press("enter", "s", "d")
        listed, met = in_doubt(opened), []
        while quotation_under_cursor(opened):
            met.append(quotation_under_cursor(opened))
            await opened.press("C")
        assert len(listed) == 8
        assert met == listed
        assert "nothing is in doubt here" in opened.screen.speakers_panel.nothing()


async def test_whoever_speaks_nearest_is_proposed_first(tmp_path: Path) -> None:
    async with desk(doubts(tmp_path / "news")) as opened:
        await opened.until(lambda: sum(len(s.quotations) for s in opened.screen.speakers) == 8)
        cy = "\n\n".join(f"“Never {n},” said Cy Voss." for n in range(6))
        (tmp_path / "news" / "c.md").write_text(cy, encoding="utf-8")
        await opened.press("r")
        await opened.until(lambda: sum(len(s.quotations) for s in opened.screen.speakers) == 14)
        await opened.press("enter", "s", "d", "W", "enter")
        assert who(opened, "We saw a0 ships.") == ["Bo Abel"]


async def test_two_speakers_are_made_one_and_parted_again(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "j")
        assert opened.screen.speakers_panel.speaker is not None
        assert opened.screen.speakers_panel.speaker.name == TOMAS
        await opened.press("M")
        await opened.write("lena")
        await opened.press("enter")
        assert who(opened, LAST) == [LENA]
        await opened.press("g", "S")
        assert who(opened, LAST) == [TOMAS]


async def test_a_speaker_is_renamed_everywhere(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "R")
        await opened.write("Helene Brandt")
        await opened.press("enter")
        assert who(opened, FIRST) == who(opened, "We were told in May,") == ["Helene Brandt"]


async def test_one_name_in_two_articles_can_be_two_people(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "enter", "j")
        await opened.until(lambda: opened.seen().article == "a-harbour.md")
        await opened.press("S")
        await opened.write("Lena Brandt of Kiel")
        await opened.press("enter")
        assert who(opened, FIRST) == ["Lena Brandt of Kiel"]
        assert who(opened, "We were told in May,") == [LENA]


async def test_a_name_that_cannot_be_changes_nothing(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "R", "enter")
        assert "that is the name already" in opened.seen().said
        assert opened.screen.library.corrections.held == ()


async def test_where_there_is_no_quotation_the_key_says_so(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        for key in ("W", "X", "C", "quotation_mark"):
            await opened.press("g", key)
            assert "no quotation here" in opened.seen().said


async def test_a_highlighted_quotation_knows_its_speaker(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("right_square_bracket", "q", "quotation_mark")
        assert opened.screen.reading is not None
        [marked] = opened.screen.reading.annotations
        lena = next(speaker for speaker in opened.screen.speakers if speaker.name == LENA)
        assert (marked.target.exact, marked.speaker) == (f"“{FIRST}”", lena.id)
        await opened.press("quotation_mark")
        assert opened.screen.reading.annotations == (marked,)


async def test_a_highlight_that_was_there_gets_its_speaker(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("right_square_bracket", "q", "v", "a", "quotation_mark", "H")
        await opened.press("right_square_bracket", "q", "left_square_bracket", "q", "quotation_mark")
        assert opened.screen.reading is not None
        [marked] = opened.screen.reading.annotations
        assert marked.speaker


async def test_a_verdict_never_falls_on_a_quotation_that_is_merely_near(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        before = opened.seen().quotations
        await opened.press("v", "w", "w", "X", "C")
        assert opened.seen().quotations == before


async def test_a_quotation_is_copied_from_the_panel_with_speaker_and_source(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "enter", "j", "Y")
        assert opened.seen().copied == f"> “{FIRST}”\n>\n> — **{LENA}**, Harbour vote delayed ¶1\n"


async def test_a_cell_of_the_matrix_leads_to_the_quotations_of_one_article(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "m")
        assert isinstance(opened.app.screen, MatrixScreen)
        matrix = opened.app.screen.query_one(SpeakersMatrix)
        await opened.press("n")
        cell = matrix.cell
        assert cell is not None
        assert (cell.speaker.name, cell.article_id, matrix.tally.count(matrix.row, matrix.column)) == (
            LENA,
            "b-ferry.md",
            1,
        )
        await opened.press("enter")
        assert opened.seen().dialog == ""
        assert quotation_under_cursor(opened) == "We were told in May,"
        await opened.until(lambda: opened.seen().article == "b-ferry.md")


async def test_the_matrix_can_be_left_as_it_was(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "m", "j", "l", "G", "escape")
        assert (opened.seen().dialog, opened.seen().opened_speaker) == ("", "")


async def test_a_merger_with_somebody_of_another_name_is_never_one_key_away(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await analysed(opened)
        await opened.press("s", "M", "enter")
        assert opened.seen().dialog == "NamePrompt"
        await opened.press("down", "enter")
        assert opened.seen().dialog == ""
        assert who(opened, FIRST) == [TOMAS]
