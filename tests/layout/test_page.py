"""Pages as a reader sees them: drawn, row by row."""

from __future__ import annotations

import pytest

from reader.article import Article, Block, Blocks, Format, Kind
from reader.layout.page import Page, Place, RowRef
from reader.text import Span
from tests.article.making import markdown, plain


def drawn(article: Article, width: int, *, folded: bool = True) -> list[str]:
    page = Page(article, width, folded=folded)
    rows = page.window(page.first(), 1000)
    return ["".join((*(part.text for part in row.prefix), row.text)).rstrip() for _, row in rows]


def test_lists_hang_and_quotes_have_bars() -> None:
    source = (
        "- a list item that is long enough to wrap\n  - and one inside it, just as long\n"
        "\n> A quote that goes on for a while.\n>\n> 10. ten\n> 11. eleven is long too\n"
    )
    assert drawn(markdown(source), 24) == [
        "• a list item that is",
        "  long enough to wrap",
        "  ◦ and one inside it,",
        "    just as long",
        "",
        "│ A quote that goes on",
        "│ for a while.",
        "│",
        "│ 10. ten",
        "│ 11. eleven is long too",
    ]


def test_headings_have_air_and_rules_stand_in_the_middle() -> None:
    source = "# Title\n\ntext\n\n## Part\n### Sub\n\ntext\n\n***\n\n### Last\n"
    assert drawn(markdown(source), 12) == [
        *("Title", "", "text", "", "", "Part", "", "Sub", "", "text", "", "    ────", "", "Last"),
    ]


def test_code_is_indented_and_continued_with_a_sign() -> None:
    assert drawn(markdown("```\nshort\n\n\ta_long_line_of_code(with_arguments)\n```"), 24) == [
        *("  short", "", "  \ta_long_line_of", "↪ _code(with_arguments)"),
    ]


def test_notes_tasks_terms_and_images() -> None:
    source = (
        "x[^1] ![a cat](c.png)\n\n- [x] done\n- [ ] open\n\nTerm\n: its meaning\n\n[^1]: A note.\n\n    More of it.\n"
    )
    assert drawn(markdown(source), 30) == [
        *("x[1] ▣ a cat (c.png)", "", "☑ done", "☐ open", "", "Term", "    its meaning", ""),
        *("[1] A note.", "", "    More of it."),
    ]


TABLE = "| Party | Seats | Leader |\n|:--|--:|:-:|\n| Green | 12 | Ann *Lee* |\n| Farmers’ League | 7 | Bo |\n"


def test_a_table_that_fits_has_columns_as_wide_as_their_words() -> None:
    assert drawn(markdown(TABLE), 60) == [
        "Party           │ Seats │ Leader",
        "────────────────┼───────┼────────",
        "Green           │    12 │ Ann Lee",
        "Farmers’ League │     7 │   Bo",
    ]


def test_a_table_that_does_not_fit_wraps_inside_its_cells() -> None:
    assert drawn(markdown(TABLE), 27) == [
        "Party     │ Seats │ Leader",
        "──────────┼───────┼────────",
        "Green     │    12 │ Ann Lee",
        "╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌",
        "Farmers’  │     7 │   Bo",
        "League    │       │",
    ]


def test_no_word_of_a_table_is_torn_where_there_is_room() -> None:
    table = "| Measure | Decision |\n|---|---|\n| A wall of considerable height | accepted unanimously |\n"
    assert drawn(markdown(table), 30) == [
        "Measure          │ Decision",
        "─────────────────┼────────────",
        "A wall of        │ accepted",
        "considerable     │ unanimously",
        "height           │",
    ]
    assert Page(markdown(table), 26).hidden(0) == 0
    assert Page(markdown(table), 25).hidden(0) > 0


def test_numbers_stay_whole_and_the_longest_cells_have_what_is_left() -> None:
    head = "| Department | 2024 | Change | Remarks |\n|---|--:|--:|---|\n"
    row = "| Harbour and ferries | 12,480 | +19.4 % | Includes the repair of the eastern mole |\n"
    assert drawn(markdown(head + row), 50) == [
        "Department │   2024 │  Change │ Remarks",
        "───────────┼────────┼─────────┼───────────────────",
        "Harbour    │ 12,480 │ +19.4 % │ Includes the",
        "and        │        │         │ repair of the",
        "ferries    │        │         │ eastern mole",
    ]


def test_a_table_without_room_is_wider_than_the_page_and_says_by_how_much() -> None:
    page = Page(markdown(TABLE), 16)
    assert drawn(markdown(TABLE), 16) == drawn(markdown(TABLE), 60)
    assert page.hidden(0) == 33 - 16


def test_tables_and_code_reach_into_the_margin_where_there_is_room() -> None:
    words = "Words stay in their column, whatever there is beside it."
    article = markdown(f"{words}\n\n{TABLE}\n```\n{words}\n```")
    page = Page(article, 20, room=70)
    rows = [row for _, row in page.window(page.first(), 100)]
    assert {kind: max(row.cells for row in rows if row.block.kind is kind) for kind in (Kind.TABLE, Kind.CODE)} == {
        Kind.TABLE: 33,
        Kind.CODE: 2 + len(words),
    }
    assert all(len(row.text.rstrip()) <= 20 for row in rows if row.block.kind is Kind.PARAGRAPH)


