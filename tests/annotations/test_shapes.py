"""Stored objects are checked as a whole or key by key, with one and the same outcome; values of a twin are frozen."""

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import Target
from reader.annotations.shapes import Shape
from reader.annotations.twin import maker_of
from reader.text import Span

SHAPE = Shape({"name": str, "number": 1, "score": 1.0, "until": None}, {"score": int, "until": str})
OURS: dict[str, Any] = {"name": "a", "number": 7, "score": 0.5, "until": None}


@given(st.permutations(list(OURS)))
def test_the_order_of_the_keys_makes_no_difference(keys: list[str]) -> None:
    values, rest = SHAPE.read({key: OURS[key] for key in keys})
    assert (list(values), dict(rest)) == (["a", 7, 0.5, None], {})


def test_what_is_missing_has_its_default_and_what_is_unknown_is_kept() -> None:
    values, rest = SHAPE.read({"name": "a", "until": "noon", "votes": [1]})
    assert (list(values), dict(rest)) == (["a", 1, 1.0, "noon"], {"votes": [1]})


@pytest.mark.parametrize(
    ("broken", "key"), [({"number": 2}, "name"), (OURS | {"number": "7"}, "number"), (OURS | {"until": 3}, "until")]
)
def test_what_is_of_no_such_shape_is_refused_by_its_key(broken: dict[str, Any], key: str) -> None:
    with pytest.raises(TypeError, match=key):
        SHAPE.read(broken)


def test_a_value_made_by_its_twin_is_the_same_value_and_frozen() -> None:
    made = maker_of(Target)("sha", Span(1, 2), "x", "", "", 3, {})
    usual = Target("sha", Span(1, 2), "x", paragraph=3)
    assert (type(made), made, hash(made.span)) == (Target, usual, hash(usual.span))
    with pytest.raises(FrozenInstanceError):
        made.exact = "y"  # type: ignore[misc]
