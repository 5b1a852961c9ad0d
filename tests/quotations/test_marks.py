"""Paragraphs whose marks are in order are read by one search: it must say what weighing every mark says."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from reader.quotations import marks
from reader.quotations.marks import marked_stretches
from reader.quotations.prose import prose_of
from tests.quotations.golden import article, cases

NOTHING = re.compile(r"(?!)")
PIECES = [
    "“",
    "”",
    '"',
    "„",
    "«",
    "»",
    "'",
    "’",
    "‘",
    " ",
    "\n",
    "—",
    ",",
    ".",
    "(",
    "?",
    "7",
    "rain",
    "It rained",
    "″",
]
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(["“It rained,”", '"rain."', " ", "\n", "he said", ". ", '"', "‘so’"]), max_size=20).map(
        "".join
    ),
)


@given(texts)
def test_marks_in_order_need_no_weighing(text: str) -> None:
    prose = prose_of(article(text))
    quick = marked_stretches(prose)
    with patch.object(marks, "_ORDERLY", NOTHING):
        assert marked_stretches(prose) == quick


def test_no_golden_case_is_read_in_two_ways() -> None:
    proses = [prose_of(article(case.text)) for case in cases()]
    quick = [marked_stretches(prose) for prose in proses]
    with patch.object(marks, "_ORDERLY", NOTHING):
        assert [marked_stretches(prose) for prose in proses] == quick


def test_a_word_stands_where_it_was_found() -> None:
    whole = article("“Rain,”  said   Lopez,  “and  wind,” to all. “Snow?”\n")
    for stretch in marked_stretches(prose_of(whole)):
        assert whole.text[stretch.start] == "“"
        assert whole.text[stretch.end - 1] == "”"
