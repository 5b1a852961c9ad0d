"""The tag prompt: what it offers for a few letters, what enter takes, and what a key costs with many tags."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from reader.annotations import Tag
from reader.ui.dialogs.tag_choices import MOST_OFFERED, Choice, TagChoices
from tests.ui.desk import desk, small_library

TAGS = [
    Tag("t1", "inflation"),
    Tag("t2", "economy/rates"),
    Tag("t3", "rates of pay"),
    Tag("t4", "economy"),
    Tag("t5", "charter", key=3),
    Tag("t6", "3 sources"),
    Tag("t7", "rate"),
]


def names(choices: list[Choice]) -> list[str]:
    return [choice.name if choice.tag else f"+{choice.name}" for choice in choices]


def offered(typed: str, *taken: str) -> list[str]:
    return names(TagChoices(TAGS).offered(typed, taken))


def test_for_nothing_typed_all_stand_in_the_order_given() -> None:
    assert offered("") == [tag.name for tag in TAGS]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rate", "rate"),  # the name itself before those that begin so
        ("rates", "economy/rates"),  # the last level itself before what begins so
        ("rates o", "rates of pay"),
        ("econ", "economy/rates"),  # of equal ones, the likelier
        ("ec/ra", "economy/rates"),
        ("ifl", "inflation"),
        ("3", "charter"),  # the key before names
    ],
)
def test_the_best_match_stands_first(typed: str, first: str) -> None:
    assert offered(typed)[0] == first


def test_what_begins_so_beats_what_only_holds_the_letters() -> None:
    assert offered("art")[:2] == ["charter", "+art"]
    assert offered("r")[:3] == ["rates of pay", "rate", "economy/rates"]


def test_a_new_tag_is_offered_last_and_only_if_no_tag_is_called_so() -> None:
    assert offered("rat")[-1] == "+rat"
    assert "+rate" not in offered(" Rate ")
    assert offered("Economy / Rates") == ["economy/rates"]
    assert offered("a / b") == ["+a/b"]
    assert offered(" / ") == offered("")


def test_tags_that_were_taken_are_not_offered_again() -> None:
    assert "rate" not in offered("", "rate")
    assert "+Water" not in offered("Water", "water")


def test_whoever_types_a_tag_that_was_taken_gets_no_other_one() -> None:
    first = TagChoices(TAGS).offered("inf", ["inflation"])[0]
    assert (first.name, first.taken) == ("inflation", True)


def test_taking_letters_back_brings_tags_back() -> None:
    choices = TagChoices(TAGS)
    assert names(choices.offered("inf")) == ["inflation", "+inf"]
    assert names(choices.offered("i")) == offered("i")


def test_two_tags_of_one_name_are_offered_once() -> None:
    assert names(TagChoices([Tag("a", "claim"), Tag("b", "Claim")]).offered("")) == ["claim"]


def test_with_two_thousand_tags_a_key_offers_little_and_looks_only_at_what_fitted_before() -> None:
    tags = [Tag(f"t{n}", f"topic {n % 40}/subject {n}") for n in range(2000)]
    choices = TagChoices(tags)
    assert steps(choices, "s") < 40 * len(tags)
    fitting = sum("19" in tag.name for tag in tags)
    assert steps(choices, "subject 19") < 40 * len(tags)
    assert steps(choices, "subject 199") < 40 * 2 * fitting
    assert len(choices.offered("subject")) == MOST_OFFERED + 1


def steps(choices: TagChoices, typed: str) -> int:
    """Calls of functions, Python's and C's, while choices are made."""
    count = 0

    def called(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        choices.offered(typed)
    finally:
        sys.setprofile(None)
    return count


async def test_enter_on_nothing_takes_the_tag_used_last_also_after_a_restart(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "news")
    async with desk(folder) as opened:
        await opened.press("enter", "right_parenthesis", "t", *"claim", "enter")
        await opened.press("right_parenthesis", "t", *"evasive", "enter")
    async with desk(folder) as opened:
        await opened.until(lambda: opened.screen.tag_uses.complete and len(opened.seen().highlights) == 2)
        await opened.press("enter", "G", "t", "enter")
        assert opened.seen().highlights[-1][1] == ("evasive",)
        await opened.press("left_parenthesis", "H")
        assert opened.seen().highlights[-2][1] == ("evasive",)


async def test_several_new_tags_in_one_go_have_different_keys_and_colours(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "t", *"claim", "comma", *"economy/rates", "comma", *"Claim")
        await opened.press("enter")
        (one,) = opened.seen().highlights
        assert one[1] == ("claim", "economy/rates")
        (_, key, color, _), (_, other_key, other_color, _) = opened.seen().tags
        assert (key, other_key) == (1, 2)
        assert color != other_color


async def test_a_key_without_a_tag_asks_and_is_the_key_of_the_tag_from_then_on(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "t", *"claim", "enter", "right_parenthesis")
        await opened.press("7", *"cla", "enter")
        assert [tag[:2] for tag in opened.seen().tags] == [("claim", 7)]
        assert "key 7" in opened.seen().said
        await opened.press("U")
        assert [tag[:2] for tag in opened.seen().tags] == [("claim", 1)]
        assert len(opened.seen().highlights) == 1


async def test_a_name_of_nothing_but_signs_makes_no_tag(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "t", "slash", "space", "slash", "enter")
        assert opened.seen().running
        assert opened.seen().tags == ()


async def test_answers_that_change_nothing_are_no_step_of_the_history(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter", "right_parenthesis", "t", *"claim", "enter", "t", "enter")
        assert opened.seen().said == "its tags stay as they are"
        color = opened.seen().looks[0][0]
        await opened.press("P", *color, "enter")
        assert opened.seen().said == f"{color} already"
        await opened.press("U")
        assert opened.seen().highlights == ()
