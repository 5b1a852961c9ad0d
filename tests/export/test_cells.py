from __future__ import annotations

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.cells import cell, table


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1", "-5% a year, she said"])
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One.\nTwo.", "One. ⏎ Two."),
        ("One.\r\n\r\nTwo.\n", "One. ⏎ Two."),
        ("a\u2028b", "a ⏎ b"),
        ("a\tb", "a␉b"),
        ("\x1b[2J", "␛[2J"),
        ("plain, “quoted” text", "plain, “quoted” text"),
    ],
)
def test_a_cell_is_one_safe_line(text: str, shown: str) -> None:
    assert cell(text) == shown


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_a_table_has_a_line_for_each_row_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    lines = table(("a", "b"), rows).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(rows) + 1
    for row, cells in zip(rows, list(csv.reader(lines))[1:], strict=True):
        assert cells == [cell(text) for text in row]
        assert not any(text.strip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for text in cells)
