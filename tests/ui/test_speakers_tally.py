"""Who is quoted where: the numbers, their sums and the dates above them; what scrolls and what stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.app import App, ComposeResult

from reader.library.catalogue import Entry
from reader.library.listing import Listing
from reader.quotations import Speaker, SpeakerKind
from reader.text.width import cells
from reader.ui.looks import variables
from reader.ui.panes.speakers_matrix import SpeakersMatrix
from reader.ui.panes.speakers_tally import Tally, months_over
from tests.ui.test_speakers import quotation, speaker


def listing(name: str, published: date | None) -> Listing:
    return Listing(Entry(name, Path(name), 1, 0.0), f"Title of {name}", published=published)


def a_tally() -> Tally:
    return Tally(*what_is_known())


def what_is_known() -> tuple[list[Speaker], list[Listing]]:
    bo = speaker("Bo Abel", quotation("one", "new"))
    ann = speaker("Ann Lee", quotation("two", "old"), quotation("three", "new"), quotation("four", "new", 9))
    nobody = speaker(
        "No speaker found", *(quotation(f"{n}", "lost", n) for n in range(9)), kind=SpeakerKind.UNATTRIBUTED
    )
    silent = speaker("Cy Voss", quotation("five", "new", reported=True))
    listings = [
        listing("lost", None),
        listing("new", date(2024, 3, 2)),
        listing("empty", date(2024, 1, 1)),
        listing("old", date(2023, 12, 31)),
    ]
    return [nobody, bo, ann, silent], listings


def test_columns_follow_the_dates_and_rows_the_numbers() -> None:
    tally = a_tally()
    assert [article.entry.id for article in tally.articles] == ["old", "new", "lost"]
    assert [one.name for one in tally.speakers] == ["Ann Lee", "Bo Abel", "No speaker found"]


def test_sums_agree_with_the_cells() -> None:
    tally = a_tally()
    cells = [[tally.count(row, column) for column in range(3)] for row in range(3)]
    assert cells == [[1, 2, 0], [0, 1, 0], [0, 0, 9]]
    assert [tally.of_speaker(row) for row in range(3)] == [3, 1, 9]
    assert [tally.in_article(column) for column in range(3)] == [1, 3, 9]
    assert tally.total == 13


def test_dates_stand_above_their_columns() -> None:
    tally = a_tally()
    assert [tally.day(column) for column in range(3)] == ["31", "2", "–"]
    assert months_over(tally, range(3), 9) == " Dec 2023 Mar 2024 no date "
    assert months_over(tally, range(3), 4) == " Dec Mar    "


def test_a_month_is_named_once_and_has_the_room_of_all_its_articles() -> None:
    speakers = [speaker("Ann Lee", *(quotation("x", f"{day}") for day in range(1, 6)))]
    tally = Tally(speakers, [listing(f"{day}", date(2024, 3, day)) for day in range(1, 6)])
    assert months_over(tally, range(5), 4) == " Mar 2024" + " " * 11
    assert months_over(tally, range(3, 5), 4) == " Mar    "  # the year where there is room for it


class Shown(App[None]):
    """A matrix and nothing else."""

    def __init__(self, matrix: SpeakersMatrix) -> None:
        super().__init__()
        self.matrix = matrix

    def compose(self) -> ComposeResult:
        yield self.matrix

    def get_css_variables(self) -> dict[str, str]:
        return super().get_css_variables() | variables(dark=True)

    def rows(self) -> list[str]:
        return [self.matrix.render_line(y).text for y in range(self.matrix.size.height)]


def large() -> SpeakersMatrix:
    """Speaker n is quoted in article n, and the first one in all of them."""
    articles = [f"a{n:02}" for n in range(60)]
    speakers = [speaker(f"S{n:02}", quotation(f"{n}", article)) for n, article in enumerate(articles) if n]
    everywhere = speaker("Everywhere", *(quotation("x", article) for article in articles))
    return SpeakersMatrix([everywhere, *speakers], [listing(name, date(2024, 1, 1)) for name in articles])


async def test_a_large_folder_scrolls_while_dates_names_and_sums_stay() -> None:
    shown = Shown(large())
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = shown.rows()
        assert "speakers 1–19 of 60, articles 1–15 of 60" in first[0]
        assert first[1].startswith(" 1 × Everywhere · 1 Jan 2024 · Title of a00")
        assert first[4].rstrip().endswith("60")
        shown.matrix.move(1000, 1000)
        last = shown.rows()
        assert "speakers 42–60 of 60, articles 46–60 of 60" in last[0]
        assert "Jan 2024" in last[2]
        assert last[-2].startswith("▌S59") and last[-2].rstrip().endswith("1")
        assert last[-1].startswith(" all") and last[-1].rstrip().endswith("119")
        assert all(cells(row) == 80 for row in (*first, *last))


async def test_it_begins_where_the_first_speaker_is_quoted() -> None:
    said = [
        speaker("Ann Lee", *(quotation(f"{n}", "late", n) for n in range(3))),
        speaker("Bo", quotation("x", "soon")),
    ]
    matrix = SpeakersMatrix(said, [listing("soon", date(2024, 1, 1)), listing("late", date(2024, 5, 1))])
    assert matrix.cell is not None and (matrix.cell.speaker.name, matrix.cell.article_id) == ("Ann Lee", "late")


async def test_a_folder_without_quotations_says_so() -> None:
    shown = Shown(SpeakersMatrix([], []))
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "n", "down")
        assert "nobody is quoted here yet" in shown.rows()[0]
