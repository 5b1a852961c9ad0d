"""Which part of a Markdown text decides what one of its lines is: an offset in, a span out.

A line that looks like a definition is none inside code, a comment or a paragraph.  To know that without reading the
text from its start, one reads from the last line before it where a block surely begins: at the left edge, behind a
blank line, in no code.  What is code is found by its fences alone; where that was wrong, the parser has the last word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.text import Span

FURTHEST = 64 * 1024
"""Code points that are read before or behind a line."""

_OPENING = re.compile(
    r"^(?:[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+)? {0,3}"
    r"(?:(`{3,}(?=[^`\n]*$)|~{3,})|(<!--)|<(?:script|pre|style|textarea)\b)",
    re.MULTILINE | re.IGNORECASE,
)
_END_OF_COMMENT = re.compile("-->")
_END_OF_HTML = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)


class Surroundings:
    """Ready to be asked for the surroundings of any line of `text`."""

    def __init__(self, text: str) -> None:
        self._text = text
        might_have_code = any(sign in text for sign in ("```", "~~~", "<"))
        self._verbatim = list(_verbatim(text)) if might_have_code else []
        self._starts = [span.start for span in self._verbatim]

    def of(self, line: int) -> Span:
        """What decides about the line that starts at offset `line`; where that is too much, it is read from there."""
        code = self._code_at(line)
        start = self._beginning(code.start if code else line)
        while start is not None and (around := self._code_at(start)) is not None:
            start = self._beginning(around.start)
        if start is None or line - start > FURTHEST:
            return Span(line, self._end(line, line))
        return Span(start, self._end(max(line, code.end if code else 0), line))

    def _beginning(self, line: int) -> int | None:
        """The last line at or before `line` that is not indented and follows a blank one."""
        start, behind = line, line
        while start:
            blank = self._text.rfind("\n\n", max(0, line - FURTHEST), behind)
            if blank < 0:
                return 0 if line < FURTHEST else None
            start, behind = blank + 2, blank + 1
            if start <= line and self._text[start : start + 1].strip():
                break
        return start

    def _end(self, at: int, line: int) -> int:
        """The first line behind `at` that is not indented and follows a blank one; never too far from `line`."""
        furthest = min(len(self._text), line + FURTHEST)
        while (at := self._text.find("\n\n", at, furthest)) >= 0:
            at += 2
            if self._text[at : at + 1].strip():
                return at
        return self._text.find("\n", furthest) + 1 or len(self._text)

    def _code_at(self, line: int) -> Span | None:
        """The code that a line stands in, but not as its first line."""
        index = bisect_right(self._starts, line - 1) - 1
        code = self._verbatim[index] if index >= 0 else None
        return code if code is not None and line < code.end else None


def _verbatim(text: str) -> Iterator[Span]:
    """Fenced code, comments and whatever else may have blank lines in it, from the line that opens it to its end."""
    at = 0
    while found := _OPENING.search(text, at):
        if found[1]:
            closing = re.compile(rf"^[ \t]*{found[1]}+[ \t]*$", re.MULTILINE)
        else:
            closing = _END_OF_COMMENT if found[2] else _END_OF_HTML
        end = closing.search(text, found.end())
        at = end.end() if end else len(text)
        yield Span(found.start(), at)
