"""Quoted words in Markdown: text in, Markdown out that shows exactly that text.

Only what is quoted passes here; notes are Markdown already and stay as their writer typed them.
Covered: CommonMark, GFM (tables, strikethrough) and Obsidian (#tags, ==marks==, %%comments%%, ^ids, $math$).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ANYWHERE = re.compile(
    r"[\\`*\[\]<{}|~]"  # emphasis, code, links, HTML, attributes, tables
    r"|(?<!\w)_|_(?!\w)"  # emphasis, but not inside words and addresses
    r"|&(?=#?\w+;)"  # entities
    r"|(?<!\S)#(?=\S|$)"  # tags and the end of headings
    r"|==|%%"  # Obsidian's marks and comments
    r"|\^(?=[A-Za-z0-9-]+$)"  # Obsidian's block ids
)
_AT_START = re.compile(r"[#+=:>-]|\d{1,9}(?=[.)](?:\s|$))")
"""Headings, bullets, rules, tables and numbered lists count only at the start of a line."""


def escaped(line: str) -> str:
    """One line of text as Markdown for the same words; white space at both ends is dropped, as it would be markup."""
    line = line.strip()
    start = _AT_START.match(line)
    line = _ANYWHERE.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), line)
    if line.count("$") > 1:  # two of them are mathematics
        line = line.replace("$", r"\$")
    if start is None or line.startswith("\\"):
        return line
    if start[0].isdigit():  # digits cannot be escaped, the point behind them can
        return line.replace(start[0], start[0] + "\\", 1)
    return "\\" + line


def quoted(text: str) -> str:
    """A block quotation: every line of `text` behind `>`, empty ones too."""
    return "\n".join(f"> {escaped(line)}".rstrip() for line in text.splitlines())


def tag_label(name: str) -> str:
    """A tag's name as one word that Markdown programs take for a tag: "Climate change/UK" → "Climate-change/UK"."""
    return re.sub(r"[^\w/-]+", "-", name).strip("-") or "tag"


def joined(parts: Iterable[str], by: str = " · ") -> str:
    """The parts that say something, in one line."""
    return by.join(part for part in parts if part)
