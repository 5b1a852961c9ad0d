"""Times as a person types them in a filter: "7d", "2w", "today" or "2026-11-01" in, a moment as records have it out."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

TIMES = "7d, 2w, today, yesterday, 2026, 2026-11 or 2026-11-01"

_AGO = re.compile(r"(\d{1,4})\s*([hdw])")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def begin_of(said: str, now: datetime) -> str:
    """The first moment of the time that is said; ValueError, with a message for the user, for what is none."""
    return _moment(_ago(said, now) or _at(_days(said, now)[0]))


def end_of(said: str, now: datetime) -> str:
    """The moment when that time is over: the next midnight after a day, month or year."""
    return _moment(_ago(said, now) or _at(_days(said, now)[1]))


def _ago(said: str, now: datetime) -> datetime | None:
    ago = _AGO.fullmatch(said.casefold())
    return now - timedelta(**{_UNITS[ago[2]]: int(ago[1])}) if ago else None


def _days(said: str, now: datetime) -> tuple[date, date]:
    """The first day of a time, and the first one after it."""
    today = now.date()
    match said.casefold():
        case "today":
            return today, today + timedelta(days=1)
        case "yesterday":
            return today - timedelta(days=1), today
    found = _DATE.fullmatch(said)
    try:
        if found is None:
            raise ValueError(said)
        year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
        first = date(year, month, day)
        if found[3]:
            return first, first + timedelta(days=1)
        return first, date(year + 1, 1, 1) if not found[2] or month == 12 else date(year, month + 1, 1)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{said}” is no time; write {TIMES}" if said else f"a time is missing: {TIMES}") from error


def _at(day: date) -> datetime:
    """Midnight where the user is."""
    return datetime(day.year, day.month, day.day).astimezone()


def _moment(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
