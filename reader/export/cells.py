"""Tables as CSV: rows in, text out that a spreadsheet shows but never runs and that has exactly a line per row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from reader.text.safe import safe_line

_LINE_BREAKS = re.compile(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def table(header: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """CSV (RFC 4180, newline at the end of each row) with every text made safe by `cell()`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    return out.getvalue()


def cell(text: str) -> str:
    """`text` as one safe line, with an apostrophe before what a spreadsheet would take for a formula."""
    line = safe_line(_LINE_BREAKS.sub(" ⏎ ", text.strip("\n\r")))
    return "'" + line if line.lstrip(" ").startswith(_FORMULA_STARTS) else line
