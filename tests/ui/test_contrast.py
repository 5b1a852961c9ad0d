"""Everything can be read, whatever lies under or over it, in every theme that can be chosen; and without colours."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.contrast import READABLE, contrast, readable
from reader.ui.looks import DECORATION, LOOKS, SIGNS
from reader.ui.painting import Palette
from reader.ui.panes.status_bar import StatusBar
from tests.ui.desk import Desk, desk, small_library

colors = st.tuples(*[st.integers(0, 255)] * 3)
MARKS = [role for role in LOOKS if role.startswith("annotation-")] + ["speaker", "hit", "hit-current", "selection"]
WORDS = [role for role in LOOKS if role not in {*MARKS, *DECORATION}]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (0, 0, 0), 21.0),
        ((90, 90, 90), (90, 90, 90), 1.0),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((255, 0, 0), (255, 255, 255), 4.0),
    ],
)
def test_contrast_is_what_the_standard_says(
    one: tuple[int, int, int], other: tuple[int, int, int], ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(colors, colors)
def test_any_letters_become_readable_on_anything(letters: tuple[int, int, int], behind: tuple[int, int, int]) -> None:
    assert contrast(readable(letters, behind), behind) >= READABLE


@given(colors, colors)
def test_letters_that_can_be_read_stay_as_they_are(letters: tuple[int, int, int], behind: tuple[int, int, int]) -> None:
    if contrast(letters, behind) >= READABLE:
        assert readable(letters, behind) == letters


def palettes(opened: Desk) -> list[Palette]:
    """Of everything that paints its own words, for the present theme."""
    screen = opened.screen
    widgets: list[Widget] = [screen.pane, screen.shelf, screen.query_one(StatusBar), *screen.side_panels().values()]
    return [Palette(widget) for widget in widgets]


def ratio(style: Style) -> float:
    assert style.color and style.bgcolor and style.color.triplet and style.bgcolor.triplet
    return contrast(style.color.triplet, style.bgcolor.triplet)


async def test_all_words_can_be_read_in_every_theme(tmp_path: Path) -> None:
    faint: dict[tuple[str, tuple[str, ...]], float] = {}
    async with desk(small_library(tmp_path / "news")) as opened:
        tried = 0
        for name, theme in opened.app.available_themes.items():
            if theme.ansi:
                continue
            opened.app.theme = name
            await opened.pilot.pause()
            tried += 1
            stacks = [(word,) for word in WORDS] + [(word, mark) for word in WORDS for mark in MARKS]
            stacks += [(mark, over) for mark in MARKS for over in MARKS]
            for number, palette in enumerate(palettes(opened)):
                for roles in stacks if number == 0 else stacks[: len(WORDS)]:
                    if (found := ratio(palette.style(roles))) < READABLE:
                        faint[name, roles] = found
    assert tried >= 20
    assert faint == {}


async def test_our_own_themes_need_no_help(tmp_path: Path) -> None:
    """The first page is painted with the colours as they are written."""
    async with desk(small_library(tmp_path / "news")) as opened:
        for name in ("lamp", "paper"):
            opened.app.theme = name
            await opened.pilot.pause()
            pane = opened.screen.pane
            for word in WORDS:
                look = pane.visual_style + Palette(pane)._part(word)
                assert look.rich_style == Palette(pane).style((word,)), (name, word)


HARDEST = ("atom-one-dark", "catppuccin-frappe", "flexoki", "gruvbox", "solarized-dark", "solarized-light")
"""Themes whose own colours are nearest to each other, found by trying all."""
DRAWN = re.compile("[\\s\u2500-\u259f]*")
"""Blanks, lines and boxes."""


def words_in(box: Region, strips: list[Strip]) -> Iterator[tuple[str, Style]]:
    """The words that are painted in a part of the screen, and how."""
    for strip in strips[box.y : box.bottom]:
        for text, style, _ in strip.crop(box.x, box.right):
            if style is not None and not DRAWN.fullmatch(text):
                yield text, style


async def in_dialogs(opened: Desk) -> AsyncIterator[tuple[str, Style]]:
    """The words of some dialogs in the present theme, and how they are painted."""
    for key in ("t", "colon", "question_mark", "E"):
        await opened.press(key)
        screen = opened.app.screen
        box = screen.query(".dialog, VerticalScroll").first().region
        for text, style in words_in(box, screen._compositor.render_strips()):
            yield text, style
        await opened.press("escape")


async def test_dialogs_can_be_read_in_the_hardest_themes(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        for opened.app.theme in HARDEST:
            ratios = {text: ratio(style) async for text, style in in_dialogs(opened)}
            assert len(ratios) > 50
            assert {text: found for text, found in ratios.items() if found < READABLE} == {}, opened.app.theme


async def test_dialogs_keep_to_the_terminals_own_colours(tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await opened.press("enter")
        for opened.app.theme in ("ansi-dark", "ansi-light"):
            chosen = 0
            async for text, style in in_dialogs(opened):
                chosen += style.bgcolor is not None and not style.bgcolor.is_default
                for color in (style.color, style.bgcolor):
                    assert color is None or color.is_default or color.is_system_defined, (text, style)
            assert chosen > 0, "nothing shows which line of a list is the chosen one"


def letters(style: Style) -> tuple[bool, ...]:
    """What is left of a look without its colours."""
    return tuple(map(bool, (style.bold, style.italic, style.underline, style.reverse, style.dim, style.strike)))


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_marks_are_lines_and_reversal(theme: str, tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        opened.app.theme = theme
        await opened.pilot.pause()
        for palette in palettes(opened):
            for role in LOOKS:
                style = palette.style((role,))
                assert style.bgcolor is None or style.bgcolor.is_default, role
                assert style.color is None or style.color.is_system_defined or style.color.is_default, role
            for role in SIGNS:
                assert letters(palette.style((role,))) != letters(palette.style()), role


def effective(style: Style) -> tuple[int, int, int]:
    """What is behind the letters, reversal included."""
    behind = style.color if style.reverse else style.bgcolor
    assert behind and behind.triplet
    return behind.triplet


async def test_without_colours_every_mark_has_a_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(small_library(tmp_path / "news")) as opened:
        for palette in palettes(opened):
            signs = {role: letters(palette.style((role,))) for role in (*SIGNS, "link", "strong", "em")}
            assert letters(palette.style()) not in signs.values()
            shade = {role: effective(palette.style(("annotation-yellow", role))) for role in ("strong", "hit-current")}
            assert contrast(shade["strong"], shade["hit-current"]) > READABLE
            marks = [signs[role] for role in ("annotation-red", "speaker", "hit", "hit-current", "selection")]
            assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("theme", ["ansi-dark", "lamp"])
async def test_without_colours_a_hit_is_no_overlap_of_two_highlights(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "lamp":
        monkeypatch.setenv("NO_COLOR", "1")
    async with desk(small_library(tmp_path / "news")) as opened:
        opened.app.theme = theme
        await opened.pilot.pause()
        for palette in palettes(opened):
            painted = [
                ("annotation-red",),
                ("hit",),
                ("annotation-red", "overlap"),
                ("annotation-red", "overlap", "hit"),
            ]
            looks = [letters(palette.style(roles)) for roles in painted]
            assert len(set(looks)) == len(looks)
