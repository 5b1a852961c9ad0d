"""Highlights that overlap: each can be reached, what is reached is seen, and only that is changed."""

from __future__ import annotations

from pathlib import Path

from reader.annotations import Annotation, Codebook, Tag
from reader.layout.hits import Hits
from reader.layout.page import Page
from reader.reading import Reading
from reader.sources import read
from reader.text import Span
from reader.ui.arrangement import GUTTER
from reader.ui.panes.gutter import gutter
from reader.ui.panes.marking import LANES, marking
from reader.ui.pieces import total
from tests.ui.desk import Desk, desk, small_library

OUTER, INNER, LAST = "The council put off its vote on the harbour wall", "put off its vote", "harbour wall"


async def three(opened: Desk) -> None:
    """Three highlights in one sentence: two inside of the first."""
    reading = opened.screen.reading
    assert reading is not None
    for words in (OUTER, INNER, LAST):
        start = reading.article.text.index(words)
        opened.screen.changing.apply(reading.annotate(Span(start, start + len(words))))
        reading = opened.screen.reading
        assert reading is not None
    await opened.press("enter")
    while OUTER not in focused(opened):
        await opened.press("right_parenthesis")


def focused(opened: Desk) -> str:
    sentence, reading = opened.screen.pane.passage, opened.screen.reading
    return sentence.of(reading.article.text) if sentence and reading else ""


def words(opened: Desk) -> list[str]:
    return [highlight[0] for highlight in opened.seen().highlights]


async def test_a_key_goes_through_all_of_them_and_begins_again(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        seen = [opened.seen().lifted]
        for _ in range(3):
            await opened.press("semicolon")
            seen.append(opened.seen().lifted)
        assert seen == [LAST, OUTER, INNER, LAST]
        assert "next of 3" in opened.seen().said


async def test_commands_change_the_one_that_is_lifted_and_no_other(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        await opened.press("semicolon", "t", *"claim", "enter")
        assert [highlight[1] for highlight in opened.seen().highlights] == [("claim",), (), ()]
        await opened.press("greater_than_sign", "exclamation_mark", "a", *"why", "ctrl+s")
        grown = words(opened)[0]
        assert grown.startswith(OUTER + ".")
        assert opened.seen().looks[0][1]
        assert opened.seen().highlights[0][2] == "why"
        assert words(opened)[1:] == [INNER, LAST]
        await opened.press("x")
        assert words(opened) == [INNER, LAST]
        await opened.press("U")
        assert words(opened) == [grown, INNER, LAST]


async def test_a_number_tags_the_lifted_one_instead_of_marking_the_sentence_again(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        await opened.press("t", *"claim", "enter", "semicolon", "1")
        assert [highlight[1] for highlight in opened.seen().highlights] == [("claim",), (), ("claim",)]


async def test_the_choice_ends_where_one_leaves_the_sentence(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        await opened.press("semicolon", "right_parenthesis")
        assert opened.seen().lifted == ""
        await opened.press("left_parenthesis")
        assert opened.seen().lifted == LAST


async def test_going_to_the_next_highlight_means_that_one(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        await opened.press("g", *["right_square_bracket", "h"] * 2)
        assert opened.seen().lifted == INNER
        await opened.press("x")
        assert words(opened) == [OUTER, LAST]


async def test_a_click_on_a_highlight_shows_what_belongs_to_it_and_means_it(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        await opened.press("semicolon", "semicolon", "a", *"when", "ctrl+s", "T", "escape")
        await opened.press("right_parenthesis")
        x, y = cell_of(opened, INNER)
        await opened.pilot.click(opened.screen.pane, offset=(x, y))
        await opened.pilot.pause()
        assert "✎ when" in opened.seen().said
        assert opened.seen().lifted == INNER


async def test_a_click_beside_all_highlights_says_nothing_of_them_any_more(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await three(opened)
        await opened.pilot.click(opened.screen.pane, offset=cell_of(opened, INNER))
        await opened.pilot.pause()
        assert opened.seen().said
        await opened.pilot.click(opened.screen.pane, offset=cell_of(opened, "A second report"))
        await opened.pilot.pause()
        assert opened.seen().said == ""


def cell_of(opened: Desk, wanted: str) -> tuple[int, int]:
    pane = opened.screen.pane
    assert pane.navigator is not None
    offset = pane.navigator.article.text.index(wanted) + 1
    cells = ((x, y) for y in range(pane.size.height) for x in range(pane.size.width))
    return next((x, y) for x, y in cells if x > pane.left + GUTTER and pane.offset_at(x, y) == offset)


# the gutter
CLAIM, WATER = Tag("t1", "claim"), Tag("t2", "sea/water")
CODEBOOK = Codebook({"t1": CLAIM, "t2": WATER})


def harbour(tmp_path: Path) -> Reading:
    folder = small_library(tmp_path / "news")
    return Reading(read(folder / "a-harbour.md", folder), codebook=CODEBOOK)


def with_marks(reading: Reading, *marks: tuple[str, tuple[Tag, ...], str, bool]) -> Reading:
    for words_, tags, note, important in marks:
        start = reading.article.text.index(words_)
        span = Span(start, start + len(words_))
        reading = reading.after(reading.annotate(span, tags, note=note, important=important))
    return reading


def signs(reading: Reading, width: int = 30, lifted: Annotation | None = None) -> list[str]:
    """The gutter of each row with highlights, and the row's first word."""
    marks = marking(reading, None, Hits(), None)
    page = Page(reading.article, width)
    found = []
    for _, row in page.window(page.first(), 40):
        pieces = gutter(row, marks, False, lifted, CODEBOOK)
        assert total(pieces) == GUTTER
        if (cells := "".join(piece.text for piece in pieces)).strip():
            found.append(cells + row.text.split()[0])
    return found


def test_the_gutter_says_without_colour_what_is_marked(tmp_path: Path) -> None:
    reading = with_marks(
        harbour(tmp_path),
        (OUTER, (CLAIM,), "When?", True),
        ("vote on the", (WATER,), "", False),
    )
    assert signs(reading) == ["!✎WC┃ The", "  ╎ ┃ on"]


def test_a_third_one_on_top_is_a_plus(tmp_path: Path) -> None:
    reading = with_marks(
        harbour(tmp_path), (OUTER, (), "", False), ("council put", (), "", False), ("put off", (), "", False)
    )
    assert signs(reading, 66) == ["  +·┃ The"]


def test_highlights_side_by_side_share_a_lane_and_those_that_overlap_never(tmp_path: Path) -> None:
    reading = with_marks(harbour(tmp_path), (OUTER, (), "", False), (INNER, (), "", False), (LAST, (), "", False))
    lanes = marking(reading, None, Hits(), None).lanes
    assert [lanes[annotation.id] for annotation in reading.annotations] == [0, 1, 1]
    assert max(lanes.values()) < LANES
