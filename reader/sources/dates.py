"""Dates as newspapers print them: text in, a date or nothing out.  Strict: a doubtful date is no date.

General date parsers read "Yu Jun" as June; these patterns need a year, and a month by name or in a fixed place.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio",
            "february feb februar février febrero febbraio",
            "march mar märz mars marzo",
            "april apr avril abril aprile",
            "may mai mayo maggio",
            "june jun juni juin junio giugno",
            "july jul juli juillet julio luglio",
            "august aug août agosto",
            "september sep sept septembre septiembre settembre",
            "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)\b"
_DAY = r"\b(?P<day>[0-3]?\d)"
_DATES = (
    rf"\b{_YEAR}(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?!\d)",
    rf"\b{_MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_DAY}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
    r"(?P<year>(?:1[6-9]|20)\d\d)\s*[年년]\s*(?P<month>[01]?\d)\s*[月월]\s*(?P<day>[0-3]?\d)\s*[日일]",
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled for the first line that may hold a date: that takes longer than reading a short article."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DATES)


def find_date(text: str) -> tuple[date, tuple[int, int]] | None:
    """The date that stands first in `text` and where it stands, or None.

    2023-04-26 · 2023/4/26 · April 26, 2023 · 26 April 2023 · 26. April 2023 · 26 de abril de 2023 · 2023年4月26日
    """
    if not any(map(str.isdigit, text)):
        return None
    matches = [match for pattern in _patterns() for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start()):
        month = match["month"]
        try:
            found = date(int(match["year"]), _MONTHS.get(month.lower()) or int(month), int(match["day"]))
        except ValueError:
            continue  # the 31st of June
        return found, match.span()
    return None
