"""Colours by name."""

from __future__ import annotations

import pytest

from reader.annotations.annotation import DEFAULT_COLOR
from reader.annotations.colors import COLORS, color_named
from reader.ui.looks import ANNOTATION_COLORS


def test_every_colour_has_a_look_and_every_look_is_a_colour() -> None:
    assert tuple(ANNOTATION_COLORS) == COLORS
    assert DEFAULT_COLOR in COLORS


def test_capitals_do_not_count() -> None:
    assert color_named(" Green ") == "green"


def test_a_colour_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="“gren” is no colour; did you mean green\\?"):
        color_named("gren")
    with pytest.raises(ValueError, match="“mauve” is no colour; there are yellow, green"):
        color_named("mauve")
