"""Each row of the table of commands does what it says, in each place where it says so, for each of its keys.

The cases are made from the table, and a command without an expectation fails, so that none can be forgotten.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.commands import COMMANDS, Command, Place
from tests.ui.desk import Desk, desk, keys_of, small_library
from tests.ui.expectations import EXPECTED, FIRST, INSTEAD, WAY_TO

SCROLLING = {command.id for command in COMMANDS if command.does == "scroll"}
LONG_ONE = SCROLLING | {"back", "forward", "go-to-place-mark", "slide-right", "slide-left"}
"""Commands that need more than one page, or a wide one: they are tried on the long article where there is text."""
NEEDS_SPEAKERS = {command.id for command in COMMANDS if "quotation" in command.id or "speaker" in command.id}
OF_A_QUOTATION = {"highlight-quotation", "wrong-speaker", "not-a-quotation", "confirm-speaker", "split-speaker"}
"""Commands that need a quotation under the cursor of the panel or in focus in the text."""
KINDS_OF_PLACE = (
    *(Place.READING, Place.CARET, Place.LIBRARY),
    *(Place.SPEAKERS, Place.ANNOTATIONS, Place.CODEBOOK, Place.CONTENTS),
)


def places_for(command: Command) -> list[Place]:
    """Where to try it: every kind of place where somebody else does the work; one list stands for the others."""
    places = [place for place in KINDS_OF_PLACE if place in command.where]
    lists = [place for place in places if place not in (Place.READING, Place.CARET)]
    return [place for place in places if place not in lists] + lists[: 1 if len(lists) > 2 else 2]


CASES = [(command, place) for command in COMMANDS for place in places_for(command)]


def test_every_command_has_an_expectation() -> None:
    assert {command.id for command in COMMANDS} == set(EXPECTED)


@pytest.mark.parametrize(("command", "place"), CASES, ids=lambda value: getattr(value, "id", str(value)))
async def test_a_command_does_what_its_row_says(command: Command, place: Place, tmp_path: Path) -> None:
    async with desk(small_library(tmp_path / "news")) as opened:
        await come_to(opened, command, place)
        before = opened.seen()
        assert before.place is not None and before.place in command.where
        await opened.press(*keys_of(command.keys[0]))
        if command.id == "highlight-with-tag":
            await opened.write("claim")
            await opened.press("enter")
        assert EXPECTED[command.id](before, opened.seen()), (before, opened.seen())


async def come_to(opened: Desk, command: Command, place: Place) -> None:
    if place is Place.SPEAKERS or command.id in NEEDS_SPEAKERS:
        await opened.until(lambda: bool(opened.screen.speakers))
    if command.id in LONG_ONE and place not in (Place.LIBRARY, Place.SPEAKERS):
        await opened.press("G")
        await opened.until(lambda: opened.seen().article == "c-long.md")
    await opened.press(*INSTEAD.get(command.id, WAY_TO[place]), *FIRST.get(command.id, []))
    if command.id in OF_A_QUOTATION:
        await opened.press(*(["enter", "j"] if place is Place.SPEAKERS else ["right_square_bracket", "q"]))
