"""Code on the screen: plain at first, in colours soon after, and still what it was."""

from __future__ import annotations

from pathlib import Path

from tests.ui.desk import Desk, desk

PROGRAM = (
    "# Counting\n\nA program:\n\n```python\ndef total(votes):\n    return sum(votes)\n```\n\n```nosuch\ndef x\n```\n"
)


def looks_of(opened: Desk, words: str) -> set[str]:
    """The styles of the cells that show `words` for the first time."""
    pane = opened.screen.pane
    for y in range(pane.size.height):
        strip = pane.render_line(y)
        at = strip.text.find(words)
        if at >= 0:
            return {str(segment.style) for segment in strip.crop(at, at + len(words))}
    raise AssertionError(f"{words} is not on the screen")


async def test_code_gets_its_colours_after_it_is_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "counting.md").write_text(PROGRAM, encoding="utf-8")
    async with desk(tmp_path) as opened:
        plain = looks_of(opened, "(votes):")
        await opened.until(lambda: looks_of(opened, "def total") != plain)
        assert all("bold" in look for look in looks_of(opened, "def"))
        assert looks_of(opened, "(votes):") == plain == looks_of(opened, "def x")


async def test_a_highlight_lies_over_the_colours_of_code(tmp_path: Path) -> None:
    (tmp_path / "counting.md").write_text(PROGRAM, encoding="utf-8")
    async with desk(tmp_path) as opened:
        plain = looks_of(opened, "(votes):")
        await opened.until(lambda: looks_of(opened, "def total") != plain)
        await opened.press("right_parenthesis", "right_parenthesis", "h")
        assert opened.seen().highlights[0][0] == "def total(votes):"
        assert plain.isdisjoint(looks_of(opened, "(votes):"))
        assert all("bold" in look and " on " in look for look in looks_of(opened, "def"))


async def test_the_next_article_has_colours_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "b.md").write_text(PROGRAM.replace("def total(votes):", "pass; tally(votes)"), encoding="utf-8")
    async with desk(tmp_path) as opened:
        plain = looks_of(opened, "(votes)")
        await opened.until(lambda: looks_of(opened, "def") != plain)
        await opened.press("j")
        await opened.until(lambda: opened.seen().article == "b.md" and looks_of(opened, "pass") != plain)
        assert looks_of(opened, "tally") == plain
