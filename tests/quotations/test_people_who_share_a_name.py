"""Thousands with one family name: told apart as few are, and each at the same cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.quotations import analyse, gather
from reader.quotations.namesakes import Bearers, GivenNames
from tests.quotations.counting_steps import steps
from tests.quotations.golden import article

GIVEN = ["Maria", "Mary", "M.", "Robert", "Bob", "R.", "Jong Un", "Jong-un", "Jongun", "Ann", "An", "J. Robert", ""]
SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za"]
MANY = [(a + b + c).capitalize() for a, b, c in product(SYLLABLES, repeat=3)]


def full_name(given_name: str) -> tuple[str, ...]:
    return (*given_name.split(), "Lopez")


def test_names_agree_that_can_be_one_persons() -> None:
    def agreeing(one: str) -> set[str]:
        names = GivenNames()
        names.add(full_name(one), 1)
        return {other for other in GIVEN if names.first(full_name(other)) is not None}

    assert agreeing("Robert") == {"Robert", "Bob", "R.", ""}
    assert agreeing("Jong Un") == {"Jong Un", "Jong-un", "Jongun", "J. Robert", ""}
    assert agreeing("M.") == {"Maria", "Mary", "M.", ""}
    assert agreeing("") == set(GIVEN)
    assert all((one in agreeing(other)) == (other in agreeing(one)) for one in GIVEN for other in GIVEN)


@given(st.lists(st.sampled_from(GIVEN)), st.sets(st.integers(0, 20)), st.sampled_from(GIVEN))
def test_the_first_who_agrees_is_the_one_found_by_asking_each(many: list[str], gone: set[int], asked: str) -> None:
    names = GivenNames()
    for number, name in enumerate(many):
        names.add(full_name(name), number)
    for number in gone & set(range(len(many))):
        names.remove(full_name(many[number]), number)

    def agrees(number: int) -> bool:
        alone = GivenNames()
        alone.add(full_name(many[number]), number)
        return alone.first(full_name(asked)) is not None

    assert names.first(full_name(asked)) == next(
        (number for number in range(len(many)) if number not in gone and agrees(number)), None
    )


@dataclass
class Somebody:
    """Who bears a name, and what is known of them so far."""

    number: int
    full: list[int]
    gender: str = ""
    offices: set[str] = field(default_factory=set)


def asked_one_by_one(everybody: list[Somebody], place: int, gender: str, offices: set[str]) -> int | None:
    """What `Bearers.choose` answers, found the plain way."""

    def rank(one: Somebody) -> tuple[bool, int]:
        return not one.offices.isdisjoint(offices), max((at for at in one.full if at < place), default=-1)

    fitting = [one for one in everybody if not gender or one.gender in ("", gender)]
    return max(fitting, key=rank).number if fitting else None


GENDERS = st.sampled_from(["", "f", "m"])
OFFICES = st.sets(st.sampled_from(["ms.", "mr.", "mayor", "senator"]), max_size=2)
LEARNED = st.tuples(st.integers(0, 5), GENDERS, OFFICES)


@given(
    st.lists(st.integers(0, 5), max_size=12),
    st.lists(LEARNED),
    st.lists(st.tuples(st.integers(0, 13), GENDERS, OFFICES)),
)
@settings(max_examples=300)
def test_the_bearer_of_a_name_is_the_one_found_by_asking_each(
    named: list[int], learned: list[tuple[int, str, set[str]]], asked: list[tuple[int, str, set[str]]]
) -> None:
    everybody = [Somebody(number, [at for at, who in enumerate(named) if who == number]) for number in range(6)]
    bearers = Bearers()
    for one in everybody:
        bearers.note(one, one.gender, one.offices)
    for number, gender, offices in learned:
        one = everybody[number]
        one.gender = one.gender or gender
        one.offices |= offices
        bearers.note(one, one.gender, offices)
        for question in asked:
            assert bearers.choose(*question) == asked_one_by_one(everybody, *question)


CROWDS = [
    "“We talked,” said {} Lopez. “No,” Lopez said. “So,” Ms. Lopez said.\n",
    "“We talked,” said Mr. {} Lopez. “So,” Ms. Lopez said.\n",
    "“We talked,” said Senator {} Lopez. “No,” Senator Lopez said. “So,” Mayor Lopez said.\n",
    "“We talked,” said Ann {}. “No,” Ann said.\n",
]


@pytest.mark.parametrize("piece", CROWDS)
def test_eight_times_as_many_in_one_text_take_no_more_than_about_eight_times_the_steps(piece: str) -> None:
    def crowd(count: int) -> Callable[[], object]:
        whole = article("".join(piece.format(name) for name in MANY[:count]))
        return lambda: analyse(whole)

    steps(crowd(480))  # what is found once, such as the parts of each name, is found before
    assert steps(crowd(480)) <= 8 * 1.3 * steps(crowd(60))


def test_eight_times_as_many_in_one_folder_take_no_more_than_about_eight_times_the_steps() -> None:
    def crowd(count: int) -> Callable[[], object]:
        full = [f"“We talked,” said {name} Lopez. “So,” he said." for name in MANY[:count]]
        texts = [*full, *("“No,” Ms. Lopez said. “Yes,” Lopez said." for _ in full)]
        analyses = [analyse(article(text, f"{number}.txt")) for number, text in enumerate(texts)]
        return lambda: gather(analyses)

    steps(crowd(480))
    assert steps(crowd(480)) <= 8 * 1.3 * steps(crowd(60))
