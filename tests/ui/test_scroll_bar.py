"""The scroll bar says where one is, where highlights are and where something was found."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.hits import Hits
from reader.layout.marks import Mark, MarkIndex
from reader.text import Span
from reader.ui.panes.scroll_bar import ScrollBar
from tests.ui.desk import Desk, desk, small_library


def drawn(highlights: list[Span], hits: list[Span], thumb: tuple[int, int] = (0, 0)) -> str:
    """The bar of ten rows beside a text of a hundred characters, from top to bottom."""
    index = MarkIndex([Mark(span, "x") for span in highlights])
    return "".join(piece.text for piece in ScrollBar(10, 100, index).cells(Span(*thumb), Hits(hits)))


def test_each_row_has_a_sign_for_what_lies_in_its_part_of_the_text() -> None:
    assert drawn([], []) == " " * 10
    assert drawn([Span(5, 15)], []) == "▪▪        "
    assert drawn([], [Span(42, 43), Span(44, 45), Span(99, 100)]) == "    -    -"
    assert drawn([Span(40, 50)], [Span(42, 43)]) == "    ▬     "


def test_what_is_on_the_screen_is_a_bar_whatever_lies_there() -> None:
    assert drawn([Span(0, 100)], [Span(12, 13)], (10, 30)) == "▪▐▐▪▪▪▪▪▪▪"


spans = st.lists(st.integers(0, 99), unique=True).map(sorted).map(lambda starts: [Span(at, at + 1) for at in starts])


@given(spans, st.integers(0, 100), st.integers(0, 100))
def test_hits_touch_what_one_of_them_overlaps(found: list[Span], one: int, other: int) -> None:
    asked = Span(min(one, other), max(one, other))
    assert Hits(found).touches(asked) is any(span.overlaps(asked) for span in found)


def bar(opened: Desk) -> str:
    pane = opened.screen.pane
    return "".join(pane.render_line(y).text[-1] for y in range(pane.size.height))


async def test_hits_are_on_the_bar_as_long_as_there_is_a_search(tmp_path: Path) -> None:
    news = small_library(tmp_path / "news")
    text = "\n\n".join("Some words of it. " * 4 + ("zebra" if n % 60 == 59 else "") for n in range(300))
    (news / "a-harbour.md").write_text(text, encoding="utf-8")
    async with desk(news) as opened:
        await opened.press("enter")
        before = bar(opened)
        await opened.press("slash", *"zebra", "enter")
        await opened.until(lambda: opened.seen().hits == 5)
        found = bar(opened)
        assert before.count("-") == 0 and found.count("-") == 4  # the fifth is on the screen, in the bar itself
        await opened.press("escape")
        assert "-" not in bar(opened)