def test_what_is_not_wrapped_is_as_wide_as_it_is_written() -> None:
    line = "a line of code that has more words than fit"
    page = Page(markdown(f"```\n{line}\n```\n\n{TABLE}"), 20, wrapped=False)
    rows = [row.text.rstrip() for _, row in page.window(page.first(), 100)]
    assert line in rows
    assert "Farmers’ League │     7 │   Bo" in rows
    assert [page.hidden(block) for block in (0, 1)] == [2 + len(line) - 20, 33 - 20]


def test_a_very_long_table_keeps_its_columns() -> None:
    rows = drawn(markdown("| name | n |\n|---|--:|\n" + "| some | 7 |\n" * 500), 30)
    assert len(rows) == 502
    assert set(rows[2:]) == {"some │ 7"}


def test_a_table_inside_a_quote_keeps_the_bar() -> None:
    assert drawn(markdown("> | a | b |\n> |---|---|\n> | c |"), 20) == ["│ a │ b", "│ ──┼──", "│ c │"]


def test_chinese_text_fills_its_rows() -> None:
    assert drawn(plain("世界の新聞は今日も大きな見出しで。"), 12) == ["世界の新聞は", "今日も大きな", "見出しで。"]


def furniture(*kinds: Kind) -> Article:
    """A line of words for each kind."""
    lines = [f"{kind} {number}" for number, kind in enumerate(kinds)]
    blocks, at = [], 0
    for kind, line in zip(kinds, lines, strict=True):
        span = Span(at, at + len(line))
        blocks.append(Block(kind, span, (span,)))
        at += len(line) + 1
    return Article("a.txt", "\n".join(lines), Format.PLAIN, Blocks([blocks]))


def test_site_furniture_folds_into_one_row() -> None:
    article = furniture(Kind.CHROME, Kind.CHROME, Kind.CHROME, Kind.PARAGRAPH, Kind.CHROME, Kind.CHROME)
    assert drawn(article, 60) == [
        *("··· 3 lines of site furniture ···", "", "paragraph 3", "", "··· 2 lines of site furniture ···"),
    ]
    assert len(drawn(article, 60, folded=False)) == 11


def test_a_single_line_is_not_worth_a_fold() -> None:
    assert drawn(furniture(Kind.CHROME, Kind.PARAGRAPH), 60) == ["chrome 0", "", "paragraph 1"]


def test_what_is_folded_has_its_place_in_the_fold() -> None:
    article = furniture(Kind.PARAGRAPH, Kind.CHROME, Kind.CHROME, Kind.PARAGRAPH)
    page = Page(article, 60)
    for offset in range(article.text.index("chrome 1"), article.text.index("paragraph 3")):
        assert page.find(offset) == Place(RowRef(1, 1), 0)
    assert page.offset_at(RowRef(1, 1), 5) == article.text.index("chrome 1")
    assert page.row(RowRef(1, 1)).span.of(article.text) == "chrome 1\nchrome 2"
    assert page.walk(RowRef(1, 1), 2) == RowRef(3, 1)
    assert page.walk(RowRef(3, 1), -2) == RowRef(1, 1)


def test_an_article_of_site_furniture_alone_is_one_row() -> None:
    article = furniture(Kind.CHROME, Kind.CHROME, Kind.CHROME)
    page = Page(article, 60)
    assert page.last() == page.first() == page.walk(page.first(), 3) == RowRef(0, 0)


@pytest.mark.parametrize("depth", [1, 5, 30])
def test_deep_nesting_leaves_half_of_the_measure_for_words(depth: int) -> None:
    rows = drawn(markdown("> " * depth + "some words that need room"), 20)
    assert all(len(row.lstrip("│ ")) >= 1 and row.count("│") <= 5 for row in rows)
    assert " ".join(row.lstrip("│ ") for row in rows) == "some words that need room"


def test_clicks_beside_the_words_go_to_the_nearest_character() -> None:
    page = Page(markdown("- one two three"), 11)
    text = page.article.text
    assert drawn(page.article, 11) == ["• one two", "  three"]
    first, second = RowRef(0, 0), RowRef(0, 1)
    assert page.offset_at(first, -5) == page.offset_at(first, 0) == text.index("one")
    assert page.offset_at(first, 50) == text.index(" three")
    assert page.offset_at(second, 50) == len(text)


def test_a_wide_character_is_hit_on_both_halves() -> None:
    page = Page(plain("a世b"), 20)
    assert [page.offset_at(RowRef(0, 0), column) for column in range(5)] == [0, 1, 1, 2, 3]


def test_the_page_of_a_large_article_needs_only_what_it_shows() -> None:
    article = markdown("".join(f"## Part {number}\n\nSome words.\n\n" for number in range(20_000)))
    page = Page(article, 66)
    assert len(page.window(page.walk(page.first(), 100), 50)) == 50
    assert len(article.blocks) < 5000
    assert page.row(page.last()).text == "Some words."
