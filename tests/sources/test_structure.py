"""Invented pages with the answer in front of each line, and what holds for the structure of any text."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Block, Blocks, Kind
from reader.sources import structure as structure_room
from reader.sources.structure import Structure, structure
from reader.sources.wording import shared_words
from reader.text.safe import safe

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
FURNITURE = Path(structure_room.__path__[0]) / "furniture.txt"
CODES = {
    Kind.TITLE: "T",
    Kind.BYLINE: "B",
    Kind.DATE: "D",
    Kind.HEADING: "H",
    Kind.PARAGRAPH: "P",
    Kind.HASHTAGS: "#",
    Kind.CHROME: "C",
    Kind.RULE: "R",
}


def all_blocks(found: Structure) -> list[Block]:
    return list(Blocks(found.batches).complete())


def labelled(text: str) -> list[str]:
    """The lines of `text` with what the structure says each is."""
    codes: dict[int, str] = {}
    for block in all_blocks(structure(text)):
        code = "-" if any(container.opens for container in block.containers) else CODES[block.kind]
        for piece in block.pieces:
            codes[text.count("\n", 0, piece.start)] = code
            code = "+"
    return [f"{codes[number]} {line}" if line else "" for number, line in enumerate(text.split("\n"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_a_page_is_what_a_reader_says_it_is(page: Path) -> None:
    marked = page.read_text("utf-8").rstrip("\n").split("\n")
    assert labelled("\n".join(line[2:] for line in marked)) == marked


def test_what_the_lines_say_about_the_article() -> None:
    page = Path(__file__).parent / "pages" / "labelled-header.txt"
    found = structure("\n".join(line[2:] for line in page.read_text("utf-8").split("\n")))
    assert found.title == "Lighthouse keepers strike over fog signals"
    assert found.byline == "Mara Oduya"
    assert found.published == date(2024, 11, 2)
    assert found.publisher == "The Halm Gazette"
    assert found.url == "https://halmgazette.example/2024/11/02/strike"


PROSE = (
    "The harbour master said on Monday that the channel would open at sunrise, and that nobody should be early. " * 2
)


@pytest.mark.parametrize(
    ("lines", "byline", "published", "publisher"),
    [
        (["By Ana Reyes", "2 May 2024", PROSE], "Ana Reyes", date(2024, 5, 2), ""),
        (["BY ANA REYES AND TOM HALE", PROSE], "ANA REYES AND TOM HALE", None, ""),
        (["By Ana Reyes | 2 May 2024", PROSE], "Ana Reyes", date(2024, 5, 2), ""),
        (["Updated 3 May 2024", "Published 2 May 2024", PROSE], "", date(2024, 5, 2), ""),
        (["SORRIN, May 2, 2024 (CNA) -- " + PROSE], "", date(2024, 5, 2), "CNA"),
        ([PROSE, "© 2024 The Brell Observer. All rights reserved."], "", None, "The Brell Observer"),
        (["The Brell Observer", "2 May 2024", PROSE], "", date(2024, 5, 2), "The Brell Observer"),
        ([PROSE, "By the time they came, on 2 May 2024, it was over."], "", None, ""),
    ],
)
def test_credits_are_read_off_their_lines(
    lines: list[str], byline: str, published: date | None, publisher: str
) -> None:
    found = structure("\n\n".join(["Harbour master opens the channel", *lines, PROSE, PROSE]))
    assert found.title == "Harbour master opens the channel"
    assert (found.byline, found.published, found.publisher) == (byline, published, publisher)


def gaps(text: str) -> list[int]:
    return [block.gap for block in all_blocks(structure(text))]


def test_prose_is_set_apart_and_verse_and_lists_are_not() -> None:
    assert gaps(f"{PROSE}\n{PROSE}\n\n\n{PROSE}") == [0, 1, 1]
    assert gaps("a line of verse\nand another line\n\na new stanza\nends it") == [0, 0, 1, 0]
    assert gaps(f"{PROSE}\n\n- one\n- two\n- three\n\n{PROSE}") == [0, 1, 0, 0, 1]


def test_list_markers_are_shown_by_the_container() -> None:
    blocks = all_blocks(structure("Intro:\n\n* one\n* two\n\n1) first\n2) second\n"))
    markers = [container.marker for block in blocks for container in block.containers]
    assert markers == ["•", "•", "1)", "2)"]


def test_chrome_says_which_rule_said_so() -> None:
    page = f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nShare this article\n\nLeave a Reply\n\nsome name"
    assert [block.info for block in all_blocks(structure(page))][-3:] == ["sharing", "comments", "tail"]


def test_furniture_is_known_in_capitals_and_its_patterns_are_in_lower_case() -> None:
    page = f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nSHARE THIS ARTICLE\n\nLEAVE A REPLY"
    assert [block.info for block in all_blocks(structure(page))][-2:] == ["sharing", "comments"]
    patterns = [line.partition(": ")[2] for line in FURNITURE.read_text("utf-8").splitlines() if line[:1] not in "#"]
    without_classes = [re.sub(r"\\[A-Z]", "", pattern) for pattern in patterns]
    assert without_classes == [pattern.lower() for pattern in without_classes]


@pytest.mark.parametrize(
    ("title", "share"),
    [("Harbour reopens after storm", 1.0), ("Harbours reopen", 0.0), ("Pre-storm harbour", 0.5), ("港口重开", 0.0)],
)
def test_a_title_shares_whole_words_with_the_body(title: str, share: float) -> None:
    assert shared_words(title, ["The harbour reopens.", "It was shut, the pre-storm-plan says, by Storm Ida."]) == share


def test_a_title_in_chinese_shares_pairs_of_signs() -> None:
    assert shared_words("港口重开", ["昨天港口关闭。"]) == pytest.approx(1 / 3)


def test_a_very_long_line_is_cut_between_words() -> None:
    text = "word " * 20_000
    blocks = all_blocks(structure(text))
    assert len(blocks) > 4
    assert all(block.span.length <= 20_000 for block in blocks)
    assert all(block.raw(text).endswith("word") and block.raw(text).startswith("word") for block in blocks)
    assert [block.gap for block in blocks] == [0] * len(blocks)


def test_a_very_long_text_is_not_judged_and_comes_in_batches() -> None:
    text = "Harbour master opens the channel\n\nBy Ana Reyes\n\n" + f"{PROSE}\n\nShare this article\n\n" * 10_000
    found = structure(text)
    blocks = Blocks(found.batches)
    blocks.grow()
    first = list(blocks)
    assert 20_000 < first[-1].span.end < 60_000
    assert {block.kind for block in first} == {Kind.PARAGRAPH}
    assert (found.title, found.byline) == ("Harbour master opens the channel", "Ana Reyes")
    check_every_visible_character(text)


lines_of_pages = st.lists(
    st.sampled_from(
        [
            *(
                "",
                "",
                "Home / News / Harbour opens",
                "Harbour opens",
                "By Ana Reyes",
                "2 May 2024",
                "#one #two",
                "* * *",
            ),
            *("- one", "- two", "1. first", "2. second", "  3. third", "(a) x", "Share", "Related", "Check Also"),
            *(
                "About Ana Reyes",
                "Why now?",
                "“No,” she said.",
                PROSE,
                PROSE[:100],
                "\u3000　新闻说，海峡将重新开放。" * 4,
            ),
            *("words that were broken at a column by somebody, once upon a time,", "␌", "\u200b", "x" * 25_000),
        ]
    )
    | st.text(max_size=40),
    max_size=40,
)


def check_every_visible_character(text: str) -> None:
    """Each non-blank character of `text` is in one piece or marker, in order, and spans hold their pieces."""
    seen = []
    end = 0
    for block in all_blocks(structure(text)):
        assert end <= block.span.start <= block.pieces[0].start
        assert block.pieces[-1].end == block.span.end
        seen.append(text[block.span.start : block.pieces[0].start])
        for piece in block.pieces:
            assert piece.length and "\n" not in piece.of(text)
            seen.append(piece.of(text))
        end = block.span.end
    blank = dict.fromkeys(map(ord, "\u200b"))
    assert "".join("".join(seen).split()).translate(blank) == "".join(text.split()).translate(blank)


@given(lines_of_pages)
def test_every_visible_character_belongs_to_exactly_one_block(lines: list[str]) -> None:
    check_every_visible_character(safe("\n".join(lines)))


@given(st.text())
def test_any_text_has_a_structure(text: str) -> None:
    check_every_visible_character(safe(text))
