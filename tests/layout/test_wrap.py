"""Where paragraphs break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.wrap import BLANKS, wrap
from reader.text.width import cells, grapheme_starts
from tests.article.making import hard_texts


def rows(text: str, width: int, *, prose: bool = True) -> list[str]:
    return [span.of(text) for span in wrap(text, width, prose=prose)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two three", 7, ["one two ", "three"]),
        ("one two three", 8, ["one two ", "three"]),
        ("one    two", 5, ["one    ", "two"]),
        ("one\n\ntwo", 5, ["one", "", "two"]),
        ("unbelievable", 5, ["unbel", "ievab", "le"]),
        ("a unbelievable", 5, ["a ", "unbel", "ievab", "le"]),
        ("well-known fact", 6, ["well-", "known ", "fact"]),
        ("1914-1918 x", 7, ["1914-19", "18 x"]),
        ("yes/no – or", 5, ["yes/", "no – ", "or"]),
        ("one—two", 5, ["one—", "two"]),
        ("a\u00a0b\u00a0c d", 6, ["a\u00a0b\u00a0c ", "d"]),
        ("世界新聞", 5, ["世界", "新聞"]),
        ("世界。新聞", 4, ["世", "界。", "新聞"]),
        ("世「界」新", 6, ["世", "「界」", "新"]),
        ("日本 news", 6, ["日本 ", "news"]),
        ("시의회는 방파제에", 14, ["시의회는 ", "방파제에"]),
        ("매일 200명이 일한다", 12, ["매일 200명이 ", "일한다"]),
        ("매일 200명이", 8, ["매일 ", "200명이"]),
        ("방파제에대한투표", 6, ["방파제", "에대한", "투표"]),
        ("日本한국", 6, ["日本", "한국"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩\u200d👩\u200d👧👩\u200d👩\u200d👧", 3, ["👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"]),
        ("a\tb c", 9, ["a\tb ", "c"]),
        ("long\u200bword", 5, ["long\u200b", "word"]),
    ],
)
def test_breaks(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_a_short_last_word_gets_company() -> None:
    text = "The minister left the room in a hurry and so did we"
    assert rows(text, 49) == ["The minister left the room in a hurry and so ", "did we"]
    assert rows(text, 49, prose=False)[-1] == "we"


def test_a_short_last_word_of_korean_gets_company() -> None:
    assert rows("시의회는 수요일 밤 방파제에 대한 투표를 연기 했다", 46)[-1] == "연기 했다"


def test_a_last_word_long_enough_stands_alone() -> None:
    assert rows("One two three four five parliament", 25)[-1] == "parliament"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("市議会は水曜日に投票を延期した", 28, ["市議会は水曜日に投票を延", "期した"]),
        ("市議会は水曜日に投票を延期。", 26, ["市議会は水曜日に投票", "を延期。"]),
        ("市議会は水曜日に投票「を」延期", 28, ["市議会は水曜日に投票", "「を」延期"]),
        ("市議会は水曜日に投票を延期した。", 26, ["市議会は水曜日に投票を延", "期した。"]),
        ("世界新聞界", 8, ["世界新聞", "界"]),
        ("市議会は水曜日に投票を延期した後で", 28, ["市議会は水曜日に投票を延期し", "た後で"]),
    ],
)
def test_a_last_row_of_chinese_or_japanese_has_at_least_three_signs(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


@given(hard_texts, st.integers(2, 60), st.booleans())
def test_rows_hold_every_character_but_newlines_once_and_whole_graphemes(text: str, width: int, prose: bool) -> None:
    assert "".join(rows(text, width, prose=prose)) == text.replace("\n", "")
    for line in text.split("\n"):
        at, starts = 0, {*grapheme_starts(line), len(line)}
        for row in rows(line, width, prose=prose):
            assert at in starts
            at += len(row)


@given(st.lists(st.text("abc-é“”", min_size=1, max_size=12), max_size=30).map(" ".join), st.integers(4, 40))
def test_the_fast_way_breaks_as_the_exact_way_does(text: str, width: int) -> None:
    # a sign that is not narrow sends the whole line the exact way
    wide = text + " \u200b"
    fast, exact = rows(text, width, prose=False), rows(wide, width, prose=False)
    assert [row.rstrip(" \u200b") for row in fast] == [row.rstrip(" \u200b") for row in exact][: len(fast)]


@given(hard_texts, st.integers(2, 60))
def test_rows_fit_but_for_blanks_at_their_ends(text: str, width: int) -> None:
    for row in rows(text, width):
        words = row.rstrip(BLANKS)
        assert cells(words) <= width or len(grapheme_starts(words)) == 1
