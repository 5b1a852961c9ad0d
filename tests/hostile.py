"""Hostile payloads, as data: what an article, a file name or a tag may contain and no terminal may receive.

Import from any test with `from tests.hostile import PAYLOADS` (the repository's root is on the path of a test run).
"""

from __future__ import annotations

import re

STEERING = {
    "colour sequence": "\x1b[31mred\x1b[0m",
    "clear the screen": "\x1b[2J\x1b[H",
    "write the clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "set the window title": "\x1b]0;owned\x1b\\",
    "hyperlink": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "device control string": "\x1bP+q544e\x1b\\",
    "eight-bit control sequence": "\x9b31mred\x9b0m",
    "eight-bit operating system command": "\x9d52;c;cm0=\x9c",
    "nul": "be\x00fore",
    "bell": "ding\x07dong",
    "backspaces": "safe\b\b\b\bevil",
    "carriage return": "shown\rhidden",
    "vertical tab and form feed": "a\x0bb\x0cc",
    "delete": "de\x7fl",
}
"""Sequences that a terminal obeys."""

DECEIVING = {
    "right-to-left override": "annex\u202etxt.exe",
    "isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "embeddings": "a\u202ab\u202bc\u202cd\u202de",
    "direction mark in Latin text": "a\u200eb\u200fc\u061cd",
    "tag characters": "hi\U000e0041\U000e0042\U000e007f",
    "lone surrogate": "a\udc9bb",
}
"""Characters that hide or reorder what a person sees."""

MARKUP = {
    "unbalanced closing tag": "[/nope]",
    "colour tag": "[red]not red[/red]",
    "link tag": "[@click=app.quit]press me[/]",
    "markup error": "[/] [link=https://evil.example]x[/link] \\[",
}
"""Console markup that must be shown as it is written."""

PAYLOADS = STEERING | DECEIVING | MARKUP

FILE_NAMES = [
    "escape\x1b[31m.txt",
    "new\nline.txt",
    "tab\there.txt",
    "over\u202etxt.exe.txt",
    "[red]markup[",
    "-rf.txt",
    "  spaces  .txt",
    "quote'\"`$(id).txt",
    "naïve 新闻 🗞️.txt",
]
"""Names that a folder may hold on Linux."""

BAD_BYTES_NAME = b"bad\xff\xfebytes.txt"
"""A name that is not UTF-8; `os.fsdecode` gives it surrogates."""

_LEAKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\U000e0000-\U000e007f]")


def leaks(text: str) -> list[str]:
    """Characters of `text` that must never reach a terminal."""
    return _LEAKS.findall(text)
