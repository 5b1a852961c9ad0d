"""Tables and code that are wider than the screen: every cell that is seen is the one that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.ui.desk import Desk, desk

HEAD = "|name|" + "".join(f"column{n}|" for n in range(12))
ROW = "|Zed|" + "".join(f"{letter * 6}|" for letter in "abcdefghijkl")
LINE = "".join(f"word{n:02} " for n in range(40))
WIDE = f"# Wide\n\n{HEAD}\n|{'---|' * 13}\n{ROW}\n\n```\n{LINE}\n```\n"


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    (tmp_path / "wide.md").write_text(WIDE, encoding="utf-8")
    return tmp_path


def rows(opened: Desk) -> list[str]:
    pane = opened.screen.pane
    return [pane.render_line(y).text for y in range(pane.size.height)]


def showing(opened: Desk, words: str) -> str:
    return next(row for row in rows(opened) if words in row)


@pytest.mark.parametrize("keys", [[], ["full_stop"], ["full_stop"] * 9, ["w", "full_stop", "full_stop"]])
async def test_every_letter_on_the_screen_leads_to_itself(wide: Path, keys: list[str]) -> None:
    async with desk(wide, (90, 24)) as opened:
        await opened.press(*keys)
        pane = opened.screen.pane
        for y, row in enumerate(rows(opened)):
            assert len(row) == pane.size.width
            for x, sign in enumerate(row):
                if sign.isalnum():
                    offset = pane.offset_at(x, y)
                    assert offset is not None and WIDE[offset] == sign, (x, y, row)


async def test_what_is_cut_off_has_a_sign_and_comes_when_it_is_asked_for(wide: Path) -> None:
    async with desk(wide, (90, 24)) as opened:
        assert showing(opened, "Zed").rstrip(" ▐▪").endswith("›")
        assert "llllll" not in showing(opened, "Zed")
        await opened.press(*["full_stop"] * 9)
        assert "llllll" in showing(opened, "Zed")
        assert "‹" in showing(opened, "Zed") and "›" not in showing(opened, "Zed")
        await opened.press(*["comma"] * 9)
        assert "aaaaaa" in showing(opened, "Zed") and "‹" not in showing(opened, "Zed")


async def test_code_is_wrapped_until_one_wants_its_lines_whole(wide: Path) -> None:
    async with desk(wide, (90, 24)) as opened:
        assert "word39" in "".join(rows(opened))
        await opened.press("w")
        assert "word39" not in "".join(rows(opened))
        assert showing(opened, "word00").rstrip(" ▐▪").endswith("›")
        await opened.press("w")
        assert "word39" in "".join(rows(opened))


async def test_a_hit_is_never_out_of_sight(wide: Path) -> None:
    async with desk(wide, (90, 24)) as opened:
        await opened.press("slash", *"jjjj", "enter")
        await opened.until(lambda: opened.seen().hits > 0 and opened.seen().current_hit is not None)
        assert "jjjjjj" in showing(opened, "Zed")


async def test_the_wheel_goes_sideways_too(wide: Path) -> None:
    async with desk(wide, (90, 24)) as opened:
        pane = opened.screen.pane
        pane.post_message(events.MouseScrollRight(pane, 20, 5, 1, 0, 0, False, False, False))
        await opened.pilot.pause()
        assert opened.seen().slid > 0
        pane.post_message(events.MouseScrollUp(pane, 20, 5, 0, -1, 0, True, False, False))
        await opened.pilot.pause()
        assert opened.seen().slid == 0
