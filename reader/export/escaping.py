"""Quoted words in Markdown: text in, Markdown out that shows exactly that text.

Only what is quoted passes here; notes are Markdown already and stay as their writer typed them.
Covered: CommonMark, GFM (tables, strikethrough) and Obsidian (#tags, ==marks==, %%comments%%, ^ids, $math$).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

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

_LINE_BREAK = "  "
"""Two blanks at the end of a line: it ends there also when it is shown."""
_WIDE_SPACE = "\u2003"


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
    """A block quotation: every line of `text` behind `>`, empty ones too, and each stays a line of its own.

    What parts the cells of a table is a wide space.
    """
    lines = [escaped(line).replace("\t", _WIDE_SPACE) for line in text.splitlines()]
    ends = [_LINE_BREAK if line and following else "" for line, following in pairwise([*lines, ""])]
    return "\n".join(f"> {line}{end}" if line else ">" for line, end in zip(lines, ends, strict=True))


def quoted_code(text: str, language: str = "") -> str:
    """Code as a block quotation: nothing in it is escaped, and it keeps its indentation."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return "\n".join(f"> {line}".rstrip() for line in (fence + language, *text.splitlines(), fence))


def tag_label(name: str) -> str:
    """A tag's name as one word that Markdown programs take for a tag: "Climate change/UK" → "Climate-change/UK"."""
    return re.sub(r"[^\w/-]+", "-", name).strip("-") or "tag"


def joined(parts: Iterable[str], by: str = " · ") -> str:
    """The parts that say something, in one line."""
    return by.join(part for part in parts if part)
