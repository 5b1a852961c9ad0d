"""Which highlights the list shows, in what order and under which headings."""

from __future__ import annotations

import pytest

from reader.annotations import Anchor, AnchorState, Annotation, Codebook, Tag, Target
from reader.text import Span
from reader.ui.panes.annotations_cards import About, highlight_rows
from reader.ui.panes.annotations_order import Arranged, GivenUp, Order, View, arranged

CODEBOOK = Codebook({"t_1": Tag("t_1", "zebra"), "t_2": Tag("t_2", "Apple"), "t_3": Tag("t_3", "gone", deleted="2026")})
TITLES = {"b.txt": "First in the library", "a.txt": "Second", "c.txt": "Second"}


def highlight(
    name: str,
    article: str = "a.txt",
    start: int = 0,
    day: int = 1,
    state: AnchorState = AnchorState.EXACT,
    tags: tuple[str, ...] = (),
) -> Annotation:
    span = Span(start, start + 4)
    time = f"2026-03-{day:02}T12:00:00.000Z"
    return Annotation(name, article, Target("sha", span, name), Anchor("sha", span, state), time, time, tags=tags)


SOME = (
    highlight("late", start=90, day=3, tags=("t_1",)),
    highlight("early", start=5, day=1, tags=("t_3", "t_2")),
    highlight("lost", start=1, day=2, state=AnchorState.ORPHAN),
    highlight("elsewhere", "b.txt", 50, day=3, state=AnchorState.CHANGED, tags=("t_2",)),
    highlight("namesake", "c.txt", 50, day=1),
)


def shown(view: View, *some: Annotation) -> Arranged:
    return arranged(some or SOME, view, lambda annotation: True, CODEBOOK, TITLES)


def drawn(view: View, *some: Annotation) -> list[str]:
    """Names of highlights, and in brackets the headings above them."""
    found = shown(view, *some)
    rows: list[str] = []
    for annotation in found.annotations:
        if (heading := found.headings.get(annotation.id)) is not None:
            rows.append(f"[{heading.name} {heading.count}]")
        rows.append(annotation.id)
    return rows


def test_an_article_alone_needs_no_heading_and_what_is_lost_stands_last() -> None:
    assert drawn(View(), *SOME[:3]) == ["early", "late", "lost"]


def test_articles_stand_in_the_order_of_the_library_and_namesakes_are_told_apart() -> None:
    assert drawn(View(everywhere=True)) == [
        *("[First in the library 1]", "elsewhere"),
        *("[Second (a.txt) 3]", "early", "late", "lost"),
        *("[Second (c.txt) 1]", "namesake"),
    ]


def test_the_newest_stand_first_under_their_days() -> None:
    assert drawn(View(Order.NEWEST, everywhere=True)) == [
        *("[3 Mar 2026 2]", "late", "elsewhere"),
        *("[2 Mar 2026 1]", "lost"),
        *("[1 Mar 2026 2]", "namesake", "early"),
    ]


def test_tags_stand_in_the_order_of_the_alphabet_and_a_deleted_one_counts_for_none() -> None:
    assert drawn(View(Order.TAG, everywhere=True)) == [
        *("[#Apple 2]", "elsewhere", "early"),
        *("[#zebra 1]", "late"),
        *("[No tag 2]", "lost", "namesake"),
    ]


def test_what_needs_to_be_looked_at_stands_first() -> None:
    assert drawn(View(Order.STATE, everywhere=True)) == [
        *("[Lost their place 1]", "lost"),
        *("[Words have changed since 1]", "elsewhere"),
        *("[In their place 3]", "early", "late", "namesake"),
    ]


def test_one_key_goes_through_all_orders() -> None:
    assert [order.next for order in Order] == [Order.NEWEST, Order.TAG, Order.STATE, Order.TEXT]


def test_what_a_filter_hides_is_counted_still() -> None:
    found = arranged(SOME, View(), lambda annotation: annotation.id == "late", CODEBOOK, TITLES)
    assert ([a.id for a in found.annotations], found.of, found.places) == (["late"], 5, {"late": 0})


def test_arranging_ends_when_something_else_is_wanted() -> None:
    with pytest.raises(GivenUp):
        arranged(SOME, View(), lambda annotation: True, CODEBOOK, TITLES, lambda: True)


def test_a_card_has_a_sign_for_everything_that_a_colour_says() -> None:
    rows = highlight_rows(SOME[2], About(4, tags=["zebra"], source="Second"), 30, marked=True)
    lines = ["".join(piece.text for piece in row).rstrip() for row in rows]
    assert lines == ["✓ lost", "  ¶4  #zebra", "  ⚠ lost its place", "  Second", ""]


def test_a_title_is_in_no_paragraph_and_a_card_says_that_its_article_is_gone() -> None:
    rows = highlight_rows(SOME[0], About(0, tags=["zebra"], gone=True), 50)
    lines = ["".join(piece.text for piece in row).rstrip() for row in rows]
    assert lines == ["▎ late", "  #zebra", "  ⚠ its article is not in the folder any more", ""]


def test_one_key_turns_through_the_orders_and_begins_again() -> None:
    assert [Order.TEXT.next, Order.NEWEST.next, Order.STATE.next] == [Order.NEWEST, Order.TAG, Order.TEXT]
