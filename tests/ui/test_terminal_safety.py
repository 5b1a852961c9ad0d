"""Nothing that stands in an article, a file name or a tag can talk to the terminal: the bytes on it are looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reader.ui.safety import TerminalSafety, safe_link
from tests.hostile import DECEIVING, FILE_NAMES, MARKUP, PAYLOADS, STEERING
from tests.terminal import reader_in_terminal

OURS = re.compile(
    rb"\x1b\[[0-9;:?<>=]*[ $]?[@-~]"  # control sequences: styles, cursor, modes
    rb"|\x1b[=>78M]|\x1b\([0B]"  # keypad, cursor and character set
    rb"|\x1b\]22;[a-z-]*\x07"  # shape of the mouse pointer
)


def hostile_article() -> str:
    lines = [f"Payload {n} says {text} and the line goes on." for n, text in enumerate(PAYLOADS.values())]
    return (
        "Hostile headline \x1b]0;owned\x07\n\n"
        + "\n\n".join(lines)
        + "\n\n“We \x1b[31mquote\x07,” said Ann \x9b31mLee.\n"
    )


def leaked(written: bytes) -> list[bytes]:
    """Payloads as they are, and control characters that are left once what Textual itself writes is taken away."""
    rest = OURS.sub(b"", written)
    text = rest.decode("utf-8", "replace")
    dangerous = {*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {10, 13}
    found = [char.encode("utf-8", "replace") for char in text if ord(char) in dangerous]
    whole = (payload.encode("utf-8", "surrogatepass") for payload in STEERING.values())
    return found + [payload for payload in whole if payload in written]


def test_no_payload_reaches_the_terminal_raw(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "0-first.txt").write_text(hostile_article(), encoding="utf-8", errors="surrogatepass")
    (folder / "1-first.md").write_text("# Title \x1b[31m\n\n[a link](javascript:alert(1)) &#27;[2J &#x9b;31m\n")
    for name in FILE_NAMES:
        (folder / name).write_text(
            f"{name} holds “one \x1b[5m quotation”, said Bo \x07 Karim.\n", errors="surrogatepass"
        )
    with reader_in_terminal(folder) as terminal:
        terminal.until("Payload")
        for keys in (b"\r", b" ", b" ", b"s", b"\r", b"s", b"h", b"T", b"c", b"?", b"\x1b", b":", b"\x1b", b"/evil\r"):
            terminal.press(keys)
            terminal.settle(0.25)
        terminal.press(b"Q")
        terminal.ended()
    assert leaked(terminal.written) == []


def test_the_probe_can_fail() -> None:
    assert leaked(b"\x1b[1mfine\x1b[0m") == []
    assert leaked(b"a\x07b") == [b"\x07"]
    assert leaked(STEERING["colour sequence"].encode()) == [STEERING["colour sequence"].encode()]
    assert leaked("a\u202eb".encode()) == ["\u202e".encode()]


@pytest.mark.parametrize("payload", [*STEERING.values(), *DECEIVING.values()], ids=[*STEERING, *DECEIVING])
def test_the_filter_behind_every_widget_keeps_length_and_drops_danger(payload: str) -> None:
    (segment,) = TerminalSafety().apply([Segment(payload)], Color(0, 0, 0))
    assert len(segment.text) == len(payload)
    assert leaked(segment.text.encode("utf-8", "surrogatepass")) == []


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_markup_is_shown_as_it_is_written(text: str) -> None:
    (segment,) = TerminalSafety().apply([Segment(text)], Color(0, 0, 0))
    assert segment.text == text


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("notes/other.md", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://a\x1b\\b", False),
    ],
)
def test_only_harmless_links_reach_the_terminal(target: str, kept: bool) -> None:
    assert bool(safe_link(target)) is kept
    (segment,) = TerminalSafety().apply([Segment("x", Style(link=target))], Color(0, 0, 0))
    assert bool(segment.style and segment.style.link) is kept
