"""Dates are read only where they are certain."""

from datetime import date

import pytest

from reader.sources.dates import find_date


@pytest.mark.parametrize(
    "text",
    [
        "2023-04-26",
        "2023-04-26T17:25:00+02:00",
        "2023/4/26",
        "2023.04.26",
        "April 26, 2023",
        "APRIL 26 2023",
        "Apr. 26, 2023",
        "April 26th, 2023",
        "Wed, 26 Apr 2023 10:00:00 GMT",
        "26 April 2023",
        "26th of April, 2023",
        "26. April 2023",
        "26 avril 2023",
        "26 de abril de 2023",
        "2023年4月26日",
        "2023년 4월 26일",
        "Published on Wednesday, April 26, 2023 at 10 am",
    ],
)
def test_dates_as_newspapers_print_them(text: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found[0] == date(2023, 4, 26)


@pytest.mark.parametrize(
    "text",
    [
        "Yu Jun",
        "in May",
        "4/5/2023",
        "26 April",
        "April 2023",
        "31 June 2023",
        "2023-13-45",
        "1 mayor 2023",
        "12023-04-26",
    ],
)
def test_doubtful_dates_are_no_dates(text: str) -> None:
    assert find_date(text) is None


def test_the_first_date_counts_and_says_where_it_stands() -> None:
    text = "Published 3 May 2025, updated 4 May 2025"
    found = find_date(text)
    assert found is not None
    assert found[0] == date(2025, 5, 3)
    assert text[slice(*found[1])] == "3 May 2025"


def test_an_impossible_date_does_not_hide_a_possible_one() -> None:
    found = find_date("31 June 2025 or 2025-07-01")
    assert found is not None
    assert found[0] == date(2025, 7, 1)
