"""Widths agree with the table that paints, and clusters cover every code point once."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size, split_graphemes

from reader.text.width import cells, grapheme_starts, graphemes, is_narrow, painted

hard_text = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\t\u200d\ufe0f\u0301👩👨🏽世界“” \u200bאب\x00\x1b")),
    max_size=60,
)


def test_every_narrow_code_point_is_one_cell_and_one_cluster_for_rich() -> None:
    narrow = [chr(code) for code in range(0x110000) if is_narrow(chr(code))]
    assert len(narrow) > 2500
    assert [char for char in narrow if get_character_cell_size(char) != 1] == []
    text = "".join(narrow)
    assert len(split_graphemes(text)[0]) == len(text)


@pytest.mark.parametrize("text", ["plain", "“She’s here,” he said – at last…", "Ж Ω é", "␛[0m", ""])
def test_western_text_is_narrow(text: str) -> None:
    assert is_narrow(text)


@pytest.mark.parametrize("text", ["\t", "世", "e\u0301", "a\u200bb", "❤\ufe0f", "\x1b", "\n", "soft\xadhyphen"])
def test_hard_text_is_not_narrow(text: str) -> None:
    assert not is_narrow(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aé", [(0, 1, 1), (1, 2, 1)]),
        ("e\u0301x", [(0, 2, 1), (2, 3, 1)]),
        ("世界", [(0, 1, 2), (1, 2, 2)]),
        ("👩\u200d👩\u200d👧!", [(0, 5, 2), (5, 6, 1)]),
        ("\u200ba", [(0, 2, 1)]),
        ("a\u200b\u200bb", [(0, 3, 1), (3, 4, 1)]),
        ("a\tb", [(0, 1, 1), (1, 2, 7), (2, 3, 1)]),
        ("\t\t", [(0, 1, 8), (1, 2, 8)]),
        ("\u200b", [(0, 1, 0)]),
        ("\t\u0301x", [(0, 2, 8), (2, 3, 1)]),
    ],
)
def test_clusters(text: str, expected: list[tuple[int, int, int]]) -> None:
    assert graphemes(text) == expected
    assert grapheme_starts(text) == [start for start, _, _ in expected]


def test_a_tab_is_as_wide_as_its_column_says() -> None:
    assert [graphemes("\t", column)[0][2] for column in range(9)] == [8, 7, 6, 5, 4, 3, 2, 1, 8]
    assert cells("abc\tde\tf") == 17


@given(hard_text, st.integers(0, 20))
def test_clusters_cover_the_text_without_gaps_and_have_cells(text: str, column: int) -> None:
    clusters = graphemes(text, column)
    assert [start for start, _, _ in clusters] == [0, *[end for _, end, _ in clusters]][: len(clusters)]
    assert (clusters[-1][1] if clusters else 0) == len(text)
    assert len(clusters) == 1 or all(width for _, _, width in clusters)


@given(hard_text.filter(lambda text: "\t" not in text))
def test_a_text_is_as_wide_as_rich_paints_it(text: str) -> None:
    assert cells(text) == sum(width for _, _, width in split_graphemes(text)[0])


@given(st.text("aé“”世界ß ", max_size=40))
def test_text_without_joiners_is_as_wide_as_the_sum_of_its_characters(text: str) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("cluster", "width", "expected"),
    [
        ("a", 1, "a"),
        ("e\u0301", 1, "e\u0301"),
        ("世", 2, "世"),
        ("\t", 5, "     "),
        ("\t\u0301", 3, "   "),
        ("👩\u200d👩\u200d👧", 2, "👩"),
        ("👍🏽", 2, "👍"),
        ("❤\ufe0f", 2, "❤ "),
        ("\u200da", 1, "a"),
        ("क्\u200dष", 1, "क्\u200dष"),
    ],
)
def test_what_a_terminal_is_sent_for_a_cluster(cluster: str, width: int, expected: str) -> None:
    assert painted(cluster, width) == expected


@given(hard_text)
def test_what_is_sent_takes_the_cells_that_were_measured(text: str) -> None:
    sent = "".join(painted(text[start:end], width) for start, end, width in graphemes(text))
    assert cell_len(sent) == sum(width for _, _, width in graphemes(text))


def test_western_text_never_loads_rich() -> None:
    code = (
        "import sys; from reader.text.width import cells, graphemes;"
        "graphemes('“Ça ira,” – said Юрий…'); cells('plain'); sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
