"""The page that is painted before Textual is there: the same, cell for cell, as the app's own first frame."""

from __future__ import annotations

import os
import termios
from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet
from rich.console import Console
from rich.segment import Segment
from rich.text import Text
from textual.geometry import Region

from reader.library import Library
from reader.settings import Settings
from reader.ui.app import ReaderApp
from reader.ui.first_page import painted, rows
from reader.ui.screens.reading_screen import ReadingScreen
from reader.ui.sgr import Sgr, colors_of
from reader.ui.start import Start, start_in
from tests.terminal import reader_in_terminal

TRUE_COLOR = {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
EVERYTHING = """# Zanzibar *inquiry* opens

By Ann Lee

12 March 2026

## A section with `code`

The **ferry** company said *on Tuesday* that its [two boats](https://example.org) would stay in port.
東京 and 👩‍👩‍👧 too.

> Nobody knew why, ~~or~~ asked.

1. one thing
2. another

| port | boats |
|------|------:|
| Rook |     2 |

```
def sail(): return "port"
```

### Below

---

![a boat](boat.png) #ferry #port
"""
CONSOLE = Console(width=400, color_system="truecolor")
Cell = tuple[str, ColorTriplet | None, ColorTriplet | None, bool, bool, bool, bool]


def cells(segments: list[Segment]) -> list[Cell]:
    """Every character with what it looks like."""
    looks = []
    for text, style, _ in segments:
        assert style is not None
        front = style.color.get_truecolor() if style.color else None
        behind = style.bgcolor.get_truecolor() if style.bgcolor else None
        letters = (bool(style.bold), bool(style.italic), bool(style.underline), bool(style.strike))
        looks += [(character, front if character != " " else None, behind, *letters) for character in text]
    return looks


def same(one: Cell, other: Cell) -> bool:
    """Colours may differ by one of 255: Textual takes them through hue and lightness and back."""
    return (one[0], *one[3:]) == (other[0], *other[3:]) and all(
        a == b or (a is not None and b is not None and all(abs(x - y) <= 1 for x, y in zip(a, b, strict=True)))
        for a, b in zip(one[1:3], other[1:3], strict=True)
    )


async def in_the_app(start: Start, size: tuple[int, int]) -> tuple[Region, list[list[Cell]]]:
    """Where the app has its text, and what is painted there first."""
    app = ReaderApp(start)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        pane = app.screen.pane
        strips = pane.render_lines(Region(0, 0, pane.size.width, pane.size.height))
        return pane.region, [cells(list(strip)) for strip in strips]


def on_the_first_page(start: Start, pane: Region) -> list[list[Cell]]:
    colors = colors_of(start.settings.theme, TRUE_COLOR)
    assert colors is not None
    lines = [Text.from_ansi(Sgr(colors).text(row)) for row in rows(start, pane.width, pane.height)]
    return [cells([s for s in line.render(CONSOLE) if s.text != "\n"]) for line in lines]


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 50)], ids=str)
@pytest.mark.parametrize("theme", ["lamp", "paper"])
@pytest.mark.parametrize("copies", [1, 9])
async def test_the_app_paints_what_stands_there_already(
    tmp_path: Path, size: tuple[int, int], theme: str, copies: int
) -> None:
    (tmp_path / "a.md").write_text(EVERYTHING + EVERYTHING * (copies - 1), encoding="utf-8")
    with Library.open(tmp_path / "a.md") as library:
        start = start_in(library, Settings(theme=theme))
        pane, frame = await in_the_app(start, size)
        early = on_the_first_page(start, pane)
        assert [len(row) for row in early] == [len(row) for row in frame]
        different = [
            (y, x, one, other)
            for y, (row, later) in enumerate(zip(early, frame, strict=True))
            for x, (one, other) in enumerate(zip(row, later, strict=True))
            if not same(one, other)
        ]
        assert different == []


async def test_it_has_the_text_where_the_app_has_it(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(EVERYTHING, encoding="utf-8")
    with Library.open(tmp_path) as library:
        start = start_in(library, Settings())
        for size in ((80, 24), (120, 40), (200, 50)):
            pane, _ = await in_the_app(start, size)
            colors = colors_of("", TRUE_COLOR)
            assert colors is not None
            first, *_, last = list(painted(start, *size, colors))
            before, _, text = Text.from_ansi(first).plain.partition("Zanzibar")
            row = Text.from_ansi(Sgr(colors).text(next(rows(start, pane.width, pane.height)))).plain
            assert len(before) == pane.x + row.index("Zanzibar") if text else not row.strip()
            assert last.startswith(f"\x1b[{size[1]};1H")


def test_nothing_is_painted_early_where_the_app_would_look_different() -> None:
    assert colors_of("nord", TRUE_COLOR) is None
    assert colors_of("", {**TRUE_COLOR, "NO_COLOR": "1"}) is None
    assert colors_of("", {"TERM": "vt100"}) is None
    fewer = colors_of("paper", {"TERM": "xterm-256color"})
    assert fewer is not None and not fewer.many


def test_a_terminal_is_left_as_it_was_found(tmp_path: Path) -> None:
    """The alternate screen is entered once and left once, keys pressed early are kept and not echoed."""
    (tmp_path / "a.md").write_text(EVERYTHING, encoding="utf-8")
    with reader_in_terminal(tmp_path / "a.md") as terminal:
        before = termios.tcgetattr(terminal.fd)
        terminal.until("Zanzibar")
        terminal.press(b"Q")
        assert terminal.ended() == 0
        assert termios.tcgetattr(terminal.fd) == before
    assert terminal.written.count(b"\x1b[?1049h") == terminal.written.count(b"\x1b[?1049l") == 1
    assert b"Q" not in terminal.written.partition(b"Zanzibar")[2].partition(b"\x1b[?1004h")[0]


def test_a_start_that_fails_gives_the_screen_back_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "close-reader").mkdir()
    (tmp_path / "close-reader" / "settings.toml").write_text('[keys]\nno-such-command = "q"\n')
    (tmp_path / "a.md").write_text(EVERYTHING, encoding="utf-8")
    monkeypatch.setitem(os.environ, "XDG_CONFIG_HOME", str(tmp_path))
    with reader_in_terminal(tmp_path / "a.md") as terminal:
        assert terminal.ended() == 2
        terminal.settle()
    shown, left, said = terminal.written.partition(b"\x1b[?1049l")
    assert b"Zanzibar" in shown and left
    assert b"no-such-command" in said
